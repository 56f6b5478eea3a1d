import type { APIApplicationCommandAutocompleteInteraction } from 'discord-api-types/v10';
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
    return (await complete(focused.typed, await contextOf(parts, incoming))).slice(0, LIMITS.choices);
  } catch (error) {
    parts.logger.error({ err: error, ...incoming.fields }, 'Autocompletion failed');
    return [];
  }
}
