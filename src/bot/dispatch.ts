import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Logger } from '../logger.ts';
import { LIMITS } from '../reply/limits.ts';
import { messagesFor } from '../reply/messages.ts';
import { noticeView } from '../reply/notice-view.ts';
import { StoreUnavailable } from '../store/types.ts';
import type { Choice } from './command.ts';
import { contextOf } from './context.ts';
import { DEFER_AFTER, deliver, toResponse } from './delivery.ts';
import { calledBy, type Replying, runHandler } from './handlers.ts';
import { focusedOption, localeOf, optionsOf } from './interaction.ts';
import type { BotParts } from './parts.ts';
import { messageBody, type Reply, type Result } from './reply.ts';
import type { Transport } from './transport.ts';

export interface DispatcherOptions extends BotParts {
  /** See `DEFER_AFTER`. */
  readonly deferAfter?: number;
}

export interface Dispatcher {
  /** Answers one interaction. Never rejects: whatever goes wrong is told to the person and logged under one id. */
  handle(interaction: APIInteraction, transport: Transport): Promise<void>;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

/** The one way in for every transport. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const inFlight = new Set<Promise<void>>();
  return {
    handle(interaction, transport) {
      const work = answerInteraction(options, interaction, transport)
        .catch((error: unknown) => options.logger.error({ err: error }, 'An interaction could not be read'))
        .finally(() => inFlight.delete(work));
      inFlight.add(work);
      return work;
    },
    async idle() {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}

async function answerInteraction(
  options: DispatcherOptions,
  interaction: APIInteraction,
  transport: Transport,
): Promise<void> {
  switch (interaction.type) {
    case InteractionType.Ping:
      return send(options, () => transport.respond({ type: InteractionResponseType.Pong }));
    case InteractionType.ApplicationCommandAutocomplete: {
      const choices = await choicesFor(options, interaction);
      return send(options, () => transport.respond(choices));
    }
    default:
      return reply(options, interaction, transport);
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
  const { subcommand, options: given } = optionsOf(data.options);
  const focused = focusedOption(given);
  const command = options.commands.find(({ name }) => name === data.name);
  const complete = focused && command && calledBy(command, subcommand)?.complete[focused.name];
  if (!complete) return [];
  try {
    return await complete(focused.typed, await contextOf(options, interaction));
  } catch (error) {
    options.logger.error({ err: error, command: data.name, option: focused.name }, 'Autocompletion failed');
    return [];
  }
}

/** Runs the handler and delivers what it gives back; where that fails, says so. */
async function reply(options: DispatcherOptions, interaction: Replying, transport: Transport): Promise<void> {
  const { deferAfter = DEFER_AFTER } = options;
  const messages = messagesFor(localeOf(interaction));
  try {
    await deliver(run(options, interaction), interaction, transport, { deferAfter, messages });
  } catch (error) {
    const apology = unexpected(options, interaction, error);
    // Refused content leaves the interaction open; an expired one refuses this too, and only the log tells.
    await send(options, () =>
      transport.respond(toResponse(apology)).catch(() => transport.followUp(messageBody(apology))),
    );
  }
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
    logger.warn({ err: error, interaction: describe(interaction) }, 'The store is away');
    return { show: 'private', components: noticeView(messages.markdown('error.storeAway')) };
  }
  const errorId = randomBytes(4).toString('hex');
  logger.error({ err: error, errorId, interaction: describe(interaction) }, 'An interaction failed');
  return { show: 'private', components: noticeView(messages.markdown('error.unexpected', { id: errorId })) };
}

/** Nothing more can be told to the person where the sending itself fails; the log says why. */
async function send({ logger }: { readonly logger: Logger }, sending: () => Promise<void>): Promise<void> {
  try {
    await sending();
  } catch (error) {
    logger.warn({ err: error }, 'A reply could not be delivered');
  }
}

function describe(interaction: Replying): Record<string, unknown> {
  const { data } = interaction;
  return { id: interaction.id, ...('name' in data ? { command: data.name } : { customId: data.custom_id }) };
}
