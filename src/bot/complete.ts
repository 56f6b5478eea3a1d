import type { APIApplicationCommandAutocompleteInteraction } from 'discord-api-types/v10';
import { truncate } from '../reply/cut.ts';
import { LIMITS } from '../reply/limits.ts';
import type { Choice } from './command.ts';
import { contextOf } from './context.ts';
import { calledBy } from './handlers.ts';
import type { Incoming } from './incoming.ts';
import { focusedOption, optionsOf } from './options.ts';
import type { BotParts } from './parts.ts';

/** What is suggested while an option is typed. A failure is logged and suggests nothing: the text can be sent all the same. */
export async function completions(
  parts: BotParts,
  { data }: APIApplicationCommandAutocompleteInteraction,
  incoming: Incoming,
): Promise<readonly Choice[]> {
  try {
    const { subcommand, options: given } = optionsOf(data.options);
    const focused = focusedOption(given);
    const command = parts.commands.find(({ name }) => name === data.name);
    const complete = focused && command && calledBy(command, subcommand)?.complete[focused.name];
    if (!complete) return [];
    const choices = await complete(focused.typed, await contextOf(parts, incoming));
    return distinct(choices.slice(0, LIMITS.choices));
  } catch (error) {
    parts.logger.error({ err: error, ...incoming.fields }, 'Autocompletion failed');
    return [];
  }
}

/** Of choices with one name Discord's apps take the first, whichever is chosen: each further one gets a number. */
function distinct(choices: readonly Choice[]): Choice[] {
  const taken = new Set<string>();
  return choices.map(({ name: given, ...choice }) => {
    let name = given;
    for (let number = 2; taken.has(name); number++) {
      const mark = ` (${number})`;
      name = truncate(given, LIMITS.choiceText - mark.length) + mark;
    }
    taken.add(name);
    return { ...choice, name };
  });
}
