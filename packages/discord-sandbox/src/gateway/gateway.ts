import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../clock.ts';
import type { NewId } from '../ids.ts';
import { Refusal } from './refusal.ts';
import { Session } from './session.ts';
import { readShard, type Shard, sameShard, serves } from './shard.ts';
import { Wire } from './wire.ts';

export interface GatewayOptions {
  clock: Clock;
  newId: NewId;
  /** What READY says beside the session, and the servers told afterwards to who asked for them: those of the shard. */
  ready(shard: Shard): { data: object; guilds: object[] };
  /** Where to come back to. */
  url(): string;
  /** The number of connected bots has changed from or to none. */
  onPresence(online: boolean): void;
  heartbeatIntervalMs: number;
  /** How long a session whose connection broke waits for its bot to come back. */
  resumeWindowMs: number;
}

/** Discord allows 4,096 bytes a message to the gateway. */
const MAX_PAYLOAD = 4096;

/** The gateway: hello, heartbeats, identify, resume with what was missed, and dispatch. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });
  readonly #sessions = new Map<string, Session>();
  #wasOnline = false;
  /** Heartbeats that are still to go without an answer. */
  #missing = 0;
  /** Until then no session can be started. */
  #barredUntil = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  /** A bot is connected at this moment. */
  get online(): boolean {
    return [...this.#sessions.values()].some((session) => session.wire !== null);
  }

  /**
   * A bot is connected with the server's shard (null: direct messages), or that connection broke so shortly ago that it may
   * resume and get what it missed.
   */
  reaches(guildId: string | null): boolean {
    this.#forgetLost();
    return [...this.#sessions.values()].some(({ shard }) => serves(shard, guildId));
  }

  get #wires(): Wire[] {
    return [...this.#sessions.values()].flatMap(({ wire }) => (wire ? [wire] : []));
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection, request));
  }

  /**
   * Sends an event of a server (null: of none) to every session of its shard and of those `intents` (0: all); one that is
   * waiting to be resumed gets it then.
   */
  dispatch(event: string, data: unknown, guildId: string | null, intents = 0): void {
    this.#forgetLost();
    for (const session of this.#sessions.values()) {
      if (serves(session.shard, guildId) && (session.intents & intents) === intents) session.dispatch(event, data);
    }
  }

  /** Op 7: the bot is asked to come back on a new connection. */
  requestReconnect(): void {
    for (const wire of this.#wires) send(wire, GatewayOpcodes.Reconnect, null);
  }

  /** Op 9. Without `resumable` the session is gone. */
  invalidate(resumable: boolean): void {
    for (const session of [...this.#sessions.values()]) {
      if (session.wire) send(session.wire, GatewayOpcodes.InvalidSession, resumable);
      if (!resumable) this.#sessions.delete(session.id);
    }
    this.#tellPresence();
  }

  disconnect(code: number): void {
    for (const wire of this.#wires) wire.close(code);
  }

  /** The next heartbeats are not answered, as on a connection that is dead without being closed. */
  missHeartbeats(count: number): void {
    this.#missing = count;
  }

  /** Discord lets a bot start 1,000 sessions in 24 hours: as if it had, for so many milliseconds. */
  barSessions(ms: number): void {
    this.#barredUntil = this.#options.clock.now() + ms;
  }

  /** Milliseconds until sessions can be started again, 0 where they can. */
  get barredFor(): number {
    return Math.max(0, this.#barredUntil - this.#options.clock.now());
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const wire = new Wire(socket, query.get('compress') === ZLIB);
    const connection: Connection = { wire, session: null, beats: 0 };
    const { clock, heartbeatIntervalMs } = this.#options;
    const stopWatching = watchHeartbeats(connection, clock, heartbeatIntervalMs);
    socket.on('message', (data) => closingOnRefusal(wire, () => this.#receive(connection, data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      stopWatching();
      this.#leave(connection, code);
    });
    closingOnRefusal(wire, () => {
      checkDialect(query);
      send(wire, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatIntervalMs });
    });
  }

  #receive(connection: Connection, data: RawData): void {
    const { op, d } = parse(data);
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        connection.beats += 1;
        if (this.#missing > 0) this.#missing -= 1;
        else send(connection.wire, GatewayOpcodes.HeartbeatAck, null);
        break;
      case GatewayOpcodes.Identify:
        this.#identify(connection, d);
        break;
      case GatewayOpcodes.Resume:
        this.#resume(connection, d);
        break;
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
      case GatewayOpcodes.RequestSoundboardSounds:
        if (!connection.session) throw new Refusal(GatewayCloseCodes.NotAuthenticated);
        break;
      default:
        throw new Refusal(GatewayCloseCodes.UnknownOpcode);
    }
  }

  #identify(connection: Connection, { token, intents, shard: asked }: Record<string, unknown>): void {
    if (connection.session) throw new Refusal(GatewayCloseCodes.AlreadyAuthenticated);
    if (typeof token !== 'string' || token === '') throw new Refusal(GatewayCloseCodes.AuthenticationFailed);
    // Discord takes the token away from a bot that starts one more.
    if (this.barredFor > 0) throw new Refusal(GatewayCloseCodes.AuthenticationFailed);
    if (typeof intents !== 'number') throw new Refusal(GatewayCloseCodes.InvalidIntents);
    const shard = readShard(asked);
    // A shard that starts anew does not come back for the session that it lost.
    for (const session of this.#sessions.values()) {
      if (!session.wire && sameShard(session.shard, shard)) this.#sessions.delete(session.id);
    }
    const session = new Session(this.#options.newId(), token, intents, shard);
    this.#sessions.set(session.id, session);
    connection.session = session;
    session.wire = connection.wire;
    const { data, guilds } = this.#options.ready(shard);
    session.dispatch(GatewayDispatchEvents.Ready, {
      v: 10,
      ...data,
      session_type: 'normal',
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard,
    });
    if (intents & GatewayIntentBits.Guilds) {
      for (const guild of guilds) session.dispatch(GatewayDispatchEvents.GuildCreate, guild);
    }
    this.#tellPresence();
  }

  #resume(connection: Connection, { session_id, token, seq }: Record<string, unknown>): void {
    this.#forgetLost();
    const session = this.#sessions.get(String(session_id));
    if (session === undefined) {
      send(connection.wire, GatewayOpcodes.InvalidSession, false);
      return;
    }
    if (session.token !== token) throw new Refusal(GatewayCloseCodes.AuthenticationFailed);
    if (typeof seq !== 'number' || seq > session.sequence) throw new Refusal(GatewayCloseCodes.InvalidSeq);
    session.wire?.close(GatewayCloseCodes.SessionTimedOut);
    connection.session = session;
    session.resume(connection.wire, seq);
    this.#tellPresence();
  }

  /** A bot that leaves by 1000 or 1001 gives its session up; any other end may be resumed. */
  #leave({ session, wire }: Connection, code: number): void {
    if (session === null || session.wire !== wire) return;
    session.wire = null;
    session.lostAt = this.#options.clock.now();
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    this.#tellPresence();
  }

  #forgetLost(): void {
    const oldest = this.#options.clock.now() - this.#options.resumeWindowMs;
    for (const session of this.#sessions.values()) {
      if (!session.wire && session.lostAt < oldest) this.#sessions.delete(session.id);
    }
  }

  #tellPresence(): void {
    if (this.online === this.#wasOnline) return;
    this.#wasOnline = this.online;
    this.#options.onPresence(this.#wasOnline);
  }
}

