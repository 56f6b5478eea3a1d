import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { InvokeCommand, InvokeOption, PostMessage, SubmitModal, UseComponent } from './client-api.ts';
import { SELECTS, walk } from './components.ts';
import type { Core } from './core.ts';
import { Interaction } from './interactions.ts';
import type { StoredMessage } from './messages.ts';
import { chosenIds, submitted } from './modals.ts';
import { checkAvailable, checkChosen, checkOptions, InputRefused, optionsOf } from './user-input.ts';
import type { Channel, Person } from './world.ts';

/**
 * What people do in Discord's app. Each act is held to what the app would let them do (`InputRefused` otherwise) and
 * becomes an interaction that the bot is sent; what comes of it is told by the interaction and the feed.
 */
export class UserActions {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  post({ user, channel, content }: PostMessage): APIMessage {
    const place = this.#place(user, channel);
    if (content.trim() === '') throw new InputRefused('A message needs some text.');
    if (content.length > 2_000) throw new InputRefused('A message has at most 2,000 characters.');
    return this.#core.messages.create({
      channel: place.channel,
      author: place.person.user,
      content: { content, embeds: [], components: [], attachments: [], flags: 0 },
    }).message;
  }

  /** Puts an ephemeral message away; only the person who sees it can. */
  dismiss({ user, message_id }: { user: string; message_id: string }): void {
    const { world, messages } = this.#core;
    const found = [...world.channels.keys()].map((id) => messages.find(id, message_id)).find(Boolean);
    if (found?.visibleTo !== user) throw new InputRefused('There is no such ephemeral message.');
    messages.remove(found);
  }

  invoke(call: InvokeCommand): Interaction {
    return this.#command(call, InteractionType.ApplicationCommand);
  }

  autocomplete(call: InvokeCommand): Interaction {
    if (call.options.filter(({ focused }) => focused).length !== 1) {
      throw new InputRefused('Autocomplete needs exactly one focused option.');
    }
    return this.#command(call, InteractionType.ApplicationCommandAutocomplete);
  }

  useComponent(call: UseComponent): Interaction {
    const place = this.#place(call.user, call.channel);
    const source = this.#visible(call.user, place.channel, call.message_id);
    const found = [...walk(source.message.components ?? [])].find(
      ({ component }) => component.custom_id === call.custom_id && component.type === call.component_type,
    );
    if (found === undefined) throw new InputRefused(`The message has no component "${call.custom_id}".`);
    const { component } = found;
    if (component.disabled) throw new InputRefused(`"${call.custom_id}" is disabled.`);
    if (component.type !== ComponentType.Button && !SELECTS.has(component.type)) {
      throw new InputRefused(`"${call.custom_id}" cannot be used.`);
    }
    const data = {
      component_type: component.type,
      custom_id: call.custom_id,
      id: component.id,
      ...(SELECTS.has(component.type) ? this.#chosen(component, call.values ?? [], place) : {}),
    };
    return this.#start({ ...place, type: InteractionType.MessageComponent, data, nonce: call.nonce, source });
  }

  submitModal(call: SubmitModal): Interaction {
    const place = this.#place(call.user, call.channel);
    const opened = this.#core.modals.peek(call.user);
    if (opened?.modal.custom_id !== call.custom_id) throw new InputRefused(`No modal "${call.custom_id}" is open.`);
    const components = submitted(opened.modal, call);
    this.#core.modals.take(call.user, call.custom_id);
    const resolved = this.#core.payloads.resolve(chosenIds(call), place.channel, place.person);
    return this.#start({
      ...place,
      type: InteractionType.ModalSubmit,
      data: { custom_id: call.custom_id, components, ...(Object.keys(resolved).length > 0 ? { resolved } : {}) },
      nonce: call.nonce,
      source: opened.openedBy.source,
      triggeredBy: opened.openedBy,
    });
  }

  #command(call: InvokeCommand, type: InteractionType): Interaction {
    const place = this.#place(call.user, call.channel);
    const command = this.#core.commands.in(place.channel.guild?.id ?? null).find(({ id }) => id === call.command_id);
    if (command === undefined) throw new InputRefused('There is no such command.');
    checkAvailable(command, place.person, place.channel, this.#core.world);
    const data = {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guild_id ? { guild_id: command.guild_id } : {}),
      ...(command.type === ApplicationCommandType.ChatInput
        ? this.#chatInput(command, call, place)
        : this.#target(command, call, place)),
    };
    return this.#start({ ...place, type, data, nonce: call.nonce, source: null });
  }

  #chatInput(command: APIApplicationCommand, call: InvokeCommand, { person, channel }: Place): object {
    const path = call.subcommand ?? [];
    const given = call.options.map((option) => this.#upload(option, call, channel));
    checkOptions(
      optionsOf(command, path),
      given.map(({ option }) => option),
      this.#core.world,
    );
    const named = given.flatMap(({ option }) => (NAMES_BY_ID.has(option.type) ? [String(option.value)] : []));
    const resolved = {
      ...this.#core.payloads.resolve(named, channel, person),
      ...attachmentsById(given),
    };
    const leaf = given.map(({ option: { name, type, value, focused } }) => ({
      name,
      type,
      value,
      ...(focused ? { focused } : {}),
    }));
    const options = path.reduceRight<object[]>(
      (inner, name, depth) => [{ name, type: path.length - depth, options: inner }],
      leaf,
    );
    return {
      ...(options.length > 0 ? { options } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    };
  }

  /** An uploaded file becomes an attachment, and the option names it by its id. */
  #upload(option: InvokeOption, { files = {} }: InvokeCommand, channel: Channel) {
    if (option.type !== ApplicationCommandOptionType.Attachment) return { option };
    const file = files[option.name];
    if (file === undefined) throw new InputRefused(`The option "${option.name}" needs a file.`);
    const bytes = Buffer.from(file.data, 'base64');
    const { filename, content_type: contentType } = file;
    const attachment = this.#core.attachments.add(channel.id, { field: option.name, filename, contentType, bytes });
    return { option: { ...option, value: attachment.id }, attachment: { ...attachment, ephemeral: true } };
  }

  #target(command: APIApplicationCommand, { user, target_id }: InvokeCommand, { person, channel }: Place): object {
    if (target_id === undefined) throw new InputRefused(`"${command.name}" is used on something.`);
    if (command.type === ApplicationCommandType.Message) {
      const { message } = this.#visible(user, channel, target_id);
      return { target_id, resolved: { messages: { [target_id]: message } } };
    }
    const resolved = this.#core.payloads.resolve([target_id], channel, person);
    if (!resolved.users) throw new InputRefused('There is no such person.');
    return { target_id, resolved };
  }

  #chosen(component: { type: number }, values: string[], { person, channel }: Place): object {
    const resolved = this.#core.payloads.resolve(values, channel, person);
    const known = (id: string): boolean =>
      Object.entries(resolved).some(([kind, found]) => SELECTABLE[component.type]?.includes(kind) && id in found);
    checkChosen(component, values, known);
    return component.type === ComponentType.StringSelect ? { values } : { values, resolved };
  }

  #start(start: Start): Interaction {
    const { interactions, gateway, payloads, clock } = this.#core;
    const { person, channel, nonce, source } = start;
    const raw = payloads.interaction({ ...start, message: source?.message });
    const interaction = new Interaction({
      raw,
      person,
      channel,
      nonce,
      source,
      createdAt: clock.now(),
      triggeredBy: start.triggeredBy ?? null,
    });
    interactions.start(interaction);
    if (gateway.reachable) gateway.dispatch(GatewayDispatchEvents.InteractionCreate, raw);
    else interactions.fail(interaction, 'The bot is offline');
    return interaction;
  }

  #place(userId: string, channelId: string): Place {
    const person = this.#core.world.people.get(userId);
    const channel = this.#core.world.channels.get(channelId);
    if (person === undefined) throw new InputRefused('There is no such person.');
    if (channel === undefined || !this.#core.world.mayRead(userId, channel)) {
      throw new InputRefused('There is no such channel.');
    }
    return { person, channel };
  }

  #visible(userId: string, channel: Channel, messageId: string): StoredMessage {
    const found = this.#core.messages.find(channel.id, messageId);
    if (found === undefined || (found.visibleTo !== null && found.visibleTo !== userId)) {
      throw new InputRefused('There is no such message.');
    }
    if ((found.message.flags ?? 0) & MessageFlags.Loading) throw new InputRefused('The message is still to come.');
    return found;
  }
}

interface Place {
  person: Person;
  channel: Channel;
}

interface Start extends Place {
  type: InteractionType;
  data: object;
  nonce: string;
  source: StoredMessage | null;
  triggeredBy?: Interaction;
}

const NAMES_BY_ID: ReadonlySet<number> = new Set([
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Channel,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Mentionable,
]);

/** Which kinds of resolved objects a select takes. */
const SELECTABLE: Record<number, string[]> = {
  [ComponentType.UserSelect]: ['users'],
  [ComponentType.RoleSelect]: ['roles'],
  [ComponentType.MentionableSelect]: ['users', 'roles'],
  [ComponentType.ChannelSelect]: ['channels'],
};

function attachmentsById(given: { attachment?: { id: string } }[]): object {
  const attachments = given.flatMap(({ attachment }) => (attachment ? [[attachment.id, attachment] as const] : []));
  return attachments.length > 0 ? { attachments: Object.fromEntries(attachments) } : {};
}
