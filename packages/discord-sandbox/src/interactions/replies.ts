import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { tooManyFollowUps, unknownMessage, unknownWebhook } from '../api-error.ts';
import type { Core } from '../core.ts';
import type { MessageContent, Nonce, StoredMessage } from '../world/messages.ts';
import type { Interaction } from './interactions.ts';
import { editedContent, newContent, type Sending } from './message-body.ts';

/** The messages that a bot makes in answer to an interaction: the reply, its edits, follow-ups. */
export class Replies {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** The first reply, shown at once. */
  reply(interaction: Interaction, sending: Sending): StoredMessage {
    const content = newContent(sending, this.#core.attachments);
    this.#core.interactions.acknowledge(interaction);
    const stored = this.#create(interaction, content);
    interaction.original = stored;
    interaction.record({ kind: 'message', message: stored.message });
    return stored;
  }

  /** "The bot is thinking": an empty message that an edit fills in. */
  defer(interaction: Interaction, ephemeral: boolean): StoredMessage {
    this.#core.interactions.acknowledge(interaction);
    const flags = MessageFlags.Loading | (ephemeral ? MessageFlags.Ephemeral : 0);
    const stored = this.#create(interaction, { content: '', embeds: [], components: [], files: [], flags });
    interaction.original = stored;
    interaction.record({ kind: 'deferred', message: stored.message });
    return stored;
  }

  /** Changes the message that the used component stands in. */
  updateSource(interaction: Interaction, source: StoredMessage, sending: Sending): StoredMessage {
    // Unlike every other edit, this one drops the files that it does not list.
    const content = editedContent(source, sending, this.#core.attachments, 'dropped');
    this.#core.interactions.acknowledge(interaction);
    interaction.original = source;
    return this.#edit(interaction, source, content);
  }

  edit(interaction: Interaction, stored: StoredMessage, sending: Sending): StoredMessage {
    return this.#edit(interaction, stored, editedContent(stored, sending, this.#core.attachments));
  }

  /** A further message; the first one after a deferral fills in the deferred reply, as Discord has it. */
  followUp(interaction: Interaction, sending: Sending): StoredMessage {
    if (interaction.state !== 'acknowledged') throw unknownWebhook();
    const content = newContent(sending, this.#core.attachments);
    if (isOfUserAlone(interaction) && interaction.followUps >= MAX_FOLLOW_UPS) throw tooManyFollowUps();
    interaction.followUps++;
    const { original } = interaction;
    if (original && isLoading(original.message)) {
      const flags = content.flags & ~MessageFlags.Ephemeral;
      return this.#edit(interaction, original, { ...content, flags: flags | visibility(original.message) });
    }
    const stored = this.#create(interaction, content, original?.message);
    interaction.record({ kind: 'message', message: stored.message });
    return stored;
  }

  /** The message that a webhook route names, `@original` or an id; throws what Discord answers when there is none. */
  find(interaction: Interaction, id: string): StoredMessage {
    if (interaction.state !== 'acknowledged') throw unknownWebhook();
    const found = id === '@original' ? interaction.original : interaction.messages.get(id);
    const stored = found && this.#core.messages.find(found.channel.id, found.message.id);
    if (!stored) throw unknownMessage();
    return stored;
  }

  remove(interaction: Interaction, stored: StoredMessage): void {
    this.#core.messages.remove(stored);
    interaction.record({ kind: 'deleted', messageId: stored.message.id });
  }

  #create(interaction: Interaction, content: MessageContent, repliesTo?: APIMessage): StoredMessage {
    const stored = this.#core.messages.create({
      channel: interaction.channel,
      author: this.#core.world.bot,
      content,
      visibleTo: content.flags & MessageFlags.Ephemeral ? interaction.person.user.id : null,
      origin: origin(interaction, repliesTo ?? interaction.source?.message),
      nonce: nonceOf(interaction),
    });
    interaction.messages.set(stored.message.id, stored);
    return stored;
  }

