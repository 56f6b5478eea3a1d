import type { ServerResponse } from 'node:http';
import type { REST } from 'discord.js';
import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import type { Transport } from '../bot/transport.ts';
import { restTransport } from './rest-transport.ts';

/**
 * The way back for an interaction that came as a request: its response acknowledges it, all else goes over the REST API.
 * So does an acknowledgement with files, since Discord documents a response as JSON alone, and one where the connection is
 * gone: Discord may have it all the same, and says so then.
 */
export function httpTransport(rest: REST, interaction: APIInteraction, response: ServerResponse): Transport {
  const callback = restTransport(rest, interaction);
  const later = restTransport(rest, interaction, { wasResponded: true });
  return {
    ...later,
    async respond(body, files = []) {
      if (files.length === 0) return (await write(response, body)) ? 'done' : later.respond(body);
      const acknowledged = await callback.respond(body, files);
      if (acknowledged === 'done' && !response.headersSent) response.writeHead(202).end();
      return acknowledged;
    },
  };
}

/** Writes the response; false where it was written before, or its connection ended before all of it was sent. */
async function write(response: ServerResponse, body: APIInteractionResponse): Promise<boolean> {
  if (response.headersSent || response.destroyed) return false;
  const bytes = Buffer.from(JSON.stringify(body));
  return new Promise((resolve) => {
    response.once('finish', () => resolve(true));
    response.once('close', () => resolve(false));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
  });
}
