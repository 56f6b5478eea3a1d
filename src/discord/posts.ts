import { randomBytes } from 'node:crypto';
import { DiscordAPIError, type RawFile, type REST } from 'discord.js';
import { type APIChannel, type APIMessage, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Posted, PostRefusal, Posts } from '../bot/posts.ts';
import { messageBody, type Reply } from '../bot/reply.ts';

/**
 * Messages over Discord's REST API, with the bot's own token. What the network cut off, `rest` tries again; Discord may
 * have had it all the same, and knows it then by its nonce.
 */
export function restPosts(rest: REST): Posts {
  const post = (channel: string, reply: Reply, nonce = randomBytes(12).toString('hex')) =>
    attempt(() => {
      const { body, files } = request(reply);
      const once = { ...body, nonce, enforce_nonce: true };
      return rest.post(Routes.channelMessages(channel), { body: once, files }) as Promise<APIMessage>;
    });
  return {
    post,
    change: ({ channel, id }, reply) =>
      attempt(() => rest.patch(Routes.channelMessage(channel, id), request(reply)) as Promise<APIMessage>),
    async direct(person, reply) {
      let channel: string | undefined;
      const opened = await attempt(async () => {
        const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: person } })) as APIChannel;
        channel = id;
        return { channel_id: id, id };
      });
      return channel === undefined ? opened : post(channel, reply);
    },
  };
}

function request(reply: Reply) {
  const files = (reply.files ?? []).map(({ name, data }): RawFile => ({ name, data: Buffer.from(data) }));
  return { body: messageBody({ ...reply, show: 'public' }), files };
}

async function attempt(call: () => Promise<Pick<APIMessage, 'id' | 'channel_id'>>): Promise<Posted> {
  try {
    const { id, channel_id: channel } = await call();
    return { ok: true, message: { channel, id } };
  } catch (error) {
    return { ok: false, refused: refusalOf(error) };
  }
}

const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownUser,
]);

function refusalOf(error: unknown): PostRefusal {
  if (!(error instanceof DiscordAPIError)) return 'unavailable';
  if (GONE.has(error.code)) return 'unknown';
  if (error.code === RESTJSONErrorCodes.InvalidActionOnArchivedThread) return 'archived';
  // The token was reset: the gateway says so, and the next start has another.
  if (error.status >= 500 || error.status === 429 || error.status === 401) return 'unavailable';
  // Content that Discord calls invalid is a fault of ours.
  if (error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType) throw error;
  // Also a thread that was locked, a channel that takes no messages.
  return 'permission';
}
