import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import { timestampOf } from '../bot/age.ts';
import { fieldsOf } from '../bot/incoming.ts';
import { openConnection, type Sharing } from './connection.ts';
import { listGuilds } from './guilds.ts';
import {
  applicationOf,
  drained,
  explain,
  GRACE_MS,
  type Ingress,
  type IngressOptions,
  ownRest,
  replyRest,
} from './ingress.ts';
import { isInteraction } from './receiving.ts';
import { registerCommands } from './registration.ts';
import { restTransport } from './rest-transport.ts';

export interface GatewayOptions extends IngressOptions {
  /** Shares the shards with other processes; without it all of them are in this one, as many as Discord advises. */
  readonly sharing?: Sharing | undefined;
  /** Discord has closed the connection for good; `reason` is a sentence for the operator. */
  readonly onFatal?: (reason: string) => void;
}

/** Milliseconds by this machine's clock after which an acknowledgement would come too late; less than a lease lasts. */
const OVER_MS = 2_700;

/**
 * Connects to Discord and answers interactions until closed; resolves once ready, with the commands registered.
 * Rejects where the token is refused or the API cannot be reached.
 */
export async function connectGateway(options: GatewayOptions): Promise<Ingress> {
  const { token, api, dispatcher, definitions, logger, sharing } = options;
  const rest = ownRest(options);
  const replies = replyRest(options);
  let closing = false;

  function receive(payload: unknown, isReplayed: boolean): void {
    if (!isInteraction(payload)) logger.warn('An interaction without id, token or type was dropped');
    else if (isReplayed && isOver(payload)) logger.warn(fieldsOf(payload), 'An interaction was missed');
    else void dispatcher.handle(payload, restTransport(replies, payload));
  }

  logger.info({ api }, 'Connecting to Discord');
  const { id, bot } = await applicationOf(rest, api);
  try {
    const { changed, ids } = await registerCommands(rest, id, definitions);
    for (const [name, commandId] of ids) dispatcher.commandIds.set(name, commandId);
    const connection = await openConnection({
      token,
      rest,
      logger,
      sharing,
      onEvent({ t: event, d: payload }, isReplayed) {
        if (event === GatewayDispatchEvents.InteractionCreate) receive(payload, isReplayed);
      },
      onFatal: (reason) => options.onFatal?.(reason),
    });
    const shards = connection.shards();
    logger.info(
      { user: bot?.username, commands: definitions.length, registered: changed, shards },
      'Connected to Discord',
    );
    return {
      listServers: () => listGuilds(rest),
      isOpen: () => !closing && connection.isOpen(),
      async close(graceMs = GRACE_MS) {
        closing = true;
        // What is in flight is answered over the REST API.
        await connection.close();
        await drained(dispatcher, graceMs);
      },
    };
  } catch (error) {
    throw explain(error, api);
  }
}

/** Too old to be answered; so is all that a process had received when it died, which must not be done again. */
function isOver({ id }: APIInteraction): boolean {
  return Date.now() - timestampOf(id) > OVER_MS;
}
