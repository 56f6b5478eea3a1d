import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Library } from '../answer/library.ts';
import type { Logger } from '../logger.ts';
import { parseCustomId } from '../reply/custom-id.ts';
import { LIMITS } from '../reply/limits.ts';
import { type Messages, messagesFor } from '../reply/messages.ts';
import { noticeView } from '../reply/notice-view.ts';
import type { Action } from './action.ts';
import type { Command, Context } from './command.ts';
import { argumentsOf, focusedOption, localeOf, userOf } from './interaction.ts';
import { messageBody, type Reply } from './reply.ts';
import type { Transport } from './transport.ts';

export interface DispatcherOptions {
  readonly commands: readonly Command[];
  readonly actions: readonly Action[];
  readonly library: Library;
  readonly logger: Logger;
  /** Milliseconds after which an answer that is not there yet is deferred. Discord gives 3,000 in all. */
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
    case InteractionType.ApplicationCommandAutocomplete:
      return send(options, () => transport.respond(choicesFor(options, interaction)));
    default:
      return deliver(options, interaction, transport);
  }
}

function choicesFor(
  options: DispatcherOptions,
  interaction: APIApplicationCommandAutocompleteInteraction,
): APIInteractionResponse {
  const choices = completions(options, interaction).slice(0, LIMITS.choices);
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}

/** A failure while completing is logged and shows no suggestions: the text can be sent all the same. */
function completions(options: DispatcherOptions, interaction: APIApplicationCommandAutocompleteInteraction) {
  const focused = focusedOption(interaction.data.options);
  const command = options.commands.find(({ name }) => name === interaction.data.name);
  if (!focused || command?.type !== ApplicationCommandType.ChatInput) return [];
  try {
    return command.complete[focused.name]?.(focused.typed, contextOf(options, interaction)) ?? [];
  } catch (error) {
    options.logger.error({ err: error, command: command.name, option: focused.name }, 'Autocompletion failed');
    return [];
  }
}

type Replying = Exclude<
  APIInteraction,
  { type: InteractionType.Ping | InteractionType.ApplicationCommandAutocomplete }
>;

/** Runs the handler and delivers what it gives back, acknowledging first where it takes long. */
async function deliver(options: DispatcherOptions, interaction: Replying, transport: Transport): Promise<void> {
  const reply = run(options, interaction);
  const inTime = await settlesWithin(reply, options.deferAfter ?? 1500);
  const fromComponent = interaction.type === InteractionType.MessageComponent;
  const { messages } = contextOf(options, interaction);
  try {
    if (inTime) return await transport.respond(toResponse(await reply));
    await transport.respond(deferral(fromComponent));
    await deliverLate(await reply, fromComponent, transport, messages);
  } catch (error) {
    const apology = unexpected(options, interaction, error, messages);
    // Refused content leaves the interaction open; an expired one refuses this too, and only the log tells.
    await send(options, () =>
      transport.respond(toResponse(apology)).catch(() => transport.followUp(messageBody(apology))),
    );
  }
}

async function run(options: DispatcherOptions, interaction: Replying): Promise<Reply> {
  const context = contextOf(options, interaction);
  try {
    return await runHandler(options, interaction, context);
  } catch (error) {
    return unexpected(options, interaction, error, context.messages);
  }
}

/** The one message for whatever nobody foresaw, and the log line with the same id. */
function unexpected({ logger }: DispatcherOptions, interaction: Replying, error: unknown, messages: Messages): Reply {
  const errorId = randomBytes(4).toString('hex');
  logger.error({ err: error, errorId, interaction: describe(interaction) }, 'An interaction failed');
  return { show: 'private', components: noticeView(messages.markdown('error.unexpected', { id: errorId })) };
}

function runHandler(options: DispatcherOptions, interaction: Replying, context: Context): Reply | Promise<Reply> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return runCommand(options, interaction, context);
    case InteractionType.MessageComponent:
      return runAction(options, interaction, context);
    default:
      return outdated(context);
  }
}

function runCommand(
  { commands }: DispatcherOptions,
  { data }: Extract<Replying, { type: InteractionType.ApplicationCommand }>,
  context: Context,
): Reply | Promise<Reply> {
  const command = commands.find(({ name, type }) => name === data.name && type === data.type);
  if (command?.type === ApplicationCommandType.ChatInput && data.type === ApplicationCommandType.ChatInput) {
    return command.run(argumentsOf(data.options), context);
  }
  if (command?.type === ApplicationCommandType.Message && data.type === ApplicationCommandType.Message) {
    const message = data.resolved.messages[data.target_id];
    if (message) return command.run(message, context);
  }
  return outdated(context);
}

function runAction(
  { actions }: DispatcherOptions,
  interaction: Extract<Replying, { type: InteractionType.MessageComponent }>,
  context: Context,
): Reply | Promise<Reply> {
  const { action: name, args } = parseCustomId(interaction.data.custom_id);
  const action = actions.find((candidate) => candidate.name === name);
  if (!action) return outdated(context);
  const { message } = interaction;
  return action.run(args, {
    ...context,
    message,
    values: 'values' in interaction.data ? interaction.data.values : [],
    isPrivate: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    isAsker: message.interaction_metadata?.user.id === context.user.id,
  });
}

/** A command or button of an earlier version, or a forged one. */
function outdated({ messages }: Context): Reply {
  return { show: 'private', components: noticeView(messages.markdown('error.outdated')) };
}

function contextOf({ library }: DispatcherOptions, interaction: APIInteraction): Context {
  return { library, messages: messagesFor(localeOf(interaction)), user: userOf(interaction) };
}

async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

function toResponse(reply: Reply): APIInteractionResponse {
  const type =
    reply.show === 'update' ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
  return { type, data: messageBody(reply) };
}

/** Deferred privately: what turns out to be for the person alone must never have been public, and a deferral cannot change its mind. */
function deferral(fromComponent: boolean): APIInteractionResponse {
  return fromComponent
    ? { type: InteractionResponseType.DeferredMessageUpdate }
    : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } };
}

async function deliverLate(
  reply: Reply,
  fromComponent: boolean,
  transport: Transport,
  messages: Messages,
): Promise<void> {
  if (reply.show === 'update') return transport.edit(messageBody(reply));
  if (fromComponent) return transport.followUp(messageBody(reply));
  if (reply.show === 'private') return transport.edit(messageBody(reply));
  // The first message after a deferral takes its place and stays private, so the public one comes second.
  await transport.edit(messageBody({ show: 'private', components: noticeView(messages.markdown('slow.public')) }));
  return transport.followUp(messageBody(reply));
}

/** Nothing more can be told to the person where the sending itself fails; the log says why. */
async function send({ logger }: DispatcherOptions, sending: () => Promise<void>): Promise<void> {
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
