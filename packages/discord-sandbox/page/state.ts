/**
 * Everything that the page shows, as one value, and what each event from the server makes of it.
 * Pure: no network, no document.
 */
import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ClientChannel, ClientEvent, ClientState } from '../src/client-api.ts';
import { type ComposerState, emptyComposer } from './composer/composer-state.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Something sent to the bot that it has not answered yet, or that it failed to answer. */
export interface Pending {
  kind: 'command' | 'component' | 'modal';
  nonce: string;
  channel: string;
  /** What was used, for the line that stands in for the reply: `/ask` or a message command's name. */
  label: string;
  /** The message and the custom id, for a component. */
  messageId?: string;
  customId?: string;
  /** ISO 8601. */
  at: string;
  /** Why there is no answer; set once it is known that none will come. */
  failure?: string;
}

export interface OpenModal {
  modal: APIModalInteractionResponseCallbackData;
  channel: string;
  /** By custom id, what was wrong when it was last sent. */
  problems?: Record<string, string>;
}

/** Where a message's menu is open: viewport pixels. */
export interface OpenMenu {
  messageId: string;
  x: number;
  y: number;
  apps: boolean;
}

export interface PageState {
  link: 'connecting' | 'open';
  client?: ClientState | undefined;
  user: string;
  channel: string;
  pending: Pending[];
  /** The channel last looked at in each server, by its id; that of the direct messages under `''`. */
  visited: Record<string, string>;
  /** Channels with something new since they were last looked at. */
  unread: string[];
  modal?: OpenModal | undefined;
  menu?: OpenMenu | undefined;
  /** The select whose list is open: `message id:custom id`. */
  openSelect?: string | undefined;
  /** What was typed to narrow that list down. */
  selectSearch: string;
  /** By the same key, what was chosen in this tab. */
  selected: Record<string, string[]>;
  switcherOpen: boolean;
  drawerOpen: boolean;
  membersOpen: boolean;
  composer: ComposerState;
  /** A refused call, shown for a moment. */
  notice?: string | undefined;
}

export const emptyState = (user: string, channel: string): PageState => ({
  link: 'connecting',
  user,
  channel,
  pending: [],
  visited: {},
  unread: [],
  selectSearch: '',
  selected: {},
  switcherOpen: false,
  drawerOpen: false,
  membersOpen: true,
  composer: emptyComposer,
});

export const applyEvent = (state: PageState, event: ClientEvent): PageState => {
  switch (event.type) {
    case 'state':
      return withClient(state, event.state);
    case 'message_create':
    case 'message_update':
      return withMessage(settled(state, event.nonce), event.message, event.type === 'message_create');
    case 'message_delete':
      return withoutMessage(state, event.channel_id, event.message_id);
    case 'commands':
      return changeClient(state, { commands: event.commands });
    case 'bot':
      return changeClient(state, { bot: event.bot, bot_online: event.online });
    case 'modal':
      return withModal(state, event.modal, event.nonce);
    case 'interaction_done':
      return settled(state, event.nonce);
    case 'interaction_failed':
      return withFailure(state, event.nonce, event.reason);
    default:
      return state;
  }
};

/**
 * After a broken line nothing is awaited that a fresh state does not mention: its answer came meanwhile, or never will.
 * A state that comes while the line is open only tells of other servers.
 */
const withClient = (state: PageState, client: ClientState): PageState => {
  const known = client.channels.some((channel) => channel.id === state.channel);
  return {
    ...state,
    link: 'open',
    client,
    channel: known ? state.channel : (firstChannel(client)?.id ?? ''),
    pending: state.link === 'open' ? state.pending : [],
  };
};

/** The one to open where nobody said which: the first of a server's. */
export const firstChannel = ({ channels }: ClientState): ClientChannel | undefined =>
  channels.find(({ kind }) => kind === 'guild') ?? channels[0];

/** The server that a channel is in, `''` for direct messages. */
export const serverOf = ({ client }: PageState, channel: string): string =>
  client?.channels.find(({ id }) => id === channel)?.guild_id ?? '';

/** The scene of the open channel. */
export const sceneIn = ({ client, channel }: PageState): Scene | undefined => client && sceneOf(client, channel);

const changeClient = (state: PageState, change: Partial<ClientState>): PageState =>
  state.client ? { ...state, client: { ...state.client, ...change } } : state;

const withMessage = (state: PageState, message: APIMessage, isNew: boolean): PageState => {
  if (!state.client) return state;
  const channel = message.channel_id;
  const messages = upsert(state.client.messages[channel] ?? [], message);
  const changed = changeClient(state, { messages: { ...state.client.messages, [channel]: messages } });
  const next = { ...changed, selected: withoutChosen(state.selected, message.id) };
  const unseen = isNew && channel !== state.channel && !state.unread.includes(channel);
  return unseen ? { ...next, unread: [...state.unread, channel] } : next;
};

/** An edited message says itself what is chosen. */
const withoutChosen = (selected: PageState['selected'], messageId: string): PageState['selected'] =>
  Object.fromEntries(Object.entries(selected).filter(([key]) => !key.startsWith(`${messageId}:`)));

const upsert = (messages: APIMessage[], message: APIMessage): APIMessage[] => {
  const at = messages.findIndex(({ id }) => id === message.id);
  return at < 0 ? [...messages, message] : messages.with(at, message);
};

const withoutMessage = (state: PageState, channel: string, id: string): PageState => {
  const messages = state.client?.messages[channel];
  if (!state.client || !messages) return state;
  const left = messages.filter((message) => message.id !== id);
  return changeClient(state, { messages: { ...state.client.messages, [channel]: left } });
};

const settled = (state: PageState, nonce: string | undefined): PageState => {
  const done = state.pending.find((pending) => pending.nonce === nonce);
  if (!done) return state;
  const next = { ...state, pending: state.pending.filter((pending) => pending !== done) };
  return done.kind === 'modal' ? { ...next, modal: undefined } : next;
};

/** A modal opens only in the tab that asked for it. */
const withModal = (state: PageState, modal: OpenModal['modal'], nonce: string): PageState => {
  const asked = state.pending.find((pending) => pending.nonce === nonce);
  return asked ? { ...settled(state, nonce), modal: { modal, channel: asked.channel } } : state;
};

const withFailure = (state: PageState, nonce: string, failure: string): PageState => ({
  ...state,
  pending: state.pending.map((pending) => (pending.nonce === nonce ? { ...pending, failure } : pending)),
});

/** What is still awaited, or has failed, of one message's components. */
export const pendingOf = (state: PageState, messageId: string): Pending[] =>
  state.pending.filter((pending) => pending.messageId === messageId);

export const isWaiting = (pending: Pending): boolean => pending.failure === undefined;
