import { DiscordAPIError, type RateLimitData, REST } from 'discord.js';
import { type APIApplication, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord-api-types/v10';
import type { Dispatcher } from '../bot/dispatch.ts';
import type { Logger } from '../logger.ts';

/** What every way in needs. */
export interface IngressOptions {
  readonly token: string;
  /** Discord's REST API, without the version. */
  readonly api: string;
  readonly dispatcher: Dispatcher;
  readonly definitions: RESTPutAPIApplicationCommandsJSONBody;
  readonly logger: Logger;
}

/** A way in for interactions: the gateway, or an HTTP endpoint. */
export interface Ingress {
  /** The ids of the guilds that the bot is in. */
  listServers(): Promise<ReadonlySet<string>>;
  isOpen(): boolean;
  /** Takes no more interactions, finishes those in flight (for at most `graceMs`), and leaves. */
  close(graceMs?: number): Promise<void>;
}

/** Milliseconds that what is in flight has when the bot is told to end; a supervisor often waits 10 s in all. */
export const GRACE_MS = 4_000;

/** Resolves when nothing is in flight any more, or after `graceMs`. */
export async function drained(dispatcher: Dispatcher, graceMs: number): Promise<void> {
  await Promise.race([dispatcher.idle(), new Promise((resolve) => setTimeout(resolve, graceMs))]);
}

/**
 * A limit that does not say how long it lasts, such as that of a proxy before Discord: the library would ask again at once
 * and without end, and Discord bans for ten thousand requests in vain.
 */
const withoutEnd = ({ retryAfter }: RateLimitData): boolean => !(retryAfter > 0);

/** For the bot's own calls. */
export function ownRest({ api, token }: Pick<IngressOptions, 'api' | 'token'>): REST {
  return new REST({ api, version: '10', rejectOnRateLimit: withoutEnd }).setToken(token);
}

/**
 * For what is sent back for an interaction: the transport tries again by itself, since it knows until when that is of
 * use, and Discord's global limit does not count it. (0, which the library documents as "unlimited", lets one request a
 * second through.)
 */
export function replyRest({ api }: Pick<IngressOptions, 'api'>): REST {
  return new REST({
    api,
    version: '10',
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: withoutEnd,
  });
}

/** Milliseconds for which the first answer is waited for: the library would try on for a minute without a word. */
const ANSWER_MS = 20_000;

/** The application whose token it is; rejects with what the operator can correct. */
export async function applicationOf(rest: REST, api: string, ms = ANSWER_MS): Promise<APIApplication> {
  try {
    return (await rest.get(Routes.currentApplication(), { signal: AbortSignal.timeout(ms) })) as APIApplication;
  } catch (error) {
    throw explain(error, api);
  }
}

/** The failures that the operator can correct. */
export function explain(error: unknown, api: string): unknown {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return new Error('DISCORD_TOKEN was refused by Discord: copy the token anew from "Bot" in the Developer Portal.');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'].includes(code)) {
    return new Error(`Discord's API cannot be reached at ${api} (${code}): check the connection and DISCORD_API.`);
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return new Error(`Discord's API at ${api} does not answer: check the connection and DISCORD_API.`);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(`Could not connect to Discord at ${api}: ${reason}. Check DISCORD_API and DISCORD_TOKEN.`, {
    cause: error,
  });
}
