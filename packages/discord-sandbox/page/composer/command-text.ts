/** A command typed as plain text: `/ask When was it founded? source:yearbook`. Pure. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { Option, type SlashCommand, slashCommands } from '../discord.ts';

export interface CommandText {
  command: SlashCommand;
  /** By option name. */
  values: Record<string, string>;
  /** Text that no option can take. */
  rest: string;
}

/** Undefined when the text does not begin with the name of a slash command. */
export const parseCommandText = (text: string, commands: APIApplicationCommand[]): CommandText | undefined => {
  const [, typed] = /^\/([\s\S]*)$/.exec(text) ?? [];
  if (typed === undefined) return undefined;
  const begins = ({ name }: SlashCommand): boolean =>
    `${typed.toLowerCase()} `.replace(/\s/g, ' ').startsWith(`${name} `);
  // `/quiz start` before `/quiz`, whatever their order.
  const [command] = slashCommands(commands)
    .filter(begins)
    .sort((a, b) => b.name.length - a.name.length);
  return command && { command, ...parseOptions(command, typed.slice(command.name.length).trim()) };
};

/**
 * `option:value` up to the next option's name; what stands before the first name goes to the first required
 * string option, or the first string option where none is required. A name with a space behind its colon is prose.
 */
export const parseOptions = (command: SlashCommand, text: string): Omit<CommandText, 'command'> => {
  const marks = findMarks(command, text);
  const values: Record<string, string> = {};
  marks.forEach(({ name, from }, index) => {
    values[name] = text.slice(from, marks[index + 1]?.at ?? text.length).trim();
  });
  const lead = text.slice(0, marks[0]?.at ?? text.length).trim();
  const main = mainOption(command);
  if (!lead) return { values, rest: '' };
  if (!main || main in values) return { values, rest: lead };
  return { values: { [main]: lead, ...values }, rest: '' };
};

interface Mark {
  name: string;
  /** Where the name begins and where its value begins. */
  at: number;
  from: number;
}

const findMarks = (command: SlashCommand, text: string): Mark[] => {
  const names = new Set(command.options.map(({ name }) => name));
  const marks: Mark[] = [];
  for (const match of text.matchAll(/(?<!\S)([^\s:]{1,32}):(?=\S)/g)) {
    const name = match[1]?.toLowerCase() ?? '';
    // A name stands once; the second time it is part of a value.
    if (names.delete(name)) marks.push({ name, at: match.index, from: match.index + match[0].length });
  }
  return marks;
};

const mainOption = (command: SlashCommand): string | undefined => {
  const strings = command.options.filter(({ type }) => type === Option.String);
  return (strings.find(({ required }) => required) ?? strings[0])?.name;
};
