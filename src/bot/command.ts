import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { Library } from '../answer/library.ts';
import type { Messages } from '../reply/messages.ts';
import type { Reply } from './reply.ts';

/** What every command and action is given beside its arguments. */
export interface Context {
  readonly library: Library;
  readonly messages: Messages;
  readonly user: { readonly id: string; readonly name: string };
}

interface OptionBase {
  readonly name: string;
  readonly required?: boolean;
}

interface StringOption extends OptionBase {
  readonly type: ApplicationCommandOptionType.String;
  readonly max_length?: number;
  readonly autocomplete?: boolean;
}

interface BooleanOption extends OptionBase {
  readonly type: ApplicationCommandOptionType.Boolean;
}

/** An option as data. Its description stands in the message catalogue under `commands.<command>.options.<option>`. */
export type Option = StringOption | BooleanOption;

type ValueOf<O extends Option> = O extends StringOption ? string : boolean;

/** A command's arguments, typed from its options. */
export type Arguments<Options extends readonly Option[]> = {
  readonly [O in Options[number] as O['name']]: O extends { readonly required: true }
    ? ValueOf<O>
    : ValueOf<O> | undefined;
};

export type Choice = APIApplicationCommandOptionChoice<string>;

/** Suggestions for an option while it is typed; at most 25 of them are shown. */
export type Complete = (typed: string, context: Context) => readonly Choice[];

type Completions<Options extends readonly Option[]> = {
  readonly [O in Options[number] as O extends { readonly autocomplete: true } ? O['name'] : never]: Complete;
};

/** A slash command as registration and dispatch see it. Its description stands under `commands.<name>.description`. */
export interface SlashCommand {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly options: readonly Option[];
  readonly complete: Readonly<Record<string, Complete>>;
  run(args: Readonly<Record<string, string | boolean | undefined>>, context: Context): Reply | Promise<Reply>;
}

/** A command in a message's menu ("Apps"). Its name is shown as it is. */
export interface MessageCommand {
  readonly type: ApplicationCommandType.Message;
  readonly name: string;
  run(message: APIMessage, context: Context): Reply | Promise<Reply>;
}

export type Command = SlashCommand | MessageCommand;

/** Ties a slash command's options to the arguments of `run` and to the completions it must give. */
export function slashCommand<const Options extends readonly Option[]>(definition: {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly options: Options;
  readonly complete: Completions<Options>;
  readonly run: (args: Arguments<Options>, context: Context) => Reply | Promise<Reply>;
}): SlashCommand {
  // The dispatcher builds the arguments from the same options, so the wider type here admits nothing else.
  return definition as unknown as SlashCommand;
}
