import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  Locale,
  MessageFlags,
} from 'discord-api-types/v10';
import type { InvokeCommand, PostMessage, SetLocale, SubmitModal, UseComponent } from '../client-api.ts';
import type { Core } from '../core.ts';
import { Interaction } from '../interactions/interactions.ts';
import { hasMessages } from '../world/channel-object.ts';
import { SELECTS, walk } from '../world/components.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Channel } from '../world/world.ts';
import { chatInput, type Place } from './command-data.ts';
import { chosenIds, submitted } from './modals.ts';
import { tellPages } from './servers.ts';
import { checkAvailable, checkChosen, InputRefused } from './user-input.ts';

/**
 * What people do in Discord's app. Each act is held to what the app would let them do (`InputRefused` otherwise) and
 * becomes an interaction that the bot is sent; what comes of it is told by the interaction and the feed.
 */
export class UserActions {
  readonly #core: Core;
  readonly #deliver: (interaction: Interaction) => void;

  constructor(core: Core, deliver: (interaction: Interaction) => void) {
    this.#core = core;
    this.#deliver = deliver;
  }

  post({ user, channel, content }: PostMessage): APIMessage {
    const place = this.#place(user, channel);
    if (content.trim() === '') throw new InputRefused('A message needs some text.');
    if (content.length > 2_000) throw new InputRefused('A message has at most 2,000 characters.');
    if (!hasMessages(place.channel)) throw new InputRefused('Nobody can write in this channel.');
    if (place.channel.locked) throw new InputRefused('This thread is locked.');
    place.channel.archived = false;
    return this.#core.messages.create({
      channel: place.channel,
      author: place.person.user,
      content: { content, embeds: [], components: [], files: [], flags: 0 },
    }).message;
  }

  /** Puts an ephemeral message away; only the person who sees it can. */
  dismiss({ user, message_id }: { user: string; message_id: string }): void {
    const { world, messages } = this.#core;
    const found = [...world.channels.keys()].map((id) => messages.find(id, message_id)).find(Boolean);
    if (found?.visibleTo !== user) throw new InputRefused('There is no such ephemeral message.');
    messages.remove(found);
  }

  /** Sets the language of a person's Discord, or of a server. */
  setLocale({ user, guild: guildId, locale: wanted }: SetLocale): void {
    const { world } = this.#core;
    const person = world.people.get(user);
    const locale = Object.values(Locale).find((each) => each === wanted);
    if (person === undefined) throw new InputRefused('There is no such person.');
    if (locale === undefined) throw new InputRefused(`Discord has no language "${wanted}".`);
    if (guildId === undefined) {
      person.locale = locale;
    } else {
      const guild = world.guilds.get(guildId);
      if (guild === undefined || !world.manages(person, guild))
        throw new InputRefused('You do not manage this server.');
      guild.locale = locale;
    }
    tellPages(this.#core);
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
    if (opened.openedBy.channel !== place.channel) throw new InputRefused('The modal is open in another channel.');
    const resolved = this.#core.payloads.resolve(chosenIds(opened.modal, call), place.channel, place.person);
    const components = submitted(opened.modal, call, resolved);
    this.#core.modals.take(call.user, call.custom_id);
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
        ? chatInput(this.#core, command, call, place, type === InteractionType.ApplicationCommandAutocomplete)
        : this.#target(command, call, place)),
    };
    return this.#start({ ...place, type, data, nonce: call.nonce, source: null });
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
    checkChosen(component, values, resolved);
    return component.type === ComponentType.StringSelect ? { values } : { values, resolved };
  }

  #start(start: Start): Interaction {
    const { interactions, payloads, clock } = this.#core;
    const { person, channel, nonce, source } = start;
    if (channel.guild?.hasBot === false && !person.installed) {
      throw new InputRefused(`The bot is not in "${channel.guild.name}".`);
    }
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
    this.#deliver(interaction);
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

interface Start extends Place {
  type: InteractionType;
  data: object;
  nonce: string;
  source: StoredMessage | null;
  triggeredBy?: Interaction;
}
