import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import { LIMITS } from '../reply/limits.ts';
import { messagesFor } from '../reply/messages.ts';
import { noticeView } from '../reply/notice-view.ts';
import { StoreUnavailable } from '../store/types.ts';
import { createAgeClock } from './age.ts';
import type { Choice } from './command.ts';
import { contextOf } from './context.ts';
import { DEFER_AFTER, defer, deliver, type Outcome, toResponse } from './delivery.ts';
import { calledBy, type Replying, runHandler } from './handlers.ts';
import { focusedOption, localeOf, optionsOf } from './interaction.ts';
import type { BotParts } from './parts.ts';
import { messageBody, type Reply, type Result } from './reply.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import type { Transport } from './transport.ts';

export interface DispatcherOptions extends BotParts {
  /** See `DEFER_AFTER`. */
  readonly deferAfter?: number;
}

export interface Dispatcher {
  /**
   * Answers one interaction; resolves when it is done with, or was dropped because its time was up. Never rejects:
   * whatever goes wrong is said to the person and logged under one id. One that comes twice is answered once.
   */
  handle(interaction: APIInteraction, transport: Transport): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

/** Ids of interactions are remembered for as long as their tokens last, so many at most. */
const MAX_REMEMBERED = 20_000;
const REMEMBERED_MS = 15 * 60_000;

/** The one way in for every transport. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { logger, deferAfter = DEFER_AFTER } = options;
  const ageOf = createAgeClock();
  const seen = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS });
  const scheduler = createScheduler({ deferAfter });
  return {
    async handle(interaction, transport) {
      const age = ageOf(interaction.id);
      if (seen.has(interaction.id)) return logger.debug({ id: interaction.id }, 'An interaction came twice');
      seen.set(interaction.id, true);
      const work = workFor(interaction, transport, performance.now() - age);
      try {
        await scheduled(work, scheduler, options);
      } catch (error) {
        logger.error({ err: error, ...describe(interaction) }, 'An interaction could not be read');
      }
    },
    idle: () => scheduler.idle(),
  };
}

/** An interaction on its way through the dispatcher. */
interface Work {
  readonly interaction: APIInteraction;
  readonly transport: Transport;
  /** When Discord made it, as `performance.now()` would have had it. */
  readonly received: number;
  isDeferred: boolean;
  /** Discord took an acknowledgement of ours: what follows is one more message. */
  isAcknowledged: boolean;
}

function workFor(interaction: APIInteraction, transport: Transport, received: number): Work {
  const work: Work = {
    interaction,
    transport: {
      ...transport,
      async respond(response, files) {
        const outcome = await transport.respond(response, files);
        work.isAcknowledged ||= outcome === 'done';
        return outcome;
      },
    },
    received,
    isDeferred: false,
    isAcknowledged: false,
  };
  return work;
}

async function scheduled(work: Work, scheduler: Scheduler, options: DispatcherOptions): Promise<void> {
  const { interaction, transport, received } = work;
  const { logger } = options;
  const outcome = await scheduler.run({
    guild: String(interaction.guild_id),
    received,
    start: () => answerInteraction(work, options),
    async defer() {
      if (!isReplying(interaction)) return false;
      work.isDeferred = true;
      try {
        return (await defer(interaction, transport)) === 'done';
      } catch {
        return false;
      }
    },
  });
  const ms = Math.round(performance.now() - received);
  if (outcome === 'expired') logger.warn({ ...describe(interaction), ms, outcome }, 'An interaction was too old');
}

function isReplying(interaction: APIInteraction): interaction is Replying {
  return (
    interaction.type !== InteractionType.Ping && interaction.type !== InteractionType.ApplicationCommandAutocomplete
  );
}

async function answerInteraction(work: Work, options: DispatcherOptions): Promise<void> {
  const { interaction, transport } = work;
  switch (interaction.type) {
    case InteractionType.Ping:
      return send(options, () => transport.respond({ type: InteractionResponseType.Pong }));
    case InteractionType.ApplicationCommandAutocomplete: {
      const choices = await choicesFor(options, interaction);
      return send(options, () => transport.respond(choices));
    }
    default:
      return reply(options, interaction, work);
  }
}

async function choicesFor(
  options: DispatcherOptions,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<APIInteractionResponse> {
  const choices = (await completions(options, interaction)).slice(0, LIMITS.choices);
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}

/** A failure while completing is logged and shows no suggestions: the text can be sent all the same. */
async function completions(
  options: DispatcherOptions,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<readonly Choice[]> {
  const { data } = interaction;
  try {
    const { subcommand, options: given } = optionsOf(data.options);
    const focused = focusedOption(given);
    const command = options.commands.find(({ name }) => name === data.name);
    const complete = focused && command && calledBy(command, subcommand)?.complete[focused.name];
    return complete ? await complete(focused.typed, await contextOf(options, interaction)) : [];
  } catch (error) {
    options.logger.error({ err: error, ...describe(interaction) }, 'Autocompletion failed');
    return [];
  }
}

/** Runs the handler and delivers what it gives back; where that fails, says so. */
async function reply(options: DispatcherOptions, interaction: Replying, work: Work): Promise<void> {
  const { deferAfter = DEFER_AFTER, logger } = options;
  const { transport, received, isDeferred } = work;
  const messages = messagesFor(localeOf(interaction));
  const deferIn = Math.max(0, deferAfter - (performance.now() - received));
  let verdict: string | undefined;
  let outcome: Outcome = 'failed';
  try {
    const result = run(options, interaction).then((given) => {
      if ('verdict' in given) verdict = given.verdict;
      return given;
    });
    outcome = await deliver(result, interaction, transport, { deferIn, isDeferred, messages });
  } catch (error) {
    const apology = unexpected(options, interaction, error);
    // Refused content leaves the interaction open; an expired one refuses this too, and only the log tells.
    await send(options, () =>
      work.isAcknowledged ? transport.followUp(messageBody(apology)) : transport.respond(toResponse(apology)),
    );
  }
  const ms = Math.round(performance.now() - received);
  logger.info({ ...describe(interaction), outcome, ...(verdict === undefined ? {} : { verdict }), ms }, 'Answered');
}

async function run(options: DispatcherOptions, interaction: Replying): Promise<Result> {
  try {
    const result = await runHandler(options, interaction, await contextOf(options, interaction));
    return 'show' in result ? result : guarded(result, options, interaction);
  } catch (error) {
    return unexpected(options, interaction, error);
  }
}

/** The steps of long work; a failure on the way becomes the last of them. */
async function* guarded(steps: AsyncIterable<Reply>, options: DispatcherOptions, interaction: Replying) {
  try {
    yield* steps;
  } catch (error) {
    yield unexpected(options, interaction, error);
  }
}

/** The one message for whatever nobody foresaw, and the log line with the same id; a store that is away is foreseen. */
function unexpected({ logger }: DispatcherOptions, interaction: Replying, error: unknown): Reply {
  const messages = messagesFor(localeOf(interaction));
  if (error instanceof StoreUnavailable) {
    logger.warn({ err: error, ...describe(interaction) }, 'The store is away');
    return { show: 'private', components: noticeView(messages.markdown('error.storeAway')) };
  }
  const errorId = randomBytes(4).toString('hex');
  logger.error({ err: error, errorId, ...describe(interaction) }, 'An interaction failed');
  return { show: 'private', components: noticeView(messages.markdown('error.unexpected', { id: errorId })) };
}

/** Nothing more can be said to the person where the sending itself fails; the log says why. */
async function send({ logger }: Pick<DispatcherOptions, 'logger'>, sending: () => Promise<unknown>): Promise<void> {
  try {
    await sending();
  } catch (error) {
    logger.warn({ err: error }, 'A reply could not be delivered');
  }
}

/** What the log says of an interaction: never what was asked, answered or written. Whatever may be missing is left out. */
function describe({ id, guild_id: guild, data }: APIInteraction): Record<string, unknown> {
  const { name, custom_id: customId } = (data ?? {}) as { readonly name?: unknown; readonly custom_id?: unknown };
  const called = typeof name === 'string' ? name : typeof customId === 'string' ? customId.split(':')[0] : undefined;
  return {
    interaction: id,
    ...(typeof guild === 'string' ? { guild } : {}),
    ...(called === undefined ? {} : { command: called.slice(0, MAX_NAME) }),
  };
}

/** Discord's limit for the name of a command. */
const MAX_NAME = 32;
