import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, CommandGroup, Option, SlashCommand } from '../bot/command.ts';
import { messagesFor } from '../reply/messages.ts';

const messages = messagesFor('en');

/** Everywhere: installed in a server or by a person, used in servers, direct messages and group messages. */
const WHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** What is about a server's own belongs to servers that the bot was installed in. */
const SERVER_ONLY = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** The commands as Discord registers them; descriptions come from the message catalogue. */
export function toDefinitions(commands: readonly Command[]): RESTPutAPIApplicationCommandsJSONBody {
  return commands.map((command) =>
    command.type === ApplicationCommandType.ChatInput
      ? { ...(command.serverOnly ? SERVER_ONLY : WHERE), ...slashDefinition(command) }
      : { ...WHERE, type: command.type, name: command.name },
  );
}

function slashDefinition(command: SlashCommand | CommandGroup) {
  const { type, name } = command;
  const description = messages.plain(`commands.${name}.description`);
  const options =
    'subcommands' in command
      ? command.subcommands.map((subcommand) => subcommandDefinition(name, subcommand))
      : command.options.map((option) => optionDefinition(name, option));
  return { type, name, description, options };
}

function subcommandDefinition(group: string, { name, options }: SlashCommand) {
  const path = `${group}.${name}`;
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    name,
    description: messages.plain(`commands.${path}.description`),
    options: options.map((option) => optionDefinition(path, option)),
  };
}

function optionDefinition(command: string, option: Option) {
  return { ...option, description: messages.plain(`commands.${command}.options.${option.name}`) };
}
