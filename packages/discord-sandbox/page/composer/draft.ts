/** A command being filled in: its fields, what is wrong with them, and what is sent in the end. Pure. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { InvokeOption } from '../../src/client-api.ts';
import { displayName, Option, type SlashCommand } from '../discord.ts';
import { fileSize } from '../format.ts';
import type { Scene } from '../scene.ts';
import type { Choice, Draft, Field } from './composer-state.ts';

export type BasicOption = APIApplicationCommandBasicOption;

const emptyField: Field = { text: '' };

export const findOption = (draft: Draft, name: string): BasicOption | undefined =>
  draft.command.options.find((option) => option.name === name);

/** The required options stand there at once, the first of them being typed into. */
export const startDraft = (command: SlashCommand, values: Record<string, string> = {}): Draft => {
  const shown = command.options.filter((option) => option.required || option.name in values);
  const fields = Object.fromEntries(shown.map((option) => [option.name, { text: typedValue(option, values) }]));
  return { command, fields, active: firstEmpty(fields), trailing: '', problems: {} };
};

/** No file can be typed. */
const typedValue = ({ type, name }: BasicOption, values: Record<string, string>): string =>
  type === Option.Attachment ? '' : (values[name] ?? '');

const firstEmpty = (fields: Record<string, Field>): string =>
  Object.keys(fields).find((name) => fields[name]?.text === '') ?? '';

export const setField = (draft: Draft, name: string, field: Field): Draft => ({
  ...draft,
  active: name,
  trailing: name === '' ? field.text : draft.trailing,
  fields: name === '' ? draft.fields : { ...draft.fields, [name]: field },
  problems: without(draft.problems, name),
});

/** Attaches a file to the option that takes it, in the place of any that was there, and goes on to the next one. */
export const attachFile = (draft: Draft, name: string, file: File, scene: Scene): Draft => {
  if (file.size > scene.uploadLimit) {
    const problem = `${file.name} is too large (${fileSize(file.size)}). A file has at most ${fileSize(scene.uploadLimit)}.`;
    const marked = addField(draft, name);
    return { ...marked, problems: { ...marked.problems, [name]: problem } };
  }
  const filled = setField(draft, name, { text: file.name, value: file.name, file });
  return { ...filled, active: nextField(filled, name) };
};

/** The option that a file is for which was dropped or pasted: the active one, or else the first without a file. */
export const fileOption = (draft: Draft): string | undefined => {
  const takers = draft.command.options.filter(({ type }) => type === Option.Attachment).map(({ name }) => name);
  const empty = takers.filter((name) => draft.fields[name]?.file === undefined);
  return [draft.active, ...empty].find((name) => takers.includes(name)) ?? takers[0];
};

/** What is attached, by option name. */
export const filesOf = (draft: Draft): Record<string, File> =>
  Object.fromEntries(
    Object.entries(draft.fields).flatMap(([name, { file }]) => (file === undefined ? [] : [[name, file]])),
  );

export const addField = (draft: Draft, name: string): Draft => ({
  ...draft,
  active: name,
  trailing: '',
  fields: { ...draft.fields, [name]: draft.fields[name] ?? emptyField },
  problems: without(draft.problems, ''),
});

export const removeField = (draft: Draft, name: string): Draft => ({
  ...draft,
  active:
    Object.keys(draft.fields)
      .filter((other) => other !== name)
      .at(-1) ?? '',
  fields: without(draft.fields, name),
  problems: without(draft.problems, name),
});

