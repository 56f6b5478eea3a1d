import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type { Problem } from '../api-error.ts';
import type { CommandBody } from '../world/commands.ts';

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

interface AnyOption {
  type: number;
  name: string;
  description: string;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: { name: string; value: string | number }[] | null;
  options?: AnyOption[] | null;
  min_length?: number | null;
  max_length?: number | null;
  min_value?: number | null;
  max_value?: number | null;
}

/** What the schema does not say about one command: names, order of options, what excludes what, total length. */
export function commandProblems(body: CommandBody, path: Path = []): Problem[] {
  const { type = ApplicationCommandType.ChatInput, name } = body;
  const description = ('description' in body && body.description) || '';
  const options = (('options' in body && body.options) || []) as AnyOption[];
  if (type !== ApplicationCommandType.ChatInput) return menuProblems(description, options, path);
  const problems = [...nameProblems(name, path), ...optionsProblems(options, path)];
  if (description === '') problems.push(required([...path, 'description']));
  const size = characters({ name, description, options });
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
    problems.push(...nameProblems(option.name, here), ...optionProblems(option, here));
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
  if (autocomplete && choices?.length) {
    problems.push({
      path: [...path, 'choices'],
      code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      message: 'An option with autocomplete cannot have choices',
    });
  }
  if (choices && new Set(choices.map(({ name }) => name)).size < choices.length) {
    problems.push({
      path: [...path, 'choices'],
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      message: 'Option choice name already exists',
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

function nameProblems(name: string, path: Path): Problem[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  return [{ path: [...path, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
}

/** Names, descriptions and choices' values of a command and all its options. */
function characters({ name, description, options = [], choices = [] }: Partial<AnyOption>): number {
  const own = (name?.length ?? 0) + (description?.length ?? 0);
  const chosen = (choices ?? []).reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return (options ?? []).reduce((sum, option) => sum + characters(option), own + chosen);
}

function required(path: Path): Problem {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

function isNest(type: number): boolean {
  return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}
