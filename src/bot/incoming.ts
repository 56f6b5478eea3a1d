import {
  type APIInteraction,
  ApplicationIntegrationType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Messages, messagesFor } from '../reply/messages.ts';
import type { Transport } from './transport.ts';

/** One interaction, with what is read of it once, when it arrives. */
export interface Incoming {
  readonly raw: APIInteraction;
  readonly transport: Transport;
  /** When Discord made it, as `performance.now()` would have had it. */
  readonly created: number;
  /** What the log says of it: never what was asked, answered or written. */
  readonly fields: LogFields;
  /** In the language of the person: for private replies. */
  readonly messages: Messages;
  /** In the language of the server, or of the person where nobody else sees them: for replies that all can see. */
  readonly publicMessages: Messages;
  readonly locale: string;
  readonly person: Person;
  /** It was told that its answer comes later. */
  isDeferred: boolean;
  /** When Discord took an acknowledgement of ours, as `created`: what follows it is one more message. */
  acknowledged: number | undefined;
  /** What came of it, in one word for the log and the metrics: a reply's verdict, `error` or `storeAway`. */
  verdict: string | undefined;
}

/** Whatever may be missing is left out. */
export interface LogFields {
  readonly interaction: string;
  readonly guild?: string;
  /** A command's name, or the first part of a custom id. */
  readonly command?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** May manage the server; nobody may in direct messages. */
  readonly isManager: boolean;
  readonly roles: readonly string[];
}

/**
 * Reads an interaction that is `age` milliseconds old, the same over every transport. Never throws: a field that is
 * missing or of another type counts as not given.
 */
export function receive(raw: APIInteraction, transport: Transport, age: number): Incoming {
  const locale = textIn(raw, 'locale') ?? 'en-US';
  const incoming: Incoming = {
    raw,
    transport: {
      async respond(response, files) {
        const outcome = await transport.respond(response, files);
        if (outcome === 'done') incoming.acknowledged ??= performance.now();
        return outcome;
      },
      edit: (...args) => transport.edit(...args),
      followUp: (...args) => transport.followUp(...args),
    },
    created: performance.now() - age,
    fields: fieldsOf(raw),
    messages: messagesFor(locale),
    publicMessages: messagesFor((staysPrivate(raw) ? undefined : textIn(raw, 'guild_locale')) ?? locale),
    locale,
    person: personOf(raw),
    isDeferred: false,
    acknowledged: undefined,
    verdict: undefined,
  };
  return incoming;
}

/** Discord's limit for the name of a command. */
const MAX_NAME = 32;

/** What every line of an interaction says of it. */
export function fieldsOf(raw: APIInteraction): LogFields {
  const guild = textIn(raw, 'guild_id');
  const called = textIn(raw.data, 'name') ?? textIn(raw.data, 'custom_id')?.split(':')[0];
  return {
    interaction: raw.id,
    ...(guild === undefined ? {} : { guild }),
    ...(called === undefined ? {} : { command: called.slice(0, MAX_NAME) }),
  };
}

function personOf({ member, user }: APIInteraction): Person {
  const given = member?.user ?? user;
  const id = textIn(given, 'id') ?? '0';
  const name = textIn(member, 'nick') ?? textIn(given, 'global_name') ?? textIn(given, 'username') ?? '?';
  const roles = Array.isArray(member?.roles) ? member.roles : [];
  return { id, name, isManager: managesServer(textIn(member, 'permissions')), roles };
}

const MANAGES = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

const managesServer = (permissions?: string): boolean => hasAny(permissions, MANAGES);

/** A command whose replies Discord shows to the person alone: they brought the bot along, and may not show what it says. */
function staysPrivate({ type, authorizing_integration_owners: owners, member }: Partial<APIInteraction>): boolean {
  const permissions = textIn(member, 'permissions');
  return (
    type === InteractionType.ApplicationCommand &&
    textIn(owners, ApplicationIntegrationType.UserInstall) !== undefined &&
    textIn(owners, ApplicationIntegrationType.GuildInstall) === undefined &&
    permissions !== undefined &&
    !hasAny(permissions, PermissionFlagsBits.UseExternalApps)
  );
}

const hasAny = (permissions = '', wanted: bigint): boolean =>
  /^\d{1,20}$/.test(permissions) && (BigInt(permissions) & wanted) !== 0n;

/** A field of an object that may be anything. */
function textIn(object: unknown, key: string | number): string | undefined {
  const value = typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
