import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, CommandGroup, Option, SlashCommand } from '../bot/command.ts';
import { type Catalogue, catalogue as installed } from '../reply/messages.ts';

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

/**
 * The commands as Discord registers them. Descriptions and the names of choices come from the message catalogue, in
 * each of its languages; names of commands and options stay English.
 */
export function toDefinitions(
  commands: readonly Command[],
  catalogue: Catalogue = installed,
): RESTPutAPIApplicationCommandsJSONBody {
  const texts = textsOf(catalogue);
  return commands.map((command) =>
    command.type === ApplicationCommandType.ChatInput
      ? { ...(command.serverOnly ? SERVER_ONLY : WHERE), ...slashDefinition(command, texts) }
      : { ...WHERE, type: command.type, name: command.name },
  );
}

/** A text in English, and in each Discord locale that the catalogue has a language for. */
interface Texts {
  describe(key: string): { description: string; description_localizations?: LocalizationMap };
  name(key: string): { name: string; name_localizations?: LocalizationMap };
}

function textsOf({ languages, messagesFor }: Catalogue): Texts {
  const locales = Object.values(Locale).filter((locale) => {
    const [language = ''] = locale.split('-');
    return language !== 'en' && (languages.includes(locale) || languages.includes(language));
  });
  const english = messagesFor('en');
  const inOthers = (key: string): LocalizationMap =>
    Object.fromEntries(locales.map((locale) => [locale, messagesFor(locale).plain(key)]));
  return {
    describe: (key) => ({
      description: english.plain(key),
      ...(locales.length > 0 ? { description_localizations: inOthers(key) } : {}),
    }),
    name: (key) => ({
      name: english.plain(key),
      ...(locales.length > 0 ? { name_localizations: inOthers(key) } : {}),
    }),
  };
}

function slashDefinition(command: SlashCommand | CommandGroup, texts: Texts) {
  const { type, name } = command;
  const options =
    'subcommands' in command
      ? command.subcommands.map((subcommand) => subcommandDefinition(name, subcommand, texts))
      : command.options.map((option) => optionDefinition(name, option, texts));
  return { type, name, ...texts.describe(`commands.${name}.description`), options };
}

function subcommandDefinition(group: string, { name, options }: SlashCommand, texts: Texts) {
  const path = `${group}.${name}`;
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    name,
    ...texts.describe(`commands.${path}.description`),
    options: options.map((option) => optionDefinition(path, option, texts)),
  };
}

function optionDefinition(command: string, option: Option, texts: Texts): APIApplicationCommandBasicOption {
  const choices = 'choices' in option ? option.choices : undefined;
  const named = (value: string) => ({ ...texts.name(`commands.${command}.choices.${option.name}.${value}`), value });
  return {
    ...option,
    ...texts.describe(`commands.${command}.options.${option.name}`),
    ...(choices === undefined ? {} : { choices: choices.map(named) }),
    // Spread, the union of options no longer tells its kinds apart; each of them is one of Discord's.
  } as APIApplicationCommandBasicOption;
}
