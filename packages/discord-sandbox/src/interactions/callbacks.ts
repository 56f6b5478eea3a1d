import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { alreadyAcknowledged, refuse, unknownInteraction } from '../api-error.ts';
import type { Core } from '../core.ts';
import { choiceProblems } from '../rules/autocomplete.ts';
import { deferralProblems } from '../rules/message.ts';
import { modalProblems } from '../rules/modal.ts';
import type { SchemaName } from '../rules/spec.ts';
import type { UploadedFile } from '../world/attachments.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Interaction } from './interactions.ts';
import type { MessageBody } from './message-body.ts';
import { isLoading, type Replies } from './replies.ts';

/** What a bot posts to /interactions/ID/TOKEN/callback. */
export interface Callback {
  type: InteractionResponseType;
  data?: unknown;
}

/** Which answers each kind of interaction takes. */
const TAKES: Record<InteractionType, InteractionResponseType[]> = {
  [InteractionType.Ping]: [InteractionResponseType.Pong],
  [InteractionType.ApplicationCommand]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.Modal,
  ],
  [InteractionType.MessageComponent]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [InteractionResponseType.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
  ],
};

const SCHEMAS: Partial<Record<InteractionResponseType, SchemaName>> = {
  [InteractionResponseType.Pong]: 'PongInteractionCallbackRequestSchema',
  [InteractionResponseType.ChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.DeferredChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.DeferredMessageUpdate]: 'UpdateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.UpdateMessage]: 'UpdateMessageInteractionCallbackRequestSchema',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'ApplicationCommandAutocompleteCallbackRequestSchema',
  [InteractionResponseType.Modal]: 'ModalInteractionCallbackRequestSchema',
};

/**
 * Takes a bot's answer to an interaction: acknowledges it and shows what it says. Returns Discord's callback response
 * object. Throws 10062 when it comes too late, 40060 when it is the second one, 50035 when it breaks a rule.
 */
export function takeCallback(
  core: Core,
  replies: Replies,
  address: Address,
  body: unknown,
  files: UploadedFile[],
): object {
  const interaction = core.interactions.find(address.token, address.id);
  if (interaction === undefined || interaction.state === 'failed') throw unknownInteraction();
  if (interaction.state === 'acknowledged') throw alreadyAcknowledged();
  return interaction.noting(() => {
    const callback = checkCallback(core, interaction.raw, body);
    return describeCallback(interaction, callback, answer(core, replies, interaction, callback, files));
  });
}

interface Address {
  id: string;
  token: string;
}

function checkCallback(core: Core, raw: APIInteraction, body: unknown): Callback {
  const type = typeof body === 'object' && body !== null && 'type' in body ? (body.type as InteractionResponseType) : 0;
  const allowed = TAKES[raw.type];
  const schema = SCHEMAS[type as InteractionResponseType];
  const takes = type !== 0 && allowed.includes(type);
  if (!takes || schema === undefined) {
    const message = `Value must be one of {${allowed.join(', ')}}.`;
    refuse([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
    return body as Callback;
  }
  refuse(core.spec.problems(schema, body));
  return body as Callback;
}

/** Carries the answer out; the message is what it made or changed at once. */
function answer(
  core: Core,
  replies: Replies,
  interaction: Interaction,
  { type, data }: Callback,
  files: UploadedFile[],
): StoredMessage | null {
  const sending = { body: (data ?? {}) as MessageBody, files, channelId: interaction.channel.id, at: ['data'] };
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return replies.reply(interaction, sending);
    case InteractionResponseType.DeferredChannelMessageWithSource:
      refuse(deferralProblems(sending.body));
      return replies.defer(interaction, ((sending.body.flags ?? 0) & MessageFlags.Ephemeral) !== 0);
    case InteractionResponseType.DeferredMessageUpdate:
      sourceOf(core, interaction);
      finishQuietly(core, interaction);
      return null;
    case InteractionResponseType.UpdateMessage:
      return replies.updateSource(interaction, sourceOf(core, interaction), sending);
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      showChoices(core, interaction, data);
      return null;
    default:
      openModal(core, interaction, data as APIModalInteractionResponseCallbackData);
      return null;
  }
}

/** The message that the component stands in; a modal that came of a command has none, and takes no update. */
function sourceOf(core: Core, { source }: Interaction): StoredMessage {
  const stored = source && core.messages.find(source.channel.id, source.message.id);
  if (!stored) {
    refuse([{ path: ['type'], code: 'INTERACTION_HAS_NO_MESSAGE', message: 'There is no message to update' }]);
    throw unknownInteraction();
  }
  return stored;
}

function finishQuietly(core: Core, interaction: Interaction): void {
  core.interactions.acknowledge(interaction);
  interaction.original = interaction.source;
  interaction.record({ kind: 'done' });
  core.feed.send(interaction.person.user.id, { type: 'interaction_done', nonce: interaction.nonce });
}

function showChoices(core: Core, interaction: Interaction, data: unknown): void {
  const { choices } = (data ?? {}) as { choices?: APIApplicationCommandOptionChoice[] | null };
  const given = (choices ?? []).filter((choice) => choice !== null);
  refuse(choiceProblems(given, focusedType(interaction.raw)));
  core.interactions.acknowledge(interaction);
  interaction.record({ kind: 'choices', choices: given });
}

function focusedType(raw: APIInteraction): number {
  interface Option {
    type: number;
    focused?: boolean;
    options?: Option[];
  }
  const find = (options: Option[] = []): Option | undefined =>
    options.flatMap((option) => [option, find(option.options)]).find((option) => option?.focused);
  const { options } = (raw.data ?? {}) as { options?: Option[] };
  return find(options)?.type ?? 0;
}

function openModal(core: Core, interaction: Interaction, modal: APIModalInteractionResponseCallbackData): void {
  refuse(modalProblems(modal));
  core.interactions.acknowledge(interaction);
  const userId = interaction.person.user.id;
  core.modals.open(userId, { modal, openedBy: interaction });
  interaction.record({ kind: 'modal', modal });
  core.feed.send(userId, { type: 'modal', modal, nonce: interaction.nonce });
}

/** Discord's callback response; it names a resource for messages that are shown at once. */
function describeCallback({ raw }: Interaction, { type }: Callback, stored: StoredMessage | null): object {
  const interaction = {
    id: raw.id,
    type: raw.type,
    ...(raw.channel?.id ? { channel_id: raw.channel.id } : {}),
    ...(raw.guild_id ? { guild_id: raw.guild_id } : {}),
    ...(stored
      ? {
          response_message_id: stored.message.id,
          response_message_loading: isLoading(stored.message),
          response_message_ephemeral: stored.visibleTo !== null,
        }
      : {}),
  };
  const shown = stored !== null && !isLoading(stored.message);
  return { interaction, ...(shown ? { resource: { type, message: stored.message } } : {}) };
}
