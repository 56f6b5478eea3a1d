import { ChannelType, MessageFlags } from 'discord-api-types/v10';
import {
  archivedThread,
  lockedThread,
  missingAccess,
  notATextChannel,
  notTheAuthor,
  refuse,
  unknownChannel,
  unknownMessage,
  unknownUser,
} from '../../api-error.ts';
import type { Core } from '../../core.ts';
import { editedContent, type MessageBody, newContent, type Sending } from '../../interactions/message-body.ts';
import { withTextIds } from '../../interactions/message-files.ts';
import type { SchemaName } from '../../rules/spec.ts';
import { channelFields, hasMessages, isThread } from '../../world/channel-object.ts';
import type { StoredMessage } from '../../world/messages.ts';
import type { Channel } from '../../world/world.ts';
import { type Request, type Route, route } from '../router.ts';

/** Channels, and the messages that the bot sends of its own accord. */
export function channelRoutes(core: Core): Route[] {
  const messages = '/channels/:channel/messages';
  return [
    route('GET', '/channels/:channel', (request) => ({
      status: 200,
      json: channelObject(core, channelOf(core, request)),
    })),
    route('POST', '/users/@me/channels', (request) => {
      const { recipient_id } = (request.body ?? {}) as { recipient_id?: string };
      const channel = core.world.directMessages(String(recipient_id));
      if (channel === undefined) throw unknownUser();
      return { status: 200, json: channelObject(core, channel) };
    }),
    route('GET', messages, (request) => ({ status: 200, json: publicMessages(core, request) })),
    route('GET', `${messages}/:message`, (request) => ({ status: 200, json: messageOf(core, request).message })),
    route('POST', messages, (request) => {
      const channel = writable(channelOf(core, request));
      const sent = sending(core, request, 'MessageCreateRequestSchema');
      const { nonce, enforce_nonce } = sent.body;
      const key = nonce !== undefined && nonce !== null && enforce_nonce ? `${channel.id} ${nonce}` : undefined;
      const before = core.messages.createdWith(key);
      if (before !== undefined) return { status: 200, json: before.message };
      const content = newContent(sent, core.attachments);
      channel.archived = false;
      const origin = nonce === undefined || nonce === null ? {} : { nonce };
      return {
        status: 200,
        json: core.messages.create({ channel, author: core.world.bot, content, origin, key }).message,
      };
    }),
    route('PATCH', `${messages}/:message`, (request) => {
      const stored = ownMessage(core, request);
      if (stored.channel.archived) throw archivedThread();
      const edit = sending(core, request, 'MessageEditRequestPartialSchema');
      const content = editedContent(stored, edit, core.attachments);
      return { status: 200, json: core.messages.edit(stored, content).message };
    }),
    route('DELETE', `${messages}/:message`, (request) => {
      core.messages.remove(ownMessage(core, request));
      return { status: 204 };
    }),
  ];
}

function channelOf({ world }: Core, request: Request): Channel {
  const channel = world.channels.get(request.param('channel'));
  if (channel === undefined) throw unknownChannel();
  if (channel.guild?.hasBot === false) throw missingAccess();
  return channel;
}

/** Writing brings an archived thread back, unless a moderator has locked it. */
function writable(channel: Channel): Channel {
  if (!hasMessages(channel)) throw notATextChannel();
  if (channel.locked) throw lockedThread();
  return channel;
}

/** Ephemeral messages can be reached by their interaction's token alone. */
function messageOf(core: Core, request: Request): StoredMessage {
  const stored = core.messages.find(channelOf(core, request).id, request.param('message'));
  if (stored === undefined || stored.visibleTo !== null) throw unknownMessage();
  return stored;
}

function ownMessage(core: Core, request: Request): StoredMessage {
  const stored = messageOf(core, request);
  if (stored.message.author.id !== core.world.bot.id) throw notTheAuthor();
  return stored;
}

function publicMessages(core: Core, request: Request): object[] {
  const channel = channelOf(core, request);
  const limit = Math.min(Number(request.query.get('limit') ?? 50) || 50, 100);
  // Nobody's own view: what is visible to everybody, newest first.
  return core.messages.visible('', channel.id).slice(-limit).reverse();
}

function sending(core: Core, request: Request, schema: SchemaName): Sending {
  const sent = withTextIds(request.body);
  refuse(core.spec.problems(schema, sent));
  const body = sent as MessageBody;
  if ((body.flags ?? 0) & MessageFlags.Ephemeral) {
    const message = 'Only an answer to an interaction can be ephemeral';
    refuse([{ path: ['flags'], code: 'MESSAGE_CANNOT_BE_EPHEMERAL', message }]);
  }
  return { body, files: request.files, channelId: channelOf(core, request).id, at: [] };
}

/** A channel as the API shows it to the bot. */
export function channelObject({ world, messages }: Core, channel: Channel): object {
  const last_message_id = messages.lastId(channel.id);
  if (channel.guild === null) {
    const recipient = world.people.get(channel.recipient ?? '')?.user;
    return {
      id: channel.id,
      type: ChannelType.DM,
      flags: 0,
      last_message_id,
      recipients: recipient ? [recipient] : [],
    };
  }
  return {
    ...channelFields(channel, channel.guild),
    ...(isThread(channel) ? {} : { permission_overwrites: [] }),
    last_message_id,
  };
}
