import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';

/** Reads of the raw interaction, the same object over the gateway and over HTTP. */

export function userOf(interaction: APIInteraction): { id: string; name: string } {
  const user = interaction.member?.user ?? interaction.user;
  if (!user) return { id: '0', name: '?' };
  return { id: user.id, name: interaction.member?.nick ?? user.global_name ?? user.username };
}

export function localeOf(interaction: APIInteraction): string {
  return 'locale' in interaction ? interaction.locale : 'en-US';
}

type DataOptions = readonly APIApplicationCommandInteractionDataOption[];

export function argumentsOf(options: DataOptions = []): Record<string, string | boolean> {
  return Object.fromEntries(
    options.flatMap((option) =>
      option.type === ApplicationCommandOptionType.String || option.type === ApplicationCommandOptionType.Boolean
        ? [[option.name, option.value]]
        : [],
    ),
  );
}

/** The option that is being typed, with its text so far. */
export function focusedOption(options: readonly { name: string; focused?: boolean }[] = []) {
  const focused = options.find((option) => option.focused === true);
  if (!focused) return undefined;
  return { name: focused.name, typed: 'value' in focused ? String(focused.value) : '' };
}
