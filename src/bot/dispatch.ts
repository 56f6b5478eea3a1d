import { type APIInteraction, InteractionType } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import { createAgeClock } from './age.ts';
import { answer } from './answer.ts';
import { DEFER_AFTER, defer } from './delivery.ts';
import { type Incoming, receive } from './incoming.ts';
import type { Observer, Outcome } from './observer.ts';
import type { BotParts } from './parts.ts';
import { createScheduler } from './scheduler.ts';
import type { Transport } from './transport.ts';

export interface DispatcherOptions extends Omit<BotParts, 'commandIds'> {
  /** See `DEFER_AFTER`. */
  readonly deferAfter?: number;
  readonly observer?: Observer;
}

export interface Dispatcher {
  /**
   * Answers one interaction; resolves when it is done with, or was dropped because its time was up. Never rejects:
   * whatever goes wrong is said to the person and logged under one id. One that comes twice is answered once.
   */
  handle(interaction: APIInteraction, transport: Transport): Promise<void>;
  /** What Discord calls the registered commands, by name: an ingress puts it in, so that replies can mention them. */
  readonly commandIds: Map<string, string>;
  /** How many interactions wait to be begun. */
  readonly waiting: number;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
}

/**
 * Ids of interactions are remembered for as long as their tokens last, so many at most. Each process has its own: a row an
 * interaction would cost more than answering most of them. One that reaches two processes is dropped by the second where
 * it is too old, and else run by both; Discord takes one acknowledgement, and what may happen once alone (a quiz answer,
 * a card's rating, a share) is decided in the store.
 */
const MAX_REMEMBERED = 20_000;
const REMEMBERED_MS = 15 * 60_000;

/** The one way in for every transport. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { logger, observer, deferAfter = DEFER_AFTER } = options;
  const commandIds = new Map<string, string>();
  const parts: BotParts = { ...options, commandIds };
  const ageOf = createAgeClock();
  const seen = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS });
  const scheduler = createScheduler({ deferAfter });

  async function schedule(incoming: Incoming): Promise<void> {
    let outcome: Outcome = 'failed';
    const scheduled = await scheduler.run({
      guild: incoming.fields.guild ?? '',
      received: incoming.created,
      async start() {
        outcome = await answer(incoming, parts, deferAfter);
      },
      defer: isDeferrable(incoming) ? () => deferWaiting(incoming) : undefined,
    });
    finish(incoming, scheduled === 'expired' ? 'expired' : outcome);
  }

  function finish(incoming: Incoming, outcome: Outcome): void {
    const { raw, fields, created, acknowledged, verdict } = incoming;
    const ms = Math.round(performance.now() - created);
    const line = { ...fields, outcome, ...(verdict === undefined ? {} : { verdict }), ms };
    if (outcome === 'expired') logger.warn(line, 'An interaction was too old');
    else if (raw.type === InteractionType.ApplicationCommandAutocomplete) logger.debug(line, 'Completed');
    else logger.info(line, 'Answered');
    const acknowledgedMs = acknowledged === undefined ? undefined : acknowledged - created;
    observer?.finished({ type: raw.type, command: fields.command, outcome, verdict, ms, acknowledgedMs });
  }

  return {
    async handle(interaction, transport) {
      const incoming = receive(interaction, transport, ageOf(interaction.id));
      if (seen.has(interaction.id)) return logger.debug(incoming.fields, 'An interaction came twice');
      seen.set(interaction.id, true);
      try {
        await schedule(incoming);
      } catch (error) {
        logger.error({ err: error, ...incoming.fields }, 'An interaction could not be read');
      }
    },
    commandIds,
    get waiting() {
      return scheduler.waiting;
    },
    idle: () => scheduler.idle(),
  };
}

function isDeferrable({ raw: { type } }: Incoming): boolean {
  return type !== InteractionType.Ping && type !== InteractionType.ApplicationCommandAutocomplete;
}

/** Defers an interaction that still waits for its turn; false where Discord did not take that. */
async function deferWaiting(incoming: Incoming): Promise<boolean> {
  try {
    return (await defer(incoming)) === 'done';
  } catch {
    return false;
  }
}
