import { randomBytes } from 'node:crypto';
import {
  type APIInteraction,
  type APIInteractionDataResolved,
  type APIMessage,
  ChannelType,
  InteractionContextType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { NewId } from '../ids.ts';
import { channelFields } from '../world/channel-object.ts';
import type { Messages } from '../world/messages.ts';
import { APP_PERMISSIONS } from '../world/objects.ts';
import type { Channel, Person, World } from '../world/world.ts';

export interface InteractionStart {
  type: InteractionType;
  person: Person;
  channel: Channel;
  data: object;
  /** The message that a used component stands in. */
  message?: APIMessage | undefined;
}

/** Builds interactions as Discord sends them, field by field. */
export class Payloads {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #newId: NewId;
  readonly #uploadLimit: number;

  /** `uploadLimit` in bytes a file. */
  constructor(world: World, messages: Messages, newId: NewId, uploadLimit: number) {
    this.#world = world;
    this.#messages = messages;
    this.#newId = newId;
    this.#uploadLimit = uploadLimit;
  }

  interaction({ type, person, channel, data, message }: InteractionStart): APIInteraction {
    const { guild } = channel;
    const raw = {
      id: this.#newId(),
      application_id: this.#world.application.id,
      type,
      token: randomBytes(72).toString('base64url'),
      version: 1,
      data,
      ...(message ? { message } : {}),
      channel_id: channel.id,
      channel: this.channel(channel, person),
      locale: person.locale,
      app_permissions: APP_PERMISSIONS,
      entitlements: [],
      entitlement_sku_ids: [],
      attachment_size_limit: this.#uploadLimit,
      authorizing_integration_owners: this.#owners(channel, person),
    };
    const place =
      guild === null
        ? { context: InteractionContextType.BotDM, user: person.user }
        : {
            context: InteractionContextType.Guild,
            guild_id: guild.id,
            guild_locale: guild.locale,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            member: this.#world.interactionMember(guild, person),
          };
    return { ...raw, ...place } as unknown as APIInteraction;
  }

  /** Key 0 is the server that the app is installed in ("0": the direct messages with its bot), 1 who has it for themselves. */
  #owners({ guild }: Channel, { user, installed }: Person): object {
    return {
      ...(guild === null ? { 0: '0' } : guild.hasBot ? { 0: guild.id } : {}),
      ...(installed ? { 1: user.id } : {}),
    };
  }

  /** A channel as interactions carry it, with what the person may do in it. */
  channel(channel: Channel, person: Person): object {
    const last_message_id = this.#messages.lastId(channel.id);
    if (channel.guild === null) {
      const recipients = [person.user];
      return { id: channel.id, type: ChannelType.DM, last_message_id, flags: 0, recipients };
    }
    return {
      ...channelFields(channel, channel.guild),
      last_message_id,
      last_pin_timestamp: null,
      permissions: this.#world.permissions(person, channel.guild).toString(),
    };
  }

  /** The full objects of the people, roles and channels that an option or select names by id. */
  resolve(ids: readonly string[], place: Channel, person: Person): APIInteractionDataResolved {
    const resolved: Required<Pick<APIInteractionDataResolved, 'users' | 'members' | 'roles' | 'channels'>> = {
      users: {},
      members: {},
      roles: {},
      channels: {},
    };
    for (const id of ids) {
      const named = this.#world.people.get(id);
      const role = place.guild?.roles.find((candidate) => candidate.id === id);
      const channel = place.guild?.channels.find((candidate) => candidate.id === id);
      if (named) resolved.users[id] = named.user;
      if (named && place.guild?.members.has(id)) resolved.members[id] = this.#memberWithoutUser(place.guild, named);
      if (id === this.#world.bot.id) resolved.users[id] = this.#world.bot;
      if (role) resolved.roles[id] = role;
      if (channel) resolved.channels[id] = this.channel(channel, person) as never;
    }
    return Object.fromEntries(Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0));
  }

  #memberWithoutUser(guild: NonNullable<Channel['guild']>, person: Person) {
    const { user: _, deaf: __, mute: ___, ...member } = this.#world.interactionMember(guild, person);
    return member;
  }
}
