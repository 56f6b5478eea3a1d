import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { openConnection } from './connection.ts';
import { listGuilds } from './guilds.ts';
import { drained, explain, GRACE_MS, type Ingress, type IngressOptions, ownRest, replyRest } from './ingress.ts';
import { isInteraction } from './receiving.ts';
import { registerCommands } from './registration.ts';
import { restTransport } from './rest-transport.ts';

export interface GatewayOptions extends IngressOptions {
  /** Discord has closed the connection for good; `reason` is a sentence for the operator. */
  readonly onFatal?: (reason: string) => void;
}

/**
 * Connects to Discord and answers interactions until closed; resolves once ready, with the commands registered.
 * Rejects where the token is refused or the API cannot be reached.
 */
export async function connectGateway(options: GatewayOptions): Promise<Ingress> {
  const { token, api, dispatcher, definitions, logger } = options;
  const rest = ownRest(options);
  const replies = replyRest(options);
  let closing = false;
  try {
    const connection = await openConnection({
      token,
      rest,
      logger,
      onEvent({ t: event, d: payload }) {
        if (event !== GatewayDispatchEvents.InteractionCreate || closing) return;
        if (isInteraction(payload)) void dispatcher.handle(payload, restTransport(replies, payload));
        else logger.warn('An interaction without id, token or type was dropped');
      },
      onFatal: (reason) => options.onFatal?.(reason),
    });
    const { application, user } = connection.ready;
    const changed = await registerCommands(rest, application.id, definitions);
    logger.info({ user: user.username, commands: definitions.length, registered: changed }, 'Connected to Discord');
    return {
      listServers: () => listGuilds(rest),
      isOpen: () => !closing && connection.isOpen(),
      async close(graceMs = GRACE_MS) {
        closing = true;
        await drained(dispatcher, graceMs);
        await connection.close();
      },
    };
  } catch (error) {
    throw explain(error, api);
  }
}