const without = <T>(record: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

/** The field after `name`; the place behind the last one after the last. */
export const nextField = (draft: Draft, name: string): string => {
  const names = Object.keys(draft.fields);
  return names[names.indexOf(name) + 1] ?? '';
};

export const missingOptions = (draft: Draft): BasicOption[] =>
  draft.command.options.filter((option) => !(option.name in draft.fields));

/** The values that an option is limited to; undefined where anything may be typed. */
export const fixedChoices = (option: BasicOption, scene: Scene): Choice[] | undefined => {
  switch (option.type) {
    case Option.Boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case Option.User:
      return peopleIn(scene);
    case Option.Mentionable:
      return [...peopleIn(scene), ...rolesIn(scene)];
    case Option.Channel:
      return scene.channels.filter(({ kind }) => kind === 'guild').map(({ id, name }) => ({ name, value: id }));
    case Option.Role:
      return rolesIn(scene);
    default:
      return 'choices' in option && option.choices ? option.choices : undefined;
  }
};

const peopleIn = ({ people, bot }: Scene): Choice[] =>
  [...people, ...(bot ? [bot] : [])].map((user) => ({ name: displayName(user), value: user.id }));

const rolesIn = ({ roles }: Scene): Choice[] => roles.map(({ id, name }) => ({ name, value: id }));

/** By option name, what must be put right before the command can be sent. */
export const problemsOf = (draft: Draft, scene: Scene): Record<string, string> => {
  const found: [string, string][] = [];
  for (const option of draft.command.options) {
    const problem = problemOf(option, draft.fields[option.name] ?? emptyField, scene);
    if (problem) found.push([option.name, problem]);
  }
  if (draft.trailing.trim()) found.push(['', 'This is not one of the command’s options.']);
  return Object.fromEntries(found);
};

const problemOf = (option: BasicOption, field: Field, scene: Scene): string | undefined => {
  if (field.text.trim() === '') return option.required ? missing(option) : undefined;
  const value = fieldValue(option, field, scene);
  if (value === undefined) return 'Pick one of the choices in the list.';
  if (typeof value === 'number') return numberProblem(option, value);
  return typeof value === 'string' ? lengthProblem(option, value) : undefined;
};

const missing = ({ type }: BasicOption): string =>
  type === Option.Attachment ? 'This option is required. Attach a file.' : 'This option is required. Specify a value.';

const numberProblem = (option: BasicOption, value: number): string | undefined => {
  if (Number.isNaN(value) || (option.type === Option.Integer && !Number.isSafeInteger(value))) {
    return option.type === Option.Integer ? 'Input a valid integer.' : 'Input a valid number.';
  }
  if ('min_value' in option && value < (option.min_value ?? value)) return `Must be at least ${option.min_value}.`;
  if ('max_value' in option && value > (option.max_value ?? value)) return `Must be at most ${option.max_value}.`;
  return undefined;
};

const lengthProblem = (option: BasicOption, value: string): string | undefined => {
  if (option.type !== Option.String) return undefined;
  const least = 'min_length' in option ? (option.min_length ?? 0) : 0;
  const most = 'max_length' in option ? (option.max_length ?? longestString) : longestString;
  if (value.length < least) return `Must be at least ${least} characters.`;
  if (value.length > most) return `Must be ${most} characters or fewer (${value.length} now).`;
  return undefined;
};

/** Discord's own limit for a string option, in UTF-16 units. */
const longestString = 6000;

/** What is sent for a field; undefined when the option is limited to a list that does not hold it. */
const fieldValue = (option: BasicOption, field: Field, scene: Scene): Choice['value'] | undefined => {
  if (field.value !== undefined) return field.value;
  const fixed = fixedChoices(option, scene);
  if (fixed) return fixed.find(({ name }) => name.toLowerCase() === field.text.trim().toLowerCase())?.value;
  const isNumber = option.type === Option.Integer || option.type === Option.Number;
  return isNumber ? Number(field.text.trim()) : field.text.trim();
};

/** The options as they are sent. Call it on a draft without problems. */
export const toInvokeOptions = (draft: Draft, scene: Scene): InvokeOption[] =>
  filledOptions(draft).flatMap(({ option, field }) => {
    const value = fieldValue(option, field, scene);
    return value === undefined ? [] : [{ name: option.name, type: option.type, value }];
  });

/** The options as they are sent while one of them is being typed into: that one as its bare text. */
export const toAutocompleteOptions = (draft: Draft, focused: BasicOption, scene: Scene): InvokeOption[] => [
  ...toInvokeOptions(draft, scene).filter(({ name }) => name !== focused.name),
  { name: focused.name, type: focused.type, value: draft.fields[focused.name]?.text ?? '', focused: true },
];

const filledOptions = (draft: Draft): { option: BasicOption; field: Field }[] =>
  draft.command.options.flatMap((option) => {
    const field = draft.fields[option.name];
    return field && field.text.trim() !== '' ? [{ option, field }] : [];
  });
