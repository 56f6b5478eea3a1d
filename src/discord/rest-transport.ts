import type { REST } from 'discord.js';
import { type APIInteraction, Routes } from 'discord-api-types/v10';
import type { Transport } from '../bot/transport.ts';

/** The way back for an interaction over Discord's REST API. Its token is all the authority these calls need. */
export function restTransport(rest: REST, { id, application_id, token }: APIInteraction): Transport {
  return {
    async respond(response) {
      await rest.post(Routes.interactionCallback(id, token), { body: response, auth: false });
    },
    async edit(body) {
      await rest.patch(Routes.webhookMessage(application_id, token, '@original'), { body, auth: false });
    },
    async followUp(body) {
      await rest.post(Routes.webhook(application_id, token), { body, auth: false });
    },
  };
}
