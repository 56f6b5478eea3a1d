import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Problem } from '../api-error.ts';
import { isBlank, missing } from './components.ts';

const MAX_VALUE = 100;

/** Choices have a name and are of the type of the option that is being typed; text has at most 100 characters. */
export function choiceProblems(choices: readonly APIApplicationCommandOptionChoice[], optionType: number): Problem[] {
  return choices.flatMap(({ name, value }, index) => {
    const at = ['data', 'choices', index];
    return [
      ...(isBlank(name) ? [missing([...at, 'name'])] : []),
      ...valueProblems(value, optionType, [...at, 'value']),
    ];
  });
}

/** Of a choice, as it is registered or suggested. */
export function valueProblems(value: string | number, optionType: number, path: (string | number)[]): Problem[] {
  const wanted = optionType === ApplicationCommandOptionType.String ? 'string' : 'number';
  if (typeof value !== wanted) {
    return [{ path, code: 'BASE_TYPE_BAD_TYPE', message: `The option takes a ${wanted}.` }];
  }
  if (optionType === ApplicationCommandOptionType.Integer && !Number.isSafeInteger(value)) {
    return [{ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not int.` }];
  }
  return typeof value === 'string' && value.length > MAX_VALUE
    ? [{ path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${MAX_VALUE} or fewer in length.` }]
    : [];
}
