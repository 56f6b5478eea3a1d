import {
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
} from 'discord-api-types/v10';
import type { InvokeCommand, InvokeOption, UploadFile } from './client-api.ts';
import { type AnyComponent, SELECTS, walk } from './components.ts';
import type { Core } from './core.ts';
import type { Interaction, InteractionEvent } from './interactions.ts';
import type { UserActions } from './user-actions.ts';
import { InputRefused, optionsOf } from './user-input.ts';
import type { Channel, Person } from './world.ts';

/** What came of something that a person did, and a way to wait for what comes after it. */
export type Outcome = InteractionEvent & {
  /** The interaction as the bot was sent it. */
  interaction: APIInteraction;
  /** Waits for the next thing to come of the same interaction: an edit, a follow-up. */
  next(waiting?: Waiting): Promise<Outcome>;
};

export interface Waiting {
  /** `acknowledged` stops at "the bot is thinking" already; a deferred reply is waited for otherwise. */
  until?: 'acknowledged' | 'settled';
  /** After so long the outcome is `failed`; 10,000 unless said. */
  timeoutMs?: number;
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

  /** The same person elsewhere: a channel's name or id, or `dm`. */
  in(channel: string): SandboxClient {
    return new SandboxClient(this.#core, this.#actions, this.#person, findChannel(this.#core, this.#person, channel));
  }

  /** Sends a slash command; a subcommand's name follows the command's: `quiz start`. */
  async command(name: string, options: Record<string, OptionValue> = {}, waiting?: Waiting): Promise<Outcome> {
    return this.#outcome(this.#actions.invoke(this.#call(name, options)), waiting);
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
    const outcome = await this.#outcome(this.#actions.autocomplete({ ...call, options }));
    if (outcome.kind === 'choices') return outcome.choices;
    throw new Error(outcome.kind === 'failed' ? outcome.reason : `Autocomplete was answered by "${outcome.kind}".`);
  }

  /** Right-click > Apps on a message. */
  async messageCommand(name: string, message: Pick<APIMessage, 'id'>, waiting?: Waiting): Promise<Outcome> {
    return this.#outcome(
      this.#actions.invoke(this.#targeted(name, ApplicationCommandType.Message, message.id)),
      waiting,
    );
  }

  /** Right-click > Apps on a person. */
  async userCommand(name: string, userId: string, waiting?: Waiting): Promise<Outcome> {
    return this.#outcome(this.#actions.invoke(this.#targeted(name, ApplicationCommandType.User, userId)), waiting);
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
    return this.#outcome(this.#actions.submitModal(call), waiting);
  }

  /** Writes a message, as people do. */
  post(content: string): APIMessage {
    return this.#actions.post({ ...this.#place(), content });
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
    return this.#outcome(this.#actions.useComponent(call), waiting);
  }

  #place() {
    return { user: this.#person.user.id, channel: this.#channel.id, nonce: this.#core.newId() };
  }

  async #outcome(interaction: Interaction, waiting: Waiting = {}, seen = 0): Promise<Outcome> {
    const { event, seen: seenNow } = await nextEvent(interaction, seen, waiting);
    return {
      ...event,
      interaction: interaction.raw,
      next: (again) => this.#outcome(interaction, again, seenNow),
    };
  }
}

/** The message that came of something; throws, saying what came instead, when there is none. */
export function messageOf(outcome: Outcome): APIMessage {
  if ('message' in outcome) return outcome.message;
  throw new Error(outcome.kind === 'failed' ? outcome.reason : `What came of it was "${outcome.kind}".`);
}

/** A channel by name or id; `dm` for the direct messages with the bot. */
export function findChannel({ world }: Core, person: Person, key: string): Channel {
  const readable = [...world.channels.values()].filter((channel) => world.mayRead(person.user.id, channel));
  const found = readable.find(({ id, name, guild }) => id === key || (guild === null ? key === 'dm' : name === key));
  if (found === undefined) throw new InputRefused(`There is no channel "${key}" for ${person.user.username}.`);
  return found;
}

function optionFrom(name: string, type: number, value: OptionValue): InvokeOption {
  return { name, type, value: typeof value === 'object' ? value.filename : value };
}

/** The first event after those seen; a deferral is passed over unless it was asked for. */
async function nextEvent(
  interaction: Interaction,
  seen: number,
  { until = 'settled', timeoutMs = 10_000 }: Waiting,
): Promise<{ event: InteractionEvent; seen: number }> {
  const deadline = performance.now() + timeoutMs;
  let position = seen;
  for (;;) {
    const event = interaction.events[position];
    if (event === undefined) {
      const left = deadline - performance.now();
      if (left <= 0) return { event: nothingCame(interaction, timeoutMs), seen: position };
      await somethingOr(interaction, left);
      continue;
    }
    position += 1;
    if (event.kind !== 'deferred' || until === 'acknowledged') return { event, seen: position };
  }
}

function somethingOr(interaction: Interaction, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, ms);
    const cancel = interaction.onNext(finish);
    function finish(): void {
      clearTimeout(timer);
      cancel();
      resolve();
    }
  });
}

function nothingCame(interaction: Interaction, ms: number): InteractionEvent {
  return { kind: 'failed', reason: interaction.because(`Nothing came within ${ms} ms`) };
}
