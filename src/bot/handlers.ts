import {
  type APIInteraction,
  type APIMessage,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { text } from '../reply/components.ts';
import { parseCustomId } from '../reply/custom-id.ts';
import type { Messages } from '../reply/messages.ts';
import type { Command, Context, SlashCommand } from './command.ts';
import { notice } from './notice.ts';
import { argumentsOf, fieldsOf, optionsOf } from './options.ts';
import type { BotParts } from './parts.ts';
import type { Reply, Result } from './reply.ts';

/** The interactions that are answered with a message or a form. */
export type Replying = Exclude<
  APIInteraction,
  { type: InteractionType.Ping | InteractionType.ApplicationCommandAutocomplete }
>;

/** Finds what an interaction calls and runs it; whatever is not there is told to be outdated. */
export async function runHandler(parts: BotParts, interaction: Replying, context: Context): Promise<Result> {
  return withDegraded(await handle(parts, interaction, context), context);
}

function handle(parts: BotParts, interaction: Replying, context: Context): Result | Promise<Result> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return runCommand(parts, interaction, context);
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit:
      return runAction(parts, interaction, context);
  }
}

function runCommand(
  { commands }: BotParts,
  { data }: Extract<Replying, { type: InteractionType.ApplicationCommand }>,
  context: Context,
): Result | Promise<Result> {
  const { messages } = context;
  const command = commands.find(({ name, type }) => name === data.name && type === data.type);
  if (command?.type === ApplicationCommandType.ChatInput && data.type === ApplicationCommandType.ChatInput) {
    const { subcommand, options } = optionsOf(data.options);
    const called = calledBy(command, subcommand);
    if (!called) return outdated(messages);
    return called.run(argumentsOf(options, data.resolved), context);
  }
  if (command?.type === ApplicationCommandType.Message && data.type === ApplicationCommandType.Message) {
    const message = data.resolved.messages[data.target_id];
    if (message) return command.run(message, context);
  }
  return outdated(messages);
}

/** The command itself, or the one of the group that is called. */
export function calledBy(command: Command, subcommand: string | undefined): SlashCommand | undefined {
  if (command.type !== ApplicationCommandType.ChatInput) return undefined;
  if (!('subcommands' in command)) return subcommand === undefined ? command : undefined;
  return command.subcommands.find(({ name }) => name === subcommand);
}

function runAction(
  { actions }: BotParts,
  interaction: Extract<Replying, { type: InteractionType.MessageComponent | InteractionType.ModalSubmit }>,
  context: Context,
): Result | Promise<Result> {
  const { action: name, args } = parseCustomId(interaction.data.custom_id);
  const action = actions.find((candidate) => candidate.name === name);
  const { message } = interaction;
  // A form that a command opened has no message: none of the actions here is reached that way.
  if (!action || !message) return outdated(context.messages);
  const ran = action.run(args, {
    ...context,
    message,
    values: 'values' in interaction.data ? interaction.data.values : [],
    fields: interaction.type === InteractionType.ModalSubmit ? fieldsOf(interaction.data) : {},
    isPrivate: isPrivate(message),
    isAsker: message.interaction_metadata?.user.id === context.person.id,
  });
  return ran ?? outdated(context.messages);
}

const isPrivate = ({ flags }: APIMessage): boolean => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** What could not be searched stands below whatever was found without it. */
function withDegraded(result: Result, { degraded, messages }: Context): Result {
  if (degraded === undefined || !('show' in result) || result.show === 'modal') return result;
  const notice = text(`-# ${messages.markdown(`degraded.${degraded}`)}`);
  return { ...result, components: [...result.components, notice] };
}

/** A command or button of an earlier version, or a forged one. */
function outdated(messages: Messages): Reply {
  return notice(messages.markdown('error.outdated'));
}
