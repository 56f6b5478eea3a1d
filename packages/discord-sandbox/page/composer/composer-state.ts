/** What the composer holds: plain text, or a command whose options are being filled in. */
import type { SlashCommand } from '../discord.ts';

export interface Choice {
  name: string;
  value: string | number | boolean;
}

export interface Field {
  text: string;
  /** The value behind a chosen entry; without it the text itself is the value. */
  value?: Choice['value'];
  /** What is attached, for an option that takes a file; the text is its name. */
  file?: File;
}

export interface Draft {
  command: SlashCommand;
  /** By option name, in the order in which they are shown. */
  fields: Record<string, Field>;
  /** The option being typed into; `''` for the place behind the last one. */
  active: string;
  /** What was typed behind the last option. */
  trailing: string;
  /** By option name; `''` for the place behind the last one. */
  problems: Record<string, string>;
}

export interface ComposerState {
  text: string;
  draft?: Draft | undefined;
  /** The marked row of the list above the composer, -1 for none. */
  highlight: number;
  /** The bot's last answer to what was typed into the active option. */
  choices: Choice[];
  loading: boolean;
  /** Put away with Escape until something is typed. */
  listClosed: boolean;
}

export const emptyComposer: ComposerState = {
  text: '',
  draft: undefined,
  highlight: 0,
  choices: [],
  loading: false,
  listClosed: false,
};
