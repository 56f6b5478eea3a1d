/**
 * What the page and the sandbox's server say to each other: the part that a Discord app on somebody's
 * phone plays. Everything is JSON; messages, commands and users are Discord's own API objects. Files come with a command
 * as multipart/form-data: the call in `payload_json`, each file in a field named like its option.
 *
 * GET  /client/state?user=ID            -> ClientState
 * POST /client/messages                 <- PostMessage        -> 204
 * POST /client/autocomplete             <- InvokeCommand      -> { choices } (one option has `focused: true`)
 * POST /client/commands                 <- InvokeCommand      -> 204; what comes of it arrives on the socket
 * POST /client/components               <- UseComponent       -> 204; likewise
 * POST /client/modals                   <- SubmitModal        -> 204; likewise
 * POST /client/locale                   <- SetLocale          -> 204; every page is sent its `state`
 * POST /client/dismiss                  <- { user, message_id } -> 204 (an ephemeral message is put away)
 * WS   /client/socket?user=ID           -> ClientEvent, one a frame; the first is `state`
 * A refused call answers 400 with { message }, one with too much in it 413.
 *
 * GET  /attachments/CHANNEL/ID/NAME?ex&is&hm, /ephemeral-attachments/APPLICATION/ID/NAME?ex&is&hm -> a file
 * GET  /avatars/USER_ID.svg             -> the picture of a person or of the bot, whose `avatar` is always null
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from 'discord-api-types/v10';

export interface ClientChannel {
  id: string;
  name: string;
  topic?: string;
  /** `guild`: a text channel of the server; `dm`: the direct messages with the bot. */
  kind: 'guild' | 'dm';
  /** The server that it is in; none for direct messages. */
  guild_id?: string;
}

/** A server that the person is in. */
export interface ClientGuild {
  id: string;
  name: string;
  /** Whether the bot is in it: elsewhere it offers no commands. */
  has_bot: boolean;
  /** Its preferred language, a Discord locale. */
  locale: string;
  /** What the person may do there: a bit set as decimal text, as Discord has it. */
  permissions: string;
  /** The first is @everyone, whose id is the server's. */
  roles: { id: string; name: string }[];
  members: ClientMember[];
}

export interface ClientMember {
  /** The person's. */
  id: string;
  /** The ids of the roles that they have beside @everyone. */
  roles: string[];
  /** May manage the server. */
  manager: boolean;
}

export interface ClientState {
  /** The language of this person's Discord. */
  locale: string;
  /** The languages that Discord has: what a locale may be. */
  locales: string[];
  /** The person's servers, in the order of the rail. */
  guilds: ClientGuild[];
  /** Of all those servers, and the direct messages with the bot. */
  channels: ClientChannel[];
  /** Everybody whom this person can act as. */
  people: APIUser[];
  /** The bot's user, null until it has connected once. */
  bot: APIUser | null;
  bot_online: boolean;
  /** The most bytes that a file may have. */
  upload_limit: number;
  /** The global ones and those of every server, which say it in `guild_id`. */
  commands: APIApplicationCommand[];
  /** By channel id, oldest first: what this person may see, ephemeral ones of theirs included. */
  messages: Record<string, APIMessage[]>;
}

export interface PostMessage {
  user: string;
  channel: string;
  content: string;
}

/** Without a server it is the person's own language that changes; a server's takes somebody who manages it. */
export interface SetLocale {
  user: string;
  guild?: string;
  locale: string;
}

export interface InvokeOption {
  name: string;
  /** Discord's ApplicationCommandOptionType. */
  type: number;
  value: string | number | boolean;
  focused?: boolean;
}

export interface InvokeCommand {
  user: string;
  channel: string;
  command_id: string;
  /** The names of the subcommand group, where there is one, and of the subcommand that the options are for. */
  subcommand?: string[];
  options: InvokeOption[];
  /** What comes for options of type attachment, by option name; such an option's value is the file's name. */
  files?: Record<string, UploadFile>;
  /** The message, for a message command. */
  target_id?: string;
  /** Echoed in the events that follow from this call. */
  nonce: string;
}

export interface UploadFile {
  filename: string;
  /** Discord goes by the name's ending first. */
  content_type?: string;
  /** The bytes, or their base64. */
  data: string | Uint8Array;
}

export interface UseComponent {
  user: string;
  channel: string;
  message_id: string;
  custom_id: string;
  /** Discord's ComponentType. */
  component_type: number;
  /** A select's chosen values. */
  values?: string[];
  nonce: string;
}

export interface SubmitModal {
  user: string;
  channel: string;
  custom_id: string;
  /** Text inputs by custom id. */
  values: Record<string, string>;
  /** What is chosen in the modal's selects, by custom id. */
  choices?: Record<string, string[]>;
  nonce: string;
}

export type ClientEvent =
  /** The whole state: at first, when a server has come or the bot has joined or left one, and for another language. */
  | { type: 'state'; state: ClientState }
  | { type: 'message_create'; message: APIMessage; nonce?: string }
  | { type: 'message_update'; message: APIMessage; nonce?: string }
  | { type: 'message_delete'; channel_id: string; message_id: string }
  | { type: 'commands'; commands: APIApplicationCommand[] }
  | { type: 'bot'; bot: APIUser | null; online: boolean }
  | { type: 'modal'; modal: APIModalInteractionResponseCallbackData; nonce: string }
  /** The bot acknowledged without a new message (a deferred update, say). */
  | { type: 'interaction_done'; nonce: string }
  /** Nothing in time, or a refused answer: the page says "The application did not respond". */
  | { type: 'interaction_failed'; nonce: string; reason: string };

export interface AutocompleteAnswer {
  choices: APIApplicationCommandOptionChoice[];
}
