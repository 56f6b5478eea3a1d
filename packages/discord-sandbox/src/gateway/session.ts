import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import type { Shard } from './shard.ts';
import type { Frame, Wire } from './wire.ts';

/** How many events a session keeps for a bot that may have missed them. */
const MAX_EVENTS = 1_000;

/** One identified bot, which outlives its connection for a while: the events it got and may ask for again. */
export class Session {
  readonly id: string;
  readonly token: string;
  /** GatewayIntentBits, as the bot identified with. */
  readonly intents: number;
  readonly shard: Shard;
  sequence = 0;
  /** Null while the bot is away. */
  wire: Wire | null = null;
  lostAt = 0;
  readonly #sent: Frame[] = [];

  constructor(id: string, token: string, intents: number, shard: Shard) {
    this.id = id;
    this.token = token;
    this.intents = intents;
    this.shard = shard;
  }

  dispatch(event: string, data: unknown): void {
    this.sequence += 1;
    const frame: Frame = { op: GatewayOpcodes.Dispatch, d: data, s: this.sequence, t: event };
    this.#sent.push(frame);
    if (this.#sent.length > MAX_EVENTS) this.#sent.shift();
    this.wire?.send(frame);
  }

  /** Takes the bot back on a new connection, with every event after the one it saw last. */
  resume(wire: Wire, lastSeen: number): void {
    this.wire = wire;
    for (const frame of this.#sent) {
      if (frame.s !== null && frame.s > lastSeen) wire.send(frame);
    }
    this.dispatch(GatewayDispatchEvents.Resumed, {});
  }
}
