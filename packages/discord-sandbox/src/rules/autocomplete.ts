import { type APIApplicationCommandOptionChoice, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Problem } from '../api-error.ts';

const MAX_VALUE = 100;

/** Choices must be of the type of the option that is being typed; text has at most 100 characters. */
export function choiceProblems(choices: readonly APIApplicationCommandOptionChoice[], optionType: number): Problem[] {
  const wanted = optionType === ApplicationCommandOptionType.String ? 'string' : 'number';
  return choices.flatMap(({ value }, index) => {
    const path = ['data', 'choices', index, 'value'];
    if (typeof value !== wanted) {
      return [{ path, code: 'BASE_TYPE_BAD_TYPE', message: `The option takes a ${wanted}.` }];
    }
    return typeof value === 'string' && value.length > MAX_VALUE
      ? [{ path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${MAX_VALUE} or fewer in length.` }]
      : [];
  });
}
