import { DiscordAPIError, HTTPError, RateLimitError, type RawFile, type REST } from 'discord.js';
import { type APIInteraction, type APIMessage, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { ReplyFile } from '../bot/reply.ts';
import { InteractionGone, type Transport } from '../bot/transport.ts';

/** Milliseconds that an interaction's acknowledgement can be tried for. */
const ACKNOWLEDGE_MS = 3_000;
/**
 * A try to acknowledge is given up after this part of the time that is left, and tried again, since its connection may be
 * dead; but not before so many milliseconds. One with files takes as long as it takes.
 */
const TRY_SHARE = 0.75;
const MIN_TRY_MS = 1_000;
/** Milliseconds for which one more message is tried again: Discord cannot tell that it had it already. */
const FOLLOW_UP_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
/** Between two tries; doubled each time up to the second figure. */
const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 5_000;
/** Milliseconds for which an edit that finds no reply is tried again: the response that made it may still be on its way. */
const EARLY_MS = 3_000;

export interface RestTransportOptions {
  /** The interaction is acknowledged by the response to a request; here only where that response was cut off. */
  readonly wasResponded?: boolean;
}

/**
 * The way back for an interaction over Discord's REST API. Its token is all the authority these calls need. A call that
 * the network or a server error cut off is tried again: the connection may have been stale, and an acknowledgement that
 * Discord had applied all the same says so when it is sent again. `rest` must not try again by itself.
 */
export function restTransport(
  rest: REST,
  { id, application_id, token }: APIInteraction,
  { wasResponded = false }: RestTransportOptions = {},
): Transport {
  const begun = performance.now();
  return {
    async respond(response, files) {
      const until = begun + ACKNOWLEDGE_MS;
      let tries = 0;
      const post = (signal?: AbortSignal) => {
        tries++;
        const options = { body: response, files: raw(files), auth: false, ...(signal ? { signal } : {}) };
        return rest.post(Routes.interactionCallback(id, token), options);
      };
      const postInTime = () => withinMs(post, Math.max(MIN_TRY_MS, TRY_SHARE * (until - performance.now())));
      try {
        await persistently(files?.length ? post : postInTime, until);
        return 'done';
      } catch (error) {
        if (hasCode(error, RESTJSONErrorCodes.UnknownInteraction)) return 'expired';
        if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
        // Where an earlier try of ours was cut off, it is ours that was applied.
        return tries > 1 || wasResponded ? 'done' : 'taken';
      }
    },
    async edit(body, files, { isProgress = false, message = '@original' } = {}) {
      const route = Routes.webhookMessage(application_id, token, message);
      const patch = () => rest.patch(route, { body, files: raw(files), auth: false });
      const early = performance.now() + EARLY_MS;
      const isEarly = (error: unknown) => wasResponded && performance.now() < early && isUnknown(error);
      await persistently(patch, isProgress ? 0 : begun + TOKEN_MS, isEarly);
    },
    async followUp(body, files) {
      const post = () => rest.post(Routes.webhook(application_id, token), { body, files: raw(files), auth: false });
      const { id } = (await persistently(post, performance.now() + FOLLOW_UP_MS)) as APIMessage;
      return id;
    },
  };
}

/** Tries until it succeeds, is refused, or the time (of `performance.now()`) has come. Rejects with the last error. */
async function persistently(
  call: () => Promise<unknown>,
  until: number,
  isEarly: (error: unknown) => boolean = () => false,
): Promise<unknown> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
    try {
      return await call();
    } catch (error) {
      if (GONE.some((code) => hasCode(error, code)) && !isEarly(error)) throw new InteractionGone();
      if (!(isPassing(error) || isEarly(error)) || performance.now() + pause > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Aborts a call that takes longer. */
async function withinMs<T>(call: (signal: AbortSignal) => Promise<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await call(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Of edits and further messages, where the acknowledgement came too late, the token has died since, or somebody has
 * deleted the message.
 */
const GONE = [
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownMessage,
];

const NETWORK = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E(?:HOST|NET)\w+|UND_ERR_\w+)$/;

/** Whether the same call may succeed: the network failed, nothing came back in time, or Discord's servers failed or were busy. */
function isPassing(error: unknown): boolean {
  if (error instanceof RateLimitError) return true;
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordAPIError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && NETWORK.test(String(error.code)));
}

function isUnknown(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 404;
}

function hasCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

const raw = (files: readonly ReplyFile[] = []): RawFile[] =>
  files.map(({ name, data }) => ({ name, data: Buffer.from(data) }));
