import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteractionDataResolved,
  type APIModalSubmission,
  ApplicationCommandOptionType,
  ComponentType,
} from 'discord-api-types/v10';
import type { Value } from './command.ts';

type DataOptions = readonly APIApplicationCommandInteractionDataOption[];

/** A command's options below its subcommand, where there is one. */
export function optionsOf(options: DataOptions = []): { subcommand: string | undefined; options: DataOptions } {
  const [first] = options;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { subcommand: first.name, options: first.options ?? [] }
    : { subcommand: undefined, options };
}

type Resolved = Partial<Pick<APIInteractionDataResolved, 'attachments' | 'users' | 'members' | 'roles' | 'channels'>>;

/** A command's arguments by name. What Discord did not resolve is left out. */
export function argumentsOf(options: DataOptions, resolved: Resolved = {}): Record<string, Value> {
  return Object.fromEntries(
    options.flatMap((option): [string, Value][] => {
      const value = valueGiven(option, resolved);
      return value === undefined ? [] : [[option.name, value]];
    }),
  );
}

function valueGiven(
  option: DataOptions[number],
  { attachments, users, members, roles, channels }: Resolved,
): Value | undefined {
  switch (option.type) {
    case ApplicationCommandOptionType.String:
    case ApplicationCommandOptionType.Boolean:
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return option.value;
    case ApplicationCommandOptionType.Attachment:
      return attachments?.[option.value];
    case ApplicationCommandOptionType.User: {
      const user = users?.[option.value];
      return user && { id: user.id, name: members?.[option.value]?.nick ?? user.global_name ?? user.username };
    }
    case ApplicationCommandOptionType.Role: {
      const role = roles?.[option.value];
      return role && { id: role.id, name: role.name };
    }
    case ApplicationCommandOptionType.Channel: {
      const channel = channels?.[option.value];
      return channel && { id: channel.id, name: channel.name ?? '' };
    }
    default:
      return undefined;
  }
}

/** The option that is being typed, with its text so far. */
export function focusedOption(options: readonly { name: string; focused?: boolean }[] = []) {
  const focused = options.find((option) => option.focused === true);
  if (!focused) return undefined;
  return { name: focused.name, typed: 'value' in focused ? String(focused.value) : '' };
}

/** What was written into a form's inputs, by custom id. */
export function fieldsOf({ components }: APIModalSubmission): Record<string, string> {
  const inputs = components.flatMap((part) => {
    if (part.type === ComponentType.ActionRow) return part.components;
    return part.type === ComponentType.Label ? [part.component] : [];
  });
  return Object.fromEntries(
    inputs.flatMap((input) => (input.type === ComponentType.TextInput ? [[input.custom_id, input.value]] : [])),
  );
}
