import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Option, SlashCommand } from '../bot/command.ts';
import { messagesFor } from '../reply/messages.ts';

const messages = messagesFor('en');

/** Everywhere: installed in a server or by a person, used in servers, direct messages and group messages. */
const WHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** The commands as Discord registers them; descriptions come from the message catalogue. */
export function toDefinitions(commands: readonly Command[]): RESTPutAPIApplicationCommandsJSONBody {
  return commands.map((command) =>
    command.type === ApplicationCommandType.ChatInput
      ? { ...WHERE, ...slashDefinition(command) }
      : { ...WHERE, type: command.type, name: command.name },
  );
}

function slashDefinition({ type, name, options }: SlashCommand) {
  const description = messages.plain(`commands.${name}.description`);
  return { type, name, description, options: options.map((option) => optionDefinition(name, option)) };
}

function optionDefinition(command: string, option: Option) {
  return { ...option, description: messages.plain(`commands.${command}.options.${option.name}`) };
}
