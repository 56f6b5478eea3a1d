/**
 * What the page and the sandbox's server say to each other: the part that a Discord app on somebody's
 * phone plays. Everything is JSON; messages, commands and users are Discord's own API objects.
 *
 * GET  /client/state?user=ID            -> ClientState
 * POST /client/messages                 <- PostMessage        -> 204
 * POST /client/autocomplete             <- InvokeCommand      -> { choices } (one option has `focused: true`)
 * POST /client/commands                 <- InvokeCommand      -> 204; what comes of it arrives on the socket
 * POST /client/components               <- UseComponent       -> 204; likewise
 * POST /client/modals                   <- SubmitModal        -> 204; likewise
 * POST /client/dismiss                  <- { user, message_id } -> 204 (an ephemeral message is put away)
 * WS   /client/socket?user=ID           -> ClientEvent, one a frame; the first is `state`
 * A refused call answers 400 with { message }.
 *
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
}

export interface ClientPerson extends APIUser {
  /** May manage the server. */
  manager: boolean;
}

export interface ClientState {
  guild: { id: string; name: string };
  /** The roles of that server, so that their mentions can be shown by name. */
  roles?: { id: string; name: string }[];
  channels: ClientChannel[];
  people: ClientPerson[];
  /** The bot's user, null until it has connected once. */
  bot: APIUser | null;
  bot_online: boolean;
  commands: APIApplicationCommand[];
  /** By channel id, oldest first: what this person may see, ephemeral ones of theirs included. */
  messages: Record<string, APIMessage[]>;
}

export interface PostMessage {
  user: string;
  channel: string;
  content: string;
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
  /** What is uploaded for options of type attachment, by option name; such an option's value is the file's name. */
  files?: Record<string, UploadFile>;
  /** The message, for a message command. */
  target_id?: string;
  /** Echoed in the events that follow from this call. */
  nonce: string;
}

export interface UploadFile {
  filename: string;
  content_type: string;
  /** Base64. */
  data: string;
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
