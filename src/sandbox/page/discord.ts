/**
 * The numbers of Discord's protocol that the page needs. discord-api-types holds them too, but as one
 * CommonJS file of enums that a bundler cannot thin out; its types alone are imported elsewhere.
 */
import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';

export const Component = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
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
} as const;

export const CommandKind = { ChatInput: 1, User: 2, Message: 3 } as const;

const Flag = { Ephemeral: 1 << 6, Loading: 1 << 7 } as const;

export const isEphemeral = (message: APIMessage): boolean => ((message.flags ?? 0) & Flag.Ephemeral) !== 0;

/** A deferred reply that the bot has not filled in yet. */
export const isThinking = (message: APIMessage): boolean => ((message.flags ?? 0) & Flag.Loading) !== 0;

export const displayName = (user: APIUser): string => user.global_name ?? user.username;

export const slashCommands = (commands: APIApplicationCommand[]): APIApplicationCommand[] =>
  commands.filter((command) => command.type === CommandKind.ChatInput);

export const messageCommands = (commands: APIApplicationCommand[]): APIApplicationCommand[] =>
  commands.filter((command) => command.type === CommandKind.Message);
