import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type APIInteractionDataResolved,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { InvokeOption } from '../client-api.ts';
import type { AnyComponent } from '../world/components.ts';
import type { Channel, Person, World } from '../world/world.ts';

/** What Discord's own app would not let a person do. */
export class InputRefused extends Error {
  override name = 'InputRefused';
}

type Definition = APIApplicationCommandOption & {
  options?: APIApplicationCommandOption[];
  choices?: APIApplicationCommandOptionChoice[];
  autocomplete?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
};

/** The longest text that an option takes, whatever the command says. */
const MAX_TEXT = 6_000;

/** Refuses a command that is not offered to this person in this place. */
export function checkAvailable(command: APIApplicationCommand, person: Person, channel: Channel, world: World): void {
  const context = channel.guild === null ? InteractionContextType.BotDM : InteractionContextType.Guild;
  if (command.contexts && !command.contexts.includes(context)) {
    throw new InputRefused(`"${command.name}" is not offered in ${channel.guild ? 'servers' : 'direct messages'}.`);
  }
  const isForPeople = command.integration_types?.includes(ApplicationIntegrationType.UserInstall);
  if (channel.guild?.hasBot === false && !(person.installed && isForPeople)) {
    throw new InputRefused(`The bot is not in "${channel.guild.name}".`);
  }
  const needed = command.default_member_permissions;
  if (needed === null || channel.guild === null) return;
  // An empty set means administrators alone.
  const bits = BigInt(needed) || PermissionFlagsBits.Administrator;
  const may = (world.permissions(person, channel.guild) & bits) === bits;
  if (!may) throw new InputRefused(`${person.user.username} lacks the permissions that "${command.name}" asks for.`);
}

/** The definitions of the options that a (sub)command takes. */
export function optionsOf(command: APIApplicationCommand, subcommand: readonly string[]): Definition[] {
  let level = (command.options ?? []) as Definition[];
  for (const name of subcommand) {
    const found = level.find((option) => option.name === name && isSubcommand(option));
    if (found === undefined) throw new InputRefused(`"${command.name}" has no subcommand "${name}".`);
    level = (found.options ?? []) as Definition[];
  }
  if (level.some(isSubcommand)) throw new InputRefused(`"${command.name}" is only called with a subcommand.`);
  return level;
}

/** Where something is chosen, and among whom and what. */
export interface Scene {
  world: World;
  channel: Channel;
}

/** Refuses options that the command does not have, does not take with that value, or lacks. */
export function checkOptions(definitions: Definition[], given: readonly InvokeOption[], scene: Scene): void {
  for (const option of given) checkOption(definitions, option, scene);
  const names = given.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new InputRefused('An option is given twice.');
  // While somebody is still typing, required options may be missing.
  if (given.some(({ focused }) => focused)) return;
  const missing = definitions.find(
    (definition) => 'required' in definition && definition.required && !names.includes(definition.name),
  );
  if (missing) throw new InputRefused(`The option "${missing.name}" is required.`);
}

function checkOption(definitions: Definition[], option: InvokeOption, scene: Scene): void {
  const definition = definitions.find(({ name }) => name === option.name);
  if (definition === undefined) throw new InputRefused(`There is no option "${option.name}".`);
  if (definition.type !== option.type) throw new InputRefused(`The option "${option.name}" is of another type.`);
  const problem = option.focused ? typingProblem(definition, option) : valueProblem(definition, option.value, scene);
  if (problem) throw new InputRefused(`The option "${option.name}" ${problem}.`);
}

function typingProblem({ autocomplete }: Definition, { value }: InvokeOption): string | null {
  if (!autocomplete) return 'has no autocomplete';
  return String(value).length > MAX_TEXT ? 'is too long' : null;
}

