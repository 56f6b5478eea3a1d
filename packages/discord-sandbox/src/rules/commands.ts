import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10';
import type { Problem } from '../api-error.ts';
import type { CommandBody } from '../world/commands.ts';
import { valueProblems } from './autocomplete.ts';
import { isBlank } from './components.ts';

const MAX_CHARACTERS = 8_000;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** How many commands of each type a scope may hold. */
export const MAX_COMMANDS: Record<number, number> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

type Path = (string | number)[];

type Localizations = Readonly<Record<string, string | null>> | null | undefined;

interface Named {
  name: string;
  name_localizations?: Localizations;
  description?: string;
  description_localizations?: Localizations;
}

const TYPED: ReadonlySet<number> = new Set([
  ApplicationCommandOptionType.String,
  ApplicationCommandOptionType.Integer,
  ApplicationCommandOptionType.Number,
]);

interface AnyOption extends Named {
  type: number;
  description: string;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: (Named & { value: string | number })[] | null;
  options?: AnyOption[] | null;
  min_length?: number | null;
  max_length?: number | null;
  min_value?: number | null;
  max_value?: number | null;
}

/** What the schema does not say about one command: names, order of options, what excludes what, total length. */
export function commandProblems(body: CommandBody, path: Path = []): Problem[] {
  const { type = ApplicationCommandType.ChatInput } = body;
  const description = ('description' in body && body.description) || '';
  const options = (('options' in body && body.options) || []) as AnyOption[];
  const localized = body as Named;
  if (type !== ApplicationCommandType.ChatInput) {
    return [...blankProblems('name', localized, path), ...menuProblems(description, options, path)];
  }
  const problems = [
    ...nameProblems(localized, path),
    ...localeProblems(localized, path),
    ...blankProblems('description', localized, path),
  ];
  problems.push(...optionsProblems(options, path));
  if (description === '') problems.push(required([...path, 'description']));
  const size = characters({ ...localized, description, options });
  if (size > MAX_CHARACTERS) {
    problems.push({
      path,
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${MAX_CHARACTERS}): ${size}`,
    });
  }
  return problems;
}

/** A name may be used once for each type of command. */
export function duplicateCommands(bodies: readonly CommandBody[]): Problem[] {
  const key = ({ name, type }: CommandBody): string => `${type ?? ApplicationCommandType.ChatInput} ${name}`;
  return bodies.flatMap((body, index) =>
    bodies.findIndex((other) => key(other) === key(body)) === index
      ? []
      : [
          {
            path: [index],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ],
  );
}

/** Message and user commands have a name, and neither description nor options. */
function menuProblems(description: string, options: AnyOption[], path: Path): Problem[] {
  const message = 'Context menu commands cannot have this';
  const code = 'APPLICATION_COMMAND_CONTEXT_MENU_INVALID';
  return [
    ...(description === '' ? [] : [{ path: [...path, 'description'], code, message }]),
    ...(options.length === 0 ? [] : [{ path: [...path, 'options'], code, message }]),
  ];
}

function optionsProblems(options: AnyOption[], path: Path): Problem[] {
  const problems: Problem[] = [];
  let optionalSeen = false;
  const names = new Set<string>();
  const nested = options.filter(({ type }) => isNest(type)).length;
  if (nested > 0 && nested < options.length) {
    const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
    problems.push({ path: [...path, 'options'], code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
  }
  for (const [index, option] of options.entries()) {
    const here = [...path, 'options', index];
    problems.push(
      ...nameProblems(option, here),
      ...localeProblems(option, here),
      ...blankProblems('description', option, here),
      ...optionProblems(option, here),
    );
    if (names.has(option.name)) {
      problems.push({
        path: here,
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        message: `Option name already exists: ${option.name}`,
      });
    }
    names.add(option.name);
    if (option.required && optionalSeen) {
      problems.push({
        path: here,
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    }
    optionalSeen ||= !option.required && !isNest(option.type);
  }
  return problems;
}

function optionProblems(option: AnyOption, path: Path): Problem[] {
  const { choices, autocomplete, options } = option;
  const problems = options ? optionsProblems(options, path) : [];
  problems.push(...choicesProblems(option, path));
  if (autocomplete && !TYPED.has(option.type)) {
    const message = 'Only options that are text or numbers can have autocomplete';
    problems.push({ path: [...path, 'autocomplete'], code: 'BASE_TYPE_INVALID', message });
  }
  if (autocomplete && choices?.length) {
    problems.push({
      path: [...path, 'choices'],
      code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      message: 'An option with autocomplete cannot have choices',
    });
  }
  if (option.type === ApplicationCommandOptionType.SubcommandGroup && !options?.length) {
    problems.push(required([...path, 'options']));
  }
  for (const unit of ['length', 'value'] as const) {
    if ((option[`min_${unit}`] ?? -Infinity) > (option[`max_${unit}`] ?? Infinity)) {
      problems.push({
        path: [...path, `min_${unit}`],
        code: 'BASE_TYPE_INVALID',
        message: `min_${unit} exceeds max_${unit}`,
      });
    }
  }
  return problems;
}

function choicesProblems({ choices, type }: AnyOption, path: Path): Problem[] {
  const given = choices ?? [];
  const problems = given.flatMap((choice, index) => {
    const at = [...path, 'choices', index];
    return [
      ...localeProblems(choice, at),
      ...blankProblems('name', choice, at),
      ...valueProblems(choice.value, type, [...at, 'value']),
    ];
  });
  if (new Set(given.map(({ name }) => name)).size === given.length) return problems;
  const code = 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS';
  return [...problems, { path: [...path, 'choices'], code, message: 'Option choice name already exists' }];
}

/** A name and its translations. */
function nameProblems({ name, name_localizations }: Named, path: Path): Problem[] {
  const names: [string, Path][] = [[name, [...path, 'name']]];
  for (const [locale, text] of Object.entries(name_localizations ?? {})) {
    if (text !== null) names.push([text, [...path, 'name_localizations', locale]]);
  }
  return names.flatMap(([text, at]) =>
    NAME.test(text) && text === text.toLowerCase()
      ? []
      : [{ path: at, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }],
  );
}

/** White space alone in a text or one of its translations. */
function blankProblems(field: 'name' | 'description', named: Named, path: Path): Problem[] {
  const translations = Object.entries(named[`${field}_localizations`] ?? {});
  return [
    ...(isBlank(named[field]) ? [required([...path, field])] : []),
    ...translations
      .filter(([, text]) => isBlank(text))
      .map(([locale]) => required([...path, `${field}_localizations`, locale])),
  ];
}

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

function localeProblems(named: Named, path: Path): Problem[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
    Object.keys(named[field] ?? {})
      .filter((locale) => !LOCALES.has(locale))
      .map((locale) => ({
        path: [...path, field, locale],
        code: 'DICT_TYPE_INVALID_KEY',
        message: 'Discord has no such locale',
      })),
  );
}

/** Names, descriptions and choices' values of a command and all its options; of a text in several languages the longest. */
function characters({ options, choices, ...own }: Partial<AnyOption>): number {
  const chosen = (choices ?? []).reduce((sum, choice) => sum + longest(choice) + String(choice.value).length, 0);
  return (options ?? []).reduce((sum, option) => sum + characters(option), longest(own) + chosen);
}

function longest({ name = '', description = '', ...localized }: Partial<Named>): number {
  const most = (text: string, others: Localizations) =>
    Math.max(text.length, ...Object.values(others ?? {}).map((other) => other?.length ?? 0));
  return most(name, localized.name_localizations) + most(description, localized.description_localizations);
}

function required(path: Path): Problem {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

function isNest(type: number): boolean {
  return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}
