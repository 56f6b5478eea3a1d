import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  type Locale,
  MessageFlags,
} from 'discord-api-types/v10';
import type { InvokeCommand, InvokeOption, UploadFile } from '../client-api.ts';
import type { Core } from '../core.ts';
import { type AnyComponent, SELECTS, walk } from '../world/components.ts';
import type { Channel, Person } from '../world/world.ts';
import { type Outcome, outcomeOf, type Waiting } from './outcome.ts';
import type { UserActions } from './user-actions.ts';
import { InputRefused, optionsOf } from './user-input.ts';

export interface DownloadedFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export type OptionValue = string | number | boolean | UploadFile;

/** One person at one channel, for tests: does what somebody does in the page, by the same core. */
export class SandboxClient {
  readonly #core: Core;
  readonly #actions: UserActions;
  readonly #person: Person;
  readonly #channel: Channel;

  constructor(core: Core, actions: UserActions, person: Person, channel: Channel) {
    this.#core = core;
    this.#actions = actions;
    this.#person = person;
    this.#channel = channel;
  }

  get user(): APIUser {
    return this.#person.user;
  }

  get channelId(): string {
    return this.#channel.id;
  }

  /** The same person elsewhere: a channel's name or id, `Server/channel`, or `dm`. */
  in(channel: string): SandboxClient {
    return new SandboxClient(this.#core, this.#actions, this.#person, findChannel(this.#core, this.#person, channel));
  }

  /** Sends a slash command; a subcommand's name follows the command's: `quiz start`. */
  async command(name: string, options: Record<string, OptionValue> = {}, waiting?: Waiting): Promise<Outcome> {
    return outcomeOf(this.#actions.invoke(this.#call(name, options)), waiting);
  }

  /** Types into an option; the other options as they stand so far. */
  async autocomplete(
    name: string,
    option: string,
    typed: string | number,
    others: Record<string, OptionValue> = {},
  ): Promise<APIApplicationCommandOptionChoice[]> {
    const call = this.#call(name, { ...others, [option]: typed });
    const options = call.options.map((given) => (given.name === option ? { ...given, focused: true } : given));
    const outcome = await outcomeOf(this.#actions.autocomplete({ ...call, options }));
    if (outcome.kind === 'choices') return outcome.choices;
    throw new Error(outcome.kind === 'failed' ? outcome.reason : `Autocomplete was answered by "${outcome.kind}".`);
  }

  /** Right-click > Apps on a message. */
  async messageCommand(name: string, message: Pick<APIMessage, 'id'>, waiting?: Waiting): Promise<Outcome> {
    return outcomeOf(this.#actions.invoke(this.#targeted(name, ApplicationCommandType.Message, message.id)), waiting);
  }

  /** Right-click > Apps on a person. */
  async userCommand(name: string, userId: string, waiting?: Waiting): Promise<Outcome> {
    return outcomeOf(this.#actions.invoke(this.#targeted(name, ApplicationCommandType.User, userId)), waiting);
  }

  /** Presses a button, named by its custom id or its label. */
  async click(message: Pick<APIMessage, 'id'>, button: string, waiting?: Waiting): Promise<Outcome> {
    const found = this.#component(
      message,
      ({ type, custom_id, label }) => type === ComponentType.Button && (custom_id === button || label === button),
    );
    if (!found?.custom_id) throw new InputRefused(`There is no button "${button}" to press.`);
    return this.#use(message, found, undefined, waiting);
  }

  /** Chooses in a select, named by its custom id. */
  async select(
    message: Pick<APIMessage, 'id'>,
    customId: string,
    values: string[],
    waiting?: Waiting,
  ): Promise<Outcome> {
    const found = this.#component(message, ({ type, custom_id }) => SELECTS.has(type) && custom_id === customId);
    if (!found) throw new InputRefused(`There is no select "${customId}".`);
    return this.#use(message, found, values, waiting);
  }

  /** Sends the modal that is open: texts by custom id, and what is chosen in its selects. */
  async submit(
    modal: Pick<APIModalInteractionResponseCallbackData, 'custom_id'>,
    values: Record<string, string>,
    choices: Record<string, string[]> = {},
    waiting?: Waiting,
  ): Promise<Outcome> {
    const call = { ...this.#place(), custom_id: modal.custom_id, values, choices };
    return outcomeOf(this.#actions.submitModal(call), waiting);
  }

  /** Opens a file that a message shows: the one of that name, or else the first. Rejects where it cannot be had. */
  async download(message: APIMessage, name?: string): Promise<DownloadedFile> {
    const files = filesOf(message);
    const file = files.find((one) => name === undefined || one.name === name);
    if (file === undefined) throw new InputRefused(`The message has no file${name ? ` "${name}"` : ''}.`);
    const response = await fetch(file.url);
    if (!response.ok) throw new Error(`The file "${file.name}" is answered ${response.status}.`);
    const contentType = response.headers.get('content-type') ?? '';
    return { name: file.name, contentType, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  /** Writes a message, as people do. */
  post(content: string): APIMessage {
    return this.#actions.post({ ...this.#place(), content });
  }

  /** Sets the language of this person's Discord, or that of the server of the channel. */
  setLocale(locale: Locale, of: 'person' | 'guild' = 'person'): void {
    const guild = of === 'guild' ? this.#channel.guild?.id : undefined;
    if (of === 'guild' && guild === undefined) throw new InputRefused('Direct messages are in no server.');
    this.#actions.setLocale({ user: this.#person.user.id, locale, ...(guild === undefined ? {} : { guild }) });
  }

  dismiss(message: Pick<APIMessage, 'id'>): void {
    this.#actions.dismiss({ user: this.#person.user.id, message_id: message.id });
  }

  /** What this person sees in the channel, oldest first. */
  messages(): APIMessage[] {
    return this.#core.messages.visible(this.#person.user.id, this.#channel.id);
  }

  /** A message as it stands now. */
  message(id: string): APIMessage | undefined {
    return this.messages().find((message) => message.id === id);
  }

  #call(name: string, options: Record<string, OptionValue>): InvokeCommand {
    const [commandName = '', ...subcommand] = name.split(' ');
    const command = this.#command(commandName, ApplicationCommandType.ChatInput);
    const definitions = optionsOf(command, subcommand);
    const call: InvokeCommand = { ...this.#place(), command_id: command.id, subcommand, options: [], files: {} };
    for (const [option, value] of Object.entries(options)) {
      const type =
        definitions.find((definition) => definition.name === option)?.type ?? ApplicationCommandOptionType.String;
      call.options.push(optionFrom(option, type, value));
      if (typeof value === 'object') call.files = { ...call.files, [option]: value };
    }
    return call;
  }

  #targeted(name: string, type: ApplicationCommandType, target_id: string): InvokeCommand {
    return { ...this.#place(), command_id: this.#command(name, type).id, options: [], target_id };
  }

  #command(name: string, type: ApplicationCommandType): APIApplicationCommand {
    const commands = this.#core.commands.in(this.#channel.guild?.id ?? null);
    const command = commands.find((candidate) => candidate.name === name && candidate.type === type);
    if (command === undefined) throw new InputRefused(`There is no command "${name}".`);
    return command;
  }

  #component({ id }: Pick<APIMessage, 'id'>, wanted: (component: AnyComponent) => boolean): AnyComponent | undefined {
    const components = (this.message(id)?.components ?? []) as unknown as AnyComponent[];
    return [...walk(components)].map(({ component }) => component).find(wanted);
  }

  #use(
    message: Pick<APIMessage, 'id'>,
    component: AnyComponent,
    values?: string[],
    waiting?: Waiting,
  ): Promise<Outcome> {
    const call = {
      ...this.#place(),
      message_id: message.id,
      custom_id: component.custom_id ?? '',
      component_type: component.type,
      ...(values ? { values } : {}),
    };
    return outcomeOf(this.#actions.useComponent(call), waiting);
  }

  #place() {
    return { user: this.#person.user.id, channel: this.#channel.id, nonce: this.#core.newId() };
  }
}

/** The files that a message shows: by file components where it has Components V2, else its attachments. */
function filesOf({ attachments, components = [], flags }: APIMessage): { name: string; url: string }[] {
  const shown = [...walk(components as unknown as AnyComponent[])].flatMap(({ component: { file, name } }) =>
    file ? [{ name: name ?? '', url: file.url }] : [],
  );
  const listed = (flags ?? 0) & MessageFlags.IsComponentsV2 ? [] : attachments;
  return [...shown, ...listed.map(({ filename, url }) => ({ name: filename, url }))];
}

/** A channel by name or id, or by `Server/channel` where servers share a name; `dm` for the messages with the bot. */
export function findChannel({ world }: Core, person: Person, key: string): Channel {
  const readable = [...world.channels.values()].filter((channel) => world.mayRead(person.user.id, channel));
  const found = readable.find(({ id, name, guild }) =>
    [id, ...(guild === null ? ['dm'] : [name, `${guild.name}/${name}`])].includes(key),
  );
  if (found === undefined) throw new InputRefused(`There is no channel "${key}" for ${person.user.username}.`);
  return found;
}

function optionFrom(name: string, type: number, value: OptionValue): InvokeOption {
  return { name, type, value: typeof value === 'object' ? value.filename : value };
}
