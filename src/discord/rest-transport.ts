import type { RawFile, REST } from 'discord.js';
import { type APIInteraction, Routes } from 'discord-api-types/v10';
import type { ReplyFile } from '../bot/reply.ts';
import type { Transport } from '../bot/transport.ts';

/** The way back for an interaction over Discord's REST API. Its token is all the authority these calls need. */
export function restTransport(rest: REST, { id, application_id, token }: APIInteraction): Transport {
  return {
    async respond(response, files) {
      await rest.post(Routes.interactionCallback(id, token), { body: response, files: raw(files), auth: false });
    },
    async edit(body, files) {
      const route = Routes.webhookMessage(application_id, token, '@original');
      await rest.patch(route, { body, files: raw(files), auth: false });
    },
    async followUp(body, files) {
      await rest.post(Routes.webhook(application_id, token), { body, files: raw(files), auth: false });
    },
  };
}

const raw = (files: readonly ReplyFile[] = []): RawFile[] =>
  files.map(({ name, data }) => ({ name, data: Buffer.from(data) }));
