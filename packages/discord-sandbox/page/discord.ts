/**
 * The numbers of Discord's protocol that the page needs. discord-api-types holds them too, but as one
 * CommonJS file of enums that a bundler cannot thin out; its types alone are imported elsewhere.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIMessage,
  APIUser,
} from 'discord-api-types/v10';

export const Component = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  Section: 9,
  TextDisplay: 10,
  Thumbnail: 11,
  MediaGallery: 12,
  File: 13,
  Separator: 14,
  Container: 17,
  Label: 18,
} as const;

export const Option = {
  Subcommand: 1,
  SubcommandGroup: 2,
  String: 3,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Role: 8,
  Mentionable: 9,
  Number: 10,
  Attachment: 11,
} as const;

const CommandKind = { ChatInput: 1, User: 2, Message: 3 } as const;

const Flag = { Ephemeral: 1 << 6, Loading: 1 << 7, ComponentsV2: 1 << 15 } as const;

export const isEphemeral = (message: APIMessage): boolean => ((message.flags ?? 0) & Flag.Ephemeral) !== 0;

/** A deferred reply that the bot has not filled in yet. */
export const isThinking = (message: APIMessage): boolean => ((message.flags ?? 0) & Flag.Loading) !== 0;

/** Its components alone say what is shown of it, of its files as well. */
export const usesComponents = (message: APIMessage): boolean => ((message.flags ?? 0) & Flag.ComponentsV2) !== 0;

export const displayName = (user: APIUser): string => user.global_name ?? user.username;

/** A slash command as it is picked and sent: one without subcommands, or one subcommand. */
export interface SlashCommand {
  id: string;
  /** With the names of its group and subcommand: `quiz start`. */
  name: string;
  description: string;
  /** The names of the group and the subcommand; empty for a command without. */
  path: string[];
  options: APIApplicationCommandBasicOption[];
}

export const slashCommands = (commands: APIApplicationCommand[]): SlashCommand[] =>
  commands
    .filter((command) => command.type === CommandKind.ChatInput)
    .flatMap(({ id, name, description, options }) => leaves({ id, name, description, path: [] }, options ?? []));

const leaves = (above: Omit<SlashCommand, 'options'>, options: APIApplicationCommandOption[]): SlashCommand[] => {
  const within = options.flatMap((option) => {
    if (option.type !== Option.Subcommand && option.type !== Option.SubcommandGroup) return [];
    const { name, description } = option;
    const path = [...above.path, name];
    return leaves({ ...above, name: `${above.name} ${name}`, description, path }, option.options ?? []);
  });
  const own = options.filter(
    (option): option is APIApplicationCommandBasicOption =>
      option.type !== Option.Subcommand && option.type !== Option.SubcommandGroup,
  );
  return within.length ? within : [{ ...above, options: own }];
};

export const messageCommands = (commands: APIApplicationCommand[]): APIApplicationCommand[] =>
  commands.filter((command) => command.type === CommandKind.Message);
