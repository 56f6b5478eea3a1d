import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import { ApiError } from '../api-error.ts';
import type { Core } from '../core.ts';
import { takeCallback } from '../interactions/callbacks.ts';
import type { Interaction } from '../interactions/interactions.ts';
import { withTextIds } from '../interactions/message-files.ts';
import type { Replies } from '../interactions/replies.ts';
import type { Records } from './records.ts';
import { parsePayload } from './router.ts';

/** Accepted: the answer comes by a request of its own. */
const ACCEPTED = 202;

/** The way of an interaction to the bot: to its endpoint where it has one, else over the gateway. */
export class Delivery {
  readonly #core: Core;
  readonly #replies: Replies;
  readonly #records: Records;

  constructor(core: Core, replies: Replies, records: Records) {
    this.#core = core;
    this.#replies = replies;
    this.#records = records;
  }

  deliver(interaction: Interaction): void {
    const { gateway, endpoint, interactions } = this.#core;
    const isReachable = endpoint.url !== null || gateway.reaches(guildOf(interaction.raw));
    if (!isReachable) interactions.fail(interaction, 'The bot is offline');
    else this.send(interaction.raw);
  }

  /** Sends an interaction as it is, known to the sandbox or not. */
  send(raw: APIInteraction): void {
    const { gateway, endpoint } = this.#core;
    if (endpoint.url === null) gateway.dispatch(GatewayDispatchEvents.InteractionCreate, raw, guildOf(raw));
    // Without an answer the time limit does the rest.
    else this.#post(raw).catch(() => undefined);
  }

  async #post(raw: APIInteraction): Promise<void> {
    const response = await this.#core.endpoint.post(raw);
    const bytes = Buffer.from(await response.arrayBuffer());
    const { status } = response;
    if (status === ACCEPTED) return;
    const path = `/interactions/${raw.id}/${raw.token}/callback`;
    let body: unknown;
    try {
      if (status !== 200) throw new ApiError(status, 0, `The endpoint answered ${status}`);
      const type = response.headers.get('content-type') ?? '';
      // Files come by a request of its own.
      if (!type.startsWith('application/json')) throw new ApiError(415, 0, `The endpoint answered in "${type}"`);
      body = (await parsePayload(bytes, type)).body;
      takeCallback(this.#core, this.#replies, raw, withTextIds(body), []);
      this.#records.add({ method: 'POST', path, body, status });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#records.add({ method: 'POST', path, body, status: error.status }, error);
    }
  }
}

/** Null for what is no id as well: `send` takes anything. */
function guildOf(raw: unknown): string | null {
  const { guild_id: id } = (raw ?? {}) as { guild_id?: unknown };
  return typeof id === 'string' && /^\d+$/.test(id) ? id : null;
}
