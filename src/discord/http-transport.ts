import type { ServerResponse } from 'node:http';
import type { REST } from 'discord.js';
import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import type { ReplyFile } from '../bot/reply.ts';
import type { Transport } from '../bot/transport.ts';
import { restTransport } from './rest-transport.ts';

/**
 * The way back for an interaction that came as a request: its response acknowledges it, all else goes over the REST API.
 * So does the acknowledgement where the connection is gone: Discord may have it all the same, and says so then.
 */
export function httpTransport(rest: REST, interaction: APIInteraction, response: ServerResponse): Transport {
  const later = restTransport(rest, interaction, { wasResponded: true });
  return {
    ...later,
    async respond(body, files = []) {
      return (await write(response, body, files)) ? 'done' : later.respond(body, files);
    },
  };
}

/** Writes the response; false where it was written before, or its connection ended before all of it was sent. */
async function write(
  response: ServerResponse,
  body: APIInteractionResponse,
  files: readonly ReplyFile[],
): Promise<boolean> {
  if (response.headersSent || response.destroyed) return false;
  const { type, bytes } = await encode(body, files);
  return new Promise((resolve) => {
    response.once('finish', () => resolve(true));
    response.once('close', () => resolve(false));
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
  });
}

/** JSON, or a form where there are files. */
async function encode(
  body: APIInteractionResponse,
  files: readonly ReplyFile[],
): Promise<{ type: string; bytes: Buffer }> {
  if (files.length === 0) return { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) };
  const form = new FormData();
  form.set('payload_json', JSON.stringify(body));
  for (const [at, { name, data }] of files.entries()) form.set(`files[${at}]`, new Blob([Buffer.from(data)]), name);
  const encoded = new Response(form);
  return {
    type: encoded.headers.get('content-type') ?? '',
    bytes: Buffer.from(await encoded.arrayBuffer()),
  };
}
