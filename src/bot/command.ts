import type {
  APIApplicationCommandOptionChoice,
  APIAttachment,
  APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { KnowledgeBase } from '../answer/knowledge-base.ts';
import type { Degraded, Guild, Guilds } from '../guilds/types.ts';
import type { Messages } from '../reply/messages.ts';
import type { Store } from '../store/store.ts';
import type { Posts } from './posts.ts';
import type { Result } from './reply.ts';

/** What every command and action is given beside its arguments. */
export interface Context {
  /** What is searched where the person asks: the shipped material with the server's own. */
  readonly knowledge: KnowledgeBase;
  /** The works that are searched first in the channel, where it is tied to some. */
  readonly tied?: ReadonlySet<string> | undefined;
  /** What of that library cannot be reached at the moment. */
  readonly degraded: Degraded | undefined;
  /** In the language of the person: for private replies. */
  readonly messages: Messages;
  /** In the language of the server: for replies that all can see. */
  readonly publicMessages: Messages;
  /** The person's Discord locale ("en-GB"), for what is said to them later. */
  readonly locale: string;
  readonly person: { readonly id: string; readonly name: string };
  /** The server in which the person asks; none in direct messages. */
  readonly guild: GuildMember | undefined;
  /** The channel in which the person acts; none where Discord does not say. */
  readonly channel: string | undefined;
  /** The interaction's id. */
  readonly interaction: string;
  /** When Discord made the interaction, in milliseconds since 1970 by its clock. */
  readonly createdAt: number;
  /** The ids of the registered commands, by name, for mentions; empty while they are not known. */
  readonly commandIds: ReadonlyMap<string, string>;
  readonly store: Store;
  readonly posts: Posts;
  readonly forget: Guilds['forget'];
  readonly readDeck: Guilds['readDeck'];
}

/** A server as the person who asks stands to it. */
export interface GuildMember extends Guild {
  /** The bot was added to the server; else the person alone brought it along. */
  readonly isInstalled: boolean;
  /** Manages the server. */
  readonly isManager: boolean;
  /** May change its library: manages the server, or has the role that the settings name. */
  readonly isEditor: boolean;
}

interface OptionBase {
  readonly name: string;
  readonly required?: boolean;
}

interface StringOption extends OptionBase {
  readonly type: ApplicationCommandOptionType.String;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly autocomplete?: boolean;
  /** The only values; what each is called stands under `commands.<command>.choices.<option>.<value>`. */
  readonly choices?: readonly string[];
}

interface NumberOption extends OptionBase {
  readonly type: ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number;
  readonly min_value?: number;
  readonly max_value?: number;
}

interface BooleanOption extends OptionBase {
  readonly type: ApplicationCommandOptionType.Boolean;
}

interface MentionableOption extends OptionBase {
  readonly type:
    | ApplicationCommandOptionType.User
    | ApplicationCommandOptionType.Role
    | ApplicationCommandOptionType.Channel;
}

interface AttachmentOption extends OptionBase {
  readonly type: ApplicationCommandOptionType.Attachment;
}

/** An option as data. Its description stands in the message catalogue under `commands.<command>.options.<option>`. */
export type Option = StringOption | NumberOption | BooleanOption | MentionableOption | AttachmentOption;

/** A person, role or channel that an option names. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

export type Value = string | number | boolean | Mentioned | APIAttachment;

type ValueOf<O extends Option> = O extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : O extends StringOption
    ? string
    : O extends NumberOption
      ? number
      : O extends BooleanOption
        ? boolean
        : O extends MentionableOption
          ? Mentioned
          : APIAttachment;

/** A command's arguments, typed from its options. */
export type Arguments<Options extends readonly Option[]> = {
  readonly [O in Options[number] as O['name']]: O extends { readonly required: true }
    ? ValueOf<O>
    : ValueOf<O> | undefined;
};

export type Choice = APIApplicationCommandOptionChoice<string>;

/** Suggestions for an option while it is typed; at most 25 of them are shown. */
export type Complete = (typed: string, context: Context) => readonly Choice[] | Promise<readonly Choice[]>;

type Completions<Options extends readonly Option[]> = {
  readonly [O in Options[number] as O extends { readonly autocomplete: true } ? O['name'] : never]: Complete;
};

/** A slash command as registration and dispatch see it. Its description stands under `commands.<name>.description`. */
export interface SlashCommand {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly options: readonly Option[];
  readonly complete: Readonly<Record<string, Complete>>;
  /** Only in guilds: it is about what belongs to one. */
  readonly serverOnly?: true;
  run(args: Readonly<Record<string, Value | undefined>>, context: Context): Result | Promise<Result>;
}

/** A slash command that is made of others: `/library add`, `/library list`. Texts stand under `commands.<name>.<subcommand>`. */
export interface CommandGroup {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly serverOnly?: true;
  readonly subcommands: readonly SlashCommand[];
}

/** A command in a message's menu ("Apps"). Its name is shown as it is; its texts stand under `commands.<key>`. */
export interface MessageCommand {
  readonly type: ApplicationCommandType.Message;
  readonly key: string;
  readonly name: string;
  run(message: APIMessage, context: Context): Result | Promise<Result>;
}

export type Command = SlashCommand | CommandGroup | MessageCommand;

/** Ties a slash command's options to the arguments of `run` and to the completions it must give. */
export function slashCommand<const Options extends readonly Option[]>(definition: {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly options: Options;
  readonly complete: Completions<Options>;
  readonly serverOnly?: true;
  readonly run: (args: Arguments<Options>, context: Context) => Result | Promise<Result>;
}): SlashCommand {
  // The dispatcher builds the arguments from the same options, so the wider type here admits nothing else.
  return definition as unknown as SlashCommand;
}