  #edit(interaction: Interaction, stored: StoredMessage, content: MessageContent): StoredMessage {
    const wasLoading = isLoading(stored.message);
    this.#core.messages.edit(stored, content, nonceOf(interaction));
    interaction.record({ kind: wasLoading ? 'message' : 'update', message: stored.message });
    return stored;
  }
}

/** Further messages of an app that only the person has, and not the guild. */
const MAX_FOLLOW_UPS = 5;

function isOfUserAlone({ raw }: Interaction): boolean {
  const owners = raw.authorizing_integration_owners;
  return (
    owners[ApplicationIntegrationType.UserInstall] !== undefined &&
    owners[ApplicationIntegrationType.GuildInstall] === undefined
  );
}

export function isLoading({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Loading) !== 0;
}

function visibility({ flags }: APIMessage): number {
  return (flags ?? 0) & MessageFlags.Ephemeral;
}

function nonceOf({ person, nonce }: Interaction): Nonce {
  return { userId: person.user.id, value: nonce };
}

/** What tells where a bot's message came from: its type, the message it answers, the interaction behind it. */
function origin(interaction: Interaction, repliesTo: APIMessage | undefined): Partial<APIMessage> {
  const { raw } = interaction;
  const base: Partial<APIMessage> = {
    application_id: raw.application_id,
    webhook_id: raw.application_id,
    interaction_metadata: metadata(interaction),
    type: repliesTo ? MessageType.Reply : commandMessageType(interaction),
  };
  const { guild_id } = raw;
  if (repliesTo) {
    const { id: message_id, channel_id } = repliesTo;
    const reference = { type: MessageReferenceType.Default, message_id, channel_id, ...(guild_id ? { guild_id } : {}) };
    const { referenced_message: _, ...shallow } = repliesTo;
    Object.assign(base, { message_reference: reference, referenced_message: shallow });
  }
  if (raw.type === InteractionType.ApplicationCommand) {
    base.interaction = { id: raw.id, type: raw.type, name: fullName(raw.data), user: interaction.person.user };
  }
  return base;
}

/** A command's name with those of its group and subcommand: `quiz start`. */
function fullName(data: { name: string; options?: readonly object[] | undefined }): string {
  const names = [data.name];
  let level = data.options as Nested[] | undefined;
  while (level?.[0] && level[0].type <= ApplicationCommandOptionType.SubcommandGroup) {
    names.push(level[0].name);
    level = level[0].options;
  }
  return names.join(' ');
}

interface Nested {
  type: number;
  name: string;
  options?: Nested[];
}

function commandMessageType({ raw, triggeredBy }: Interaction): MessageType {
  const command = raw.type === InteractionType.ModalSubmit ? triggeredBy?.raw : raw;
  const chat =
    command?.type === InteractionType.ApplicationCommand && command.data.type === ApplicationCommandType.ChatInput;
  return chat ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

function metadata(interaction: Interaction): APIMessageInteractionMetadata {
  const { raw, person, original, triggeredBy, source } = interaction;
  const base = {
    id: raw.id,
    user: person.user,
    authorizing_integration_owners: raw.authorizing_integration_owners,
    ...(original ? { original_response_message_id: original.message.id } : {}),
  };
  if (raw.type === InteractionType.ModalSubmit && triggeredBy) {
    const triggering_interaction_metadata = metadata(triggeredBy) as never;
    return { ...base, type: InteractionType.ModalSubmit, triggering_interaction_metadata };
  }
  if (raw.type === InteractionType.MessageComponent && source) {
    return { ...base, type: InteractionType.MessageComponent, interacted_message_id: source.message.id };
  }
  const target =
    raw.type === InteractionType.ApplicationCommand && raw.data.type === ApplicationCommandType.Message
      ? { target_message_id: raw.data.target_id }
      : {};
  return { ...base, type: InteractionType.ApplicationCommand, ...target };
}