function valueProblem(definition: Definition, value: InvokeOption['value'], scene: Scene): string | null {
  switch (definition.type) {
    case ApplicationCommandOptionType.String:
      return textProblem(definition, value) ?? choiceProblem(definition, value);
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return numberProblem(definition, value) ?? choiceProblem(definition, value);
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean' ? null : 'must be true or false';
    case ApplicationCommandOptionType.User:
      return isUser(value, scene) ? null : 'must name a person';
    case ApplicationCommandOptionType.Channel:
      return isChannel(value, scene) ? null : 'must name a channel';
    case ApplicationCommandOptionType.Role:
      return isRole(value, scene) ? null : 'must name a role';
    case ApplicationCommandOptionType.Mentionable:
      return isUser(value, scene) || isRole(value, scene) ? null : 'must name a person or a role';
    default:
      return null;
  }
}

function textProblem({ min_length = 0, max_length = MAX_TEXT }: Definition, value: unknown): string | null {
  if (typeof value !== 'string') return 'must be text';
  // Discord's app does not send an option that was left empty.
  if (value.length < Math.max(min_length, 1)) return `must have at least ${Math.max(min_length, 1)} characters`;
  return value.length > max_length ? `must have at most ${max_length} characters` : null;
}

function numberProblem({ type, min_value, max_value }: Definition, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
  if (type === ApplicationCommandOptionType.Integer && !Number.isSafeInteger(value)) return 'must be a whole number';
  if (min_value !== undefined && value < min_value) return `must be at least ${min_value}`;
  return max_value !== undefined && value > max_value ? `must be at most ${max_value}` : null;
}

function choiceProblem({ choices = [] }: Definition, value: unknown): string | null {
  return choices.length === 0 || choices.some((choice) => choice.value === value) ? null : 'must be one of its choices';
}

/** Which kinds of resolved objects a select takes. */
const SELECTABLE: Record<number, (keyof APIInteractionDataResolved)[]> = {
  [ComponentType.UserSelect]: ['users'],
  [ComponentType.RoleSelect]: ['roles'],
  [ComponentType.MentionableSelect]: ['users', 'roles'],
  [ComponentType.ChannelSelect]: ['channels'],
};

/** Refuses values of a select that it does not hold, or too few or many of them; `resolved` is what the values name. */
export function checkChosen(
  select: AnyComponent,
  values: readonly string[],
  resolved: APIInteractionDataResolved,
): void {
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (values.length < least || values.length > most) throw new InputRefused(`Choose ${least} to ${most} values.`);
  if (new Set(values).size < values.length) throw new InputRefused('A value is chosen twice.');
  const offered = select.options?.map(({ value }) => value);
  const known = (id: string) => SELECTABLE[select.type]?.some((kind) => id in (resolved[kind] ?? {})) ?? false;
  const stranger = values.find((value) => !(offered?.includes(value) ?? known(value)));
  if (stranger !== undefined) throw new InputRefused(`"${stranger}" is not among the options.`);
}

/** Refuses a modal's text that is missing, too short or too long. */
export function checkTextInput(input: AnyComponent, value: string): void {
  const name = `The field "${input.custom_id}"`;
  if (value === '' && input.required === false) return;
  if (value === '') throw new InputRefused(`${name} is required.`);
  if (value.length < (input.min_length ?? 0)) throw new InputRefused(`${name} is shorter than ${input.min_length}.`);
  if (value.length > (input.max_length ?? 4_000)) throw new InputRefused(`${name} is too long.`);
}

function isSubcommand({ type }: APIApplicationCommandOption): boolean {
  return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}

function isUser(value: unknown, { world }: Scene): boolean {
  return world.people.has(String(value)) || value === world.bot.id;
}

/** A server's roles and channels cannot be chosen in another one, nor in direct messages. */
function isRole(value: unknown, { channel }: Scene): boolean {
  return channel.guild?.roles.some(({ id }) => id === value) ?? false;
}

function isChannel(value: unknown, { channel }: Scene): boolean {
  return channel.guild?.channels.some(({ id }) => id === value) ?? false;
}
