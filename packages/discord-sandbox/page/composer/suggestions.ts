/** The list above the composer: commands while a name is typed, then an option's choices, or options to add. Pure. */
import { Option, type SlashCommand, slashCommands } from '../discord.ts';
import type { Scene } from '../scene.ts';
import type { Choice, ComposerState, Draft } from './composer-state.ts';
import { type BasicOption, findOption, fixedChoices, missingOptions } from './draft.ts';

export type Row =
  | { kind: 'command'; command: SlashCommand }
  | { kind: 'option'; option: BasicOption }
  | { kind: 'choice'; choice: Choice };

export interface Suggestions {
  title: string;
  description?: string;
  rows: Row[];
  /** The row to mark before anybody pressed an arrow key: -1 where Enter must send what was typed. */
  start: -1 | 0;
  empty?: string;
}

/** Undefined when there is nothing to show. */
export const suggestionsFor = (composer: ComposerState, scene: Scene): Suggestions | undefined => {
  if (composer.listClosed) return undefined;
  if (composer.draft) return draftSuggestions(composer.draft, composer, scene);
  const [, typed] = /^\/([^\n]*)$/.exec(composer.text) ?? [];
  return typed === undefined ? undefined : commandSuggestions(typed.toLowerCase(), scene);
};

const commandSuggestions = (typed: string, scene: Scene): Suggestions | undefined => {
  const found = rankCommands(typed, slashCommands(scene.commands));
  // Behind a name and a space stand options or prose.
  if (typed.includes(' ') && !found.length) return undefined;
  const none = scene.bot ? 'There is no command that you may use here.' : 'There is no bot here whose commands to use.';
  const empty = scene.commands.length ? `No command matches “/${typed}”.` : none;
  return { title: 'Commands', rows: found.map((command) => ({ kind: 'command', command })), start: 0, empty };
};

/** Names that begin with what was typed, then names that hold it, then descriptions that do. */
const rankCommands = (typed: string, commands: SlashCommand[]): SlashCommand[] => {
  const rank = ({ name, description }: SlashCommand): number => {
    if (name.startsWith(typed)) return 0;
    if (name.includes(typed)) return 1;
    return typed.length > 1 && description.toLowerCase().includes(typed) ? 2 : 3;
  };
  return commands
    .filter((command) => rank(command) < 3)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
};

const draftSuggestions = (draft: Draft, composer: ComposerState, scene: Scene): Suggestions | undefined => {
  const option = findOption(draft, draft.active);
  if (!option) return optionSuggestions(draft, draft.trailing);
  if (option.type === Option.Attachment)
    return { title: option.name, description: option.description, rows: [], start: -1 };
  const fixed = fixedChoices(option, scene);
  if (fixed) return choiceSuggestions(option, filterChoices(fixed, draft), 0);
  const live = 'autocomplete' in option && option.autocomplete;
  return choiceSuggestions(option, live ? composer.choices : [], -1);
};

const choiceSuggestions = (option: BasicOption, choices: Choice[], start: -1 | 0): Suggestions => ({
  title: option.name,
  description: option.description,
  rows: choices.map((choice) => ({ kind: 'choice', choice })),
  start,
  ...(start === 0 && { empty: 'No choice matches.' }),
});

/** All of them while the field is empty or holds a choice already made. */
const filterChoices = (choices: Choice[], draft: Draft): Choice[] => {
  const field = draft.fields[draft.active];
  const typed = field?.value === undefined ? (field?.text ?? '').trim().toLowerCase() : '';
  return choices.filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, 25);
};

const optionSuggestions = (draft: Draft, typed: string): Suggestions | undefined => {
  const rows = missingOptions(draft)
    .filter(({ name }) => name.includes(typed.trim().toLowerCase()))
    .map((option): Row => ({ kind: 'option', option }));
  const description = draft.command.description;
  return { title: `/${draft.command.name}`, description, rows, start: typed.trim() ? 0 : -1 };
};