interface Connection {
  wire: Wire;
  session: Session | null;
  /** Heartbeats so far. */
  beats: number;
}

function closingOnRefusal(wire: Wire, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    wire.close(error.closeCode);
  }
}

const ZLIB = 'zlib-stream';

/** The sandbox speaks versions 9 and 10 of the protocol, in JSON, plain or as a zlib stream. */
function checkDialect(query: URLSearchParams): void {
  if (!['9', '10'].includes(query.get('v') ?? '10')) throw new Refusal(GatewayCloseCodes.InvalidAPIVersion);
  if ((query.get('encoding') ?? 'json') !== 'json' || (query.get('compress') ?? ZLIB) !== ZLIB)
    throw new Refusal(GatewayCloseCodes.DecodeError);
}

/** Closes a connection that has sent no heartbeat for two intervals. */
function watchHeartbeats(connection: Connection, clock: Clock, intervalMs: number): () => void {
  let seen = 0;
  let cancel = clock.after(intervalMs * 2, check);
  function check(): void {
    if (connection.beats === seen) connection.wire.close(GatewayCloseCodes.SessionTimedOut);
    seen = connection.beats;
    cancel = clock.after(intervalMs * 2, check);
  }
  return () => cancel();
}

function parse(data: RawData): { op: number; d: Record<string, unknown> } {
  try {
    const { op, d } = JSON.parse(data.toString()) as { op?: unknown; d?: unknown };
    if (typeof op === 'number') return { op, d: typeof d === 'object' && d !== null ? { ...d } : {} };
  } catch {
    // Not JSON, or JSON's null: no frame either way.
  }
  throw new Refusal(GatewayCloseCodes.DecodeError);
}

/** A frame that belongs to no session's sequence. */
function send(wire: Wire, op: GatewayOpcodes, d: unknown): void {
  wire.send({ op, d, s: null, t: null });
}
