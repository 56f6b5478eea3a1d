/** A command as the app shows it to somebody: descriptions, and names of choices, in their language. Pure. */
import type { APIApplicationCommand } from 'discord-api-types/v10';

export const localized = (command: APIApplicationCommand, locale: string): APIApplicationCommand =>
  translated(command, locale) as APIApplicationCommand;

/** What commands, options and choices have in common. */
interface Part {
  name: string;
  description?: string;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  options?: Part[];
  choices?: Part[];
}

const translated = (part: unknown, locale: string): Part => {
  const { description, options, choices, ...rest } = part as Part;
  return {
    ...rest,
    ...(description !== undefined && { description: rest.description_localizations?.[locale] ?? description }),
    ...(options && { options: options.map((option) => translated(option, locale)) }),
    ...(choices && {
      choices: choices.map((choice) => ({ ...choice, name: choice.name_localizations?.[locale] ?? choice.name })),
    }),
  };
};
