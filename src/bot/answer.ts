import { randomBytes } from 'node:crypto';
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { StoreUnavailable } from '../store/types.ts';
import { completions } from './complete.ts';
import { contextOf } from './context.ts';
import { answered, deliver, toResponse } from './delivery.ts';
import { type Replying, runHandler } from './handlers.ts';
import type { Incoming } from './incoming.ts';
import { notice } from './notice.ts';
import type { Outcome } from './observer.ts';
import type { BotParts } from './parts.ts';
import { messageBody, type Reply, type Result } from './reply.ts';
import { type Acknowledged, InteractionGone } from './transport.ts';

/** Answers an interaction whose turn has come. Whatever fails is said to the person, or logged where that fails too. */
export async function answer(incoming: Incoming, parts: BotParts, deferAfter: number): Promise<Outcome> {
  const { raw, transport } = incoming;
  switch (raw.type) {
    case InteractionType.Ping:
      return sent(incoming, parts, () => transport.respond({ type: InteractionResponseType.Pong }));
    case InteractionType.ApplicationCommandAutocomplete: {
      const choices = [...(await completions(parts, raw, incoming))];
      const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
      return sent(incoming, parts, () => transport.respond({ type, data: { choices } }));
    }
    default:
      return reply(incoming, raw, parts, deferAfter);
  }
}

/** Runs the handler and delivers what it gives back; where that fails, says so. */
async function reply(incoming: Incoming, raw: Replying, parts: BotParts, deferAfter: number): Promise<Outcome> {
  const result = run(incoming, raw, parts);
  try {
    const outcome = await deliver(result, incoming, deferAfter);
    if (outcome !== 'taken') await settle(result, outcome !== 'expired');
    return outcome;
  } catch (error) {
    if (error instanceof InteractionGone) {
      await settle(result, false);
      return 'expired';
    }
    const wasAcknowledged = incoming.acknowledged !== undefined;
    const apologised = await apologise(incoming, parts, error);
    if (isRefusal(error)) await settle(result, false);
    // An interaction takes one acknowledgement: where it took this one or expired, it never had the reply.
    else if (!wasAcknowledged && apologised !== 'failed') await settle(result, apologised === 'taken');
    return 'failed';
  }
}

/** Refused content leaves the interaction open; an expired one refuses this too, and only the log tells. */
function apologise(incoming: Incoming, parts: BotParts, error: unknown): Promise<Outcome> {
  const { transport } = incoming;
  const apology = unexpected(incoming, parts, error);
  return sent(incoming, parts, async () => {
    if (incoming.acknowledged === undefined) return transport.respond(toResponse(apology));
    await transport.followUp(messageBody(apology));
    return 'done';
  });
}

async function settle(result: Promise<Result>, shown: boolean): Promise<void> {
  const reply = await result;
  if ('show' in reply && reply.show !== 'modal') await reply.settled?.(shown);
}

/** Discord has had it and did not take it. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  return status >= 400 && status < 500;
}

async function run(incoming: Incoming, raw: Replying, parts: BotParts): Promise<Result> {
  try {
    const result = await runHandler(parts, raw, await contextOf(parts, incoming));
    if (!('show' in result)) return guarded(result, incoming, parts);
    if (result.show !== 'modal') incoming.verdict = result.verdict;
    return result;
  } catch (error) {
    return unexpected(incoming, parts, error);
  }
}

/** The steps of long work; a failure on the way becomes the last of them. */
async function* guarded(steps: AsyncIterable<Reply>, incoming: Incoming, parts: BotParts) {
  try {
    yield* steps;
  } catch (error) {
    yield unexpected(incoming, parts, error);
  }
}

/** The one message for whatever nobody foresaw, and the log line with the same id; a store that is away is foreseen. */
function unexpected(incoming: Incoming, { logger }: BotParts, error: unknown): Reply {
  const { fields, messages } = incoming;
  incoming.verdict = error instanceof StoreUnavailable ? 'storeAway' : 'error';
  if (error instanceof StoreUnavailable) {
    logger.warn({ err: error, ...fields }, 'The store is away');
    return notice(messages.markdown('error.storeAway'));
  }
  const errorId = randomBytes(4).toString('hex');
  logger.error({ err: error, errorId, ...fields }, 'An interaction failed');
  return notice(messages.markdown('error.unexpected', { id: errorId }));
}

/** Nothing more can be said to the person where the sending itself fails; the log says why. */
async function sent(
  { fields }: Incoming,
  { logger }: BotParts,
  sending: () => Promise<Acknowledged>,
): Promise<Outcome> {
  try {
    return answered(await sending());
  } catch (error) {
    logger.warn({ err: error, ...fields }, 'A reply could not be delivered');
    return 'failed';
  }
}
