import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import type { ClientEvent } from '../client-api.ts';
import type { Clock } from '../clock.ts';
import type { NewId } from '../ids.ts';
import { type AnyComponent, complete, shownAttachments } from './components.ts';
import type { Feed } from './feed.ts';
import { mentionableText, pingsOf } from './mentions.ts';
import type { Channel, World } from './world.ts';

/** What a message says, before Discord has added ids, times and defaults. */
export interface MessageContent {
  content: string;
  embeds: APIEmbed[];
  components: AnyComponent[];
  /** Every file that it carries, whether its components show it or not. */
  files: APIAttachment[];
  flags: number;
  allowedMentions?: APIAllowedMentions | null | undefined;
}

export interface StoredMessage {
  /** As Discord shows it: `attachments` has those of its files that no component shows. */
  message: APIMessage;
  files: APIAttachment[];
  channel: Channel;
  /** The one person who sees an ephemeral message; null when everybody does. */
  visibleTo: string | null;
}

export interface NewMessage {
  channel: Channel;
  author: APIUser;
  content: MessageContent;
  visibleTo?: string | null;
  /** Where it came from: type, interaction_metadata and the like. */
  origin?: Partial<APIMessage>;
  /** The acting person's call that led to it. */
  nonce?: Nonce | undefined;
  /** What it is found by for some minutes: `createdWith`. */
  key?: string | undefined;
}

export interface Nonce {
  userId: string;
  value: string;
}

const MAX_PER_CHANNEL = 1_000;
/** Discord says "the past few minutes". */
const KEY_MS = 3 * 60_000;

/** The messages of every channel, oldest first; each change is told to the people who may see it. */
export class Messages {
  readonly #channels = new Map<string, Map<string, StoredMessage>>();
  readonly #newest = new Map<string, string>();
  readonly #keys = new Map<string, { readonly stored: StoredMessage; readonly at: number }>();
  readonly #world: World;
  readonly #feed: Feed;
  readonly #newId: NewId;
  readonly #clock: Clock;

  constructor(world: World, feed: Feed, newId: NewId, clock: Clock) {
    this.#world = world;
    this.#feed = feed;
    this.#newId = newId;
    this.#clock = clock;
  }

  create({ channel, author, content, visibleTo = null, origin = {}, nonce, key }: NewMessage): StoredMessage {
    const id = this.#newId();
    const message: APIMessage = {
      id,
      type: MessageType.Default,
      channel_id: channel.id,
      author,
      timestamp: new Date(this.#clock.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      ...this.#body(content),
      ...origin,
    };
    this.#mention(message, content, channel);
    const stored = { message, files: content.files, channel, visibleTo };
    this.#keep(stored);
    if (key !== undefined) this.#keys.set(key, { stored, at: this.#clock.now() });
    this.#tell(stored, (own) => ({ type: 'message_create', message: stored.message, ...own }), nonce);
    return stored;
  }

  /** The message that was created with a key in the past few minutes. */
  createdWith(key: string | undefined): StoredMessage | undefined {
    for (const [old, { at }] of this.#keys) if (this.#clock.now() - at > KEY_MS) this.#keys.delete(old);
    return key === undefined ? undefined : this.#keys.get(key)?.stored;
  }

  /** Replaces what the message says. A filled-in deferred reply counts as new, so it carries no edit time. */
  edit(stored: StoredMessage, content: MessageContent, nonce?: Nonce): StoredMessage {
    const wasLoading = ((stored.message.flags ?? 0) & MessageFlags.Loading) !== 0;
    const message: APIMessage = {
      ...stored.message,
      ...this.#body(content),
      edited_timestamp: wasLoading ? null : new Date(this.#clock.now()).toISOString(),
    };
    this.#mention(message, content, stored.channel);
    stored.message = message;
    stored.files = content.files;
    this.#tell(stored, (own) => ({ type: 'message_update', message, ...own }), nonce);
    return stored;
  }

  remove({ message, channel, visibleTo }: StoredMessage): void {
    this.#channels.get(channel.id)?.delete(message.id);
    const event: ClientEvent = { type: 'message_delete', channel_id: channel.id, message_id: message.id };
    for (const userId of this.#audience(channel, visibleTo)) this.#feed.send(userId, event);
  }

  find(channelId: string, messageId: string): StoredMessage | undefined {
    return this.#channels.get(channelId)?.get(messageId);
  }

  /** What a person sees of a channel, oldest first. */
  visible(userId: string, channelId: string): APIMessage[] {
    return [...(this.#channels.get(channelId)?.values() ?? [])]
      .filter(({ visibleTo }) => visibleTo === null || visibleTo === userId)
      .map(({ message }) => message);
  }

  /** The newest message ever sent there, even if it is gone by now. */
  lastId(channelId: string): string | null {
    return this.#newest.get(channelId) ?? null;
  }

  #keep(stored: StoredMessage): void {
    const messages = this.#channels.get(stored.channel.id) ?? new Map<string, StoredMessage>();
    this.#channels.set(stored.channel.id, messages.set(stored.message.id, stored));
    this.#newest.set(stored.channel.id, stored.message.id);
    const [oldest] = messages.keys();
    if (messages.size > MAX_PER_CHANNEL && oldest !== undefined) messages.delete(oldest);
  }

  #body({ content, embeds, components, files, flags }: MessageContent) {
    const completed = complete(components, files, this.#newId);
    const shown = shownAttachments(completed as unknown as AnyComponent[]);
    return {
      content,
      embeds: embeds.map((embed) => ({ type: 'rich', ...embed })) as APIEmbed[],
      attachments: files.filter(({ id }) => !shown.has(id)),
      flags: flags as MessageFlags,
      components: completed,
    };
  }

  /** `mentions`, `mention_roles` and `mention_everyone` say whom the message notifies, and nobody else. */
  #mention(message: APIMessage, { content, components, allowedMentions }: MessageContent, { guild }: Channel): void {
    const pings = pingsOf(mentionableText(content, components), allowedMentions);
    const users = pings.users.filter((id) => id === this.#world.bot.id || this.#world.people.has(id));
    message.mentions = users.map((id) => this.#world.people.get(id)?.user ?? this.#world.bot);
    message.mention_roles = pings.roles.filter((id) => guild?.roles.some((role) => role.id === id));
    message.mention_everyone = pings.everyone;
  }

  #tell({ channel, visibleTo }: StoredMessage, event: (own: { nonce?: string }) => ClientEvent, nonce?: Nonce): void {
    for (const userId of this.#audience(channel, visibleTo)) {
      this.#feed.send(userId, event(nonce?.userId === userId ? { nonce: nonce.value } : {}));
    }
  }

  #audience(channel: Channel, visibleTo: string | null): string[] {
    if (visibleTo !== null) return [visibleTo];
    return [...this.#world.people.keys()].filter((userId) => this.#world.mayRead(userId, channel));
  }
}
