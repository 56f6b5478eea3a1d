import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Shard } from './shard.ts';

export interface Frame {
  op: number;
  d: unknown;
  s: number | null;
  t: string | null;
}

/** How many events a session keeps for a bot that may have missed them. */
const KEPT = 1_000;

/** One identified bot, which outlives its connection for a while: the events it got and may ask for again. */
export class Session {
  readonly id: string;
  readonly token: string;
  /** GatewayIntentBits, as the bot identified with. */
  readonly intents: number;
  readonly shard: Shard;
  sequence = 0;
  /** Null while the bot is away. */
  socket: WebSocket | null = null;
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
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.socket?.send(JSON.stringify(frame));
  }

  /** Takes the bot back on a new connection, with every event after the one it saw last. */
  resume(socket: WebSocket, lastSeen: number): void {
    this.socket = socket;
    for (const frame of this.#sent) {
      if (frame.s !== null && frame.s > lastSeen) socket.send(JSON.stringify(frame));
    }
    this.dispatch(GatewayDispatchEvents.Resumed, {});
  }
}
