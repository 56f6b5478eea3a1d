/** What a person can do outside the composer; each tells the server and keeps what is awaited. */
import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { InvokeOption } from '../src/client-api.ts';
import * as api from './api.ts';
import { emptyComposer } from './composer/composer-state.ts';
import type { SlashCommand } from './discord.ts';
import { newNonce } from './nonce.ts';
import { followReply } from './scroll.ts';
import { isWaiting, type PageState, type Pending, serverOf } from './state.ts';
import type { Store } from './store.ts';

export interface ComponentUse {
  message: APIMessage;
  customId: string;
  type: number;
  values?: string[];
}

export interface Actions {
  openChannel(id: string): void;
  switchTo(user: string): void;
  /** Opens the channel of a server, or of the direct messages where there is none, that was last looked at there. */
  openServer(guildId: string | undefined): void;
  /** `files` by the option that they are for. */
  invoke(command: SlashCommand, options: InvokeOption[], files: Record<string, File>): void;
  invokeOn(command: APIApplicationCommand, message: APIMessage): void;
  use(component: ComponentUse): void;
  submitModal(values: Record<string, string>, choices: Record<string, string[]>): void;
  /** The language of the person, or of the server where one is named. */
  setLocale(locale: string, guild?: string): void;
  dismiss(messageId: string): void;
  forget(pending: Pending): void;
  say(content: string): Promise<boolean>;
  notify(text: string): void;
  set(change: Partial<PageState>): void;
}

/** Milliseconds that a refused call's message stays. */
const noticeTime = 6_000;

export const createActions = (store: Store<PageState>, reconnect: () => void): Actions => {
  const notify = (notice: string): void => {
    store.set({ notice });
    setTimeout(() => store.state.notice === notice && store.set({ notice: undefined }), noticeTime);
  };
  const refused = (error: unknown): void => notify(error instanceof Error ? error.message : String(error));

  /** Keeps the call as awaited until an event with its nonce arrives; a refusal counts as its failure. */
  const awaitAnswer = (
    kind: Pending['kind'],
    label: string,
    send: (nonce: string) => Promise<unknown>,
    about: Partial<Pending> = {},
  ): void => {
    const nonce = newNonce();
    followReply();
    const pending: Pending = {
      kind,
      nonce,
      label,
      channel: store.state.channel,
      at: new Date().toISOString(),
      ...about,
    };
    store.update((state) => ({ ...state, pending: [...withoutOld(state.pending, pending), pending] }));
    send(nonce).catch((error: unknown) =>
      store.update((state) => ({
        ...state,
        pending: state.pending.map((other) =>
          other.nonce === nonce ? { ...other, failure: error instanceof Error ? error.message : String(error) } : other,
        ),
      })),
    );
  };

  const openChannel = (channel: string): void =>
    store.update((state) => ({
      ...state,
      channel,
      visited: { ...state.visited, [serverOf(state, channel)]: channel },
      composer: emptyComposer,
      drawerOpen: false,
      unread: state.unread.filter((id) => id !== channel),
    }));

  return {
    notify,
    set: store.set,
    openChannel,
    switchTo: (user) => {
      store.set({ user, pending: [], modal: undefined, menu: undefined, switcherOpen: false, composer: emptyComposer });
      reconnect();
    },
    openServer: (guildId) => {
      const { client, visited, drawerOpen } = store.state;
      const channels = client?.channels.filter((one) => one.guild_id === guildId) ?? [];
      const channel = channels.find(({ id }) => id === visited[guildId ?? '']) ?? channels[0];
      if (!channel) return;
      openChannel(channel.id);
      // On a phone its channels are what one looks at next.
      store.set({ drawerOpen });
    },
    invoke: ({ id, name, path }, options, files) => {
      const { user, channel } = store.state;
      const call = { user, channel, command_id: id, options, ...(path.length && { subcommand: path }) };
      awaitAnswer('command', `/${name}`, (nonce) => api.invokeCommand({ ...call, nonce }, files));
    },
    invokeOn: ({ id, name }, message) => {
      const call = { user: store.state.user, channel: message.channel_id, command_id: id, target_id: message.id };
      awaitAnswer('command', name, (nonce) => api.invokeCommand({ ...call, options: [], nonce }));
    },
    use: ({ message, customId, type, values }) => {
      const { user } = store.state;
      const channel = message.channel_id;
      const about = { messageId: message.id, customId };
      const use = { user, channel, message_id: message.id, custom_id: customId, component_type: type };
      awaitAnswer('component', '', (nonce) => api.useComponent({ ...use, ...(values && { values }), nonce }), about);
    },
    submitModal: (values, choices) => {
      const { user, modal } = store.state;
      if (!modal) return;
      const submission = { user, channel: modal.channel, custom_id: modal.modal.custom_id, values, choices };
      awaitAnswer('modal', '', (nonce) => api.submitModal({ ...submission, nonce }), { channel: modal.channel });
    },
    setLocale: (locale, guild) =>
      void api.setLocale({ user: store.state.user, locale, ...(guild && { guild }) }).catch(refused),
    dismiss: (messageId) => void api.dismissMessage(store.state.user, messageId).catch(refused),
    forget: (pending) =>
      store.update((state) => ({ ...state, pending: state.pending.filter(({ nonce }) => nonce !== pending.nonce) })),
    say: (content) => {
      const { user, channel } = store.state;
      return api.postMessage({ user, channel, content }).then(
        () => true,
        (error: unknown) => {
          refused(error);
          return false;
        },
      );
    },
  };
};

/** A message shows its last failure only, and a modal its own; each command has a line of its own. */
const withoutOld = (all: Pending[], next: Pending): Pending[] =>
  all.filter(
    (old) => old.kind === 'command' || old.kind !== next.kind || old.messageId !== next.messageId || isWaiting(old),
  );
