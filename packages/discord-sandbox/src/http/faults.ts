import type { ServerResponse } from 'node:http';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import type { Gateway } from '../gateway/gateway.ts';
import { type Reply, send } from './router.ts';

/** Which of the bot's requests a fault is meant for; all unless said. */
export type Aim = (request: { method: string; path: string }) => boolean;

/** Things that go wrong on a real network, on demand. */
export interface Faults {
  /** Every request of the bot waits so long before it is looked at; 0 ends it. */
  latency(ms: number): void;
  /** The next requests are answered 429, with Retry-After in seconds; the limit is the bot's on one route unless said. */
  rateLimitNext(count: number, retryAfterSeconds: number, aim?: Aim, scope?: RateLimitScope): void;
  /** The next requests are answered with a server error, or their connection is cut. */
  dropNext(count: number, how?: 'reset' | number, aim?: Aim): void;
  /** The next requests are carried out, and answered like that all the same. */
  loseNext(count: number, how?: 'reset' | number, aim?: Aim): void;
  /**
   * The next files that are asked for are answered with a status, sent elsewhere, or cut off half-way (a stop that the
   * announced length gives away).
   */
  failFiles(count: number, how: FileFault): void;
  /** Cuts the bot's gateway connection; 4000, after which it resumes, unless said. */
  disconnect(code?: number): void;
  /** The bot's next heartbeats get no answer: its connection is dead without being closed. */
  missHeartbeats(count: number): void;
  /** No session of the gateway is left to be started, for so many milliseconds; 0 ends it. */
  barSessions(ms: number): void;
  /** Op 7. */
  reconnect(): void;
  /** Op 9; a session that is not resumable is gone. */
  invalidSession(resumable: boolean): void;
  /** Ends all faults that are still to strike. */
  clear(): void;
}

/** `user`: the bot's on one route; `shared`: of all who use a resource; `global`: the bot's on all routes together. */
export type RateLimitScope = 'user' | 'shared' | 'global';

export type FileFault = 'cut' | number | { redirect: string };

interface Pending {
  left: number;
  aim: Aim;
  strike(response: ServerResponse): number;
}

export class FaultPlan implements Faults {
  #latencyMs = 0;
  #pending: Pending[] = [];
  #losing: Pending[] = [];
  #files: FileFault[] = [];
  readonly #gateway: Gateway;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  latency(ms: number): void {
    this.#latencyMs = ms;
  }

  rateLimitNext(count: number, retryAfterSeconds: number, aim: Aim = () => true, scope: RateLimitScope = 'user'): void {
    const global = scope === 'global';
    const json = { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global };
    const headers = {
      'retry-after': String(retryAfterSeconds),
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    };
    const strike = (response: ServerResponse): number => {
      send(response, { status: 429, json, headers });
      return 429;
    };
    this.#pending.push({ left: count, aim, strike });
  }

  dropNext(count: number, how: 'reset' | number = 500, aim: Aim = () => true): void {
    this.#pending.push({ left: count, aim, strike: failing(how) });
  }

  loseNext(count: number, how: 'reset' | number = 'reset', aim: Aim = () => true): void {
    this.#losing.push({ left: count, aim, strike: failing(how) });
  }

  failFiles(count: number, how: FileFault): void {
    this.#files.push(...Array.from({ length: count }, () => how));
  }

  disconnect(code: number = GatewayCloseCodes.UnknownError): void {
    this.#gateway.disconnect(code);
  }

  missHeartbeats(count: number): void {
    this.#gateway.missHeartbeats(count);
  }

  barSessions(ms: number): void {
    this.#gateway.barSessions(ms);
  }

  reconnect(): void {
    this.#gateway.requestReconnect();
  }

  invalidSession(resumable: boolean): void {
    this.#gateway.invalidate(resumable);
  }

  clear(): void {
    this.#latencyMs = 0;
    this.#pending = [];
    this.#losing = [];
    this.#files = [];
    this.#gateway.missHeartbeats(0);
    this.#gateway.barSessions(0);
  }

  /** Answers for a file if a fault is due, in the place of `reply`; whether it did. */
  strikeFile(response: ServerResponse, { bytes = new Uint8Array(), headers = {} }: Reply): boolean {
    const how = this.#files.shift();
    if (how === undefined) return false;
    if (typeof how === 'number') send(response, { status: how });
    else if (how === 'cut') {
      response.writeHead(200, { ...headers, 'content-length': bytes.byteLength });
      response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => response.socket?.destroy());
    } else send(response, { status: 302, headers: { location: how.redirect } });
    return true;
  }

  /** Waits as planned, then strikes if a fault is due: the status that was answered (0 for a cut), else undefined. */
  async strike(request: { method: string; path: string }, response: ServerResponse): Promise<number | undefined> {
    if (this.#latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#latencyMs));
    return strikeFirst(this.#pending, request, response);
  }

  /** Strikes in the place of the answer to a request that was carried out, if such a fault is due. */
  strikeAnswer(request: { method: string; path: string }, response: ServerResponse): number | undefined {
    return strikeFirst(this.#losing, request, response);
  }
}

function strikeFirst(
  pending: readonly Pending[],
  request: { method: string; path: string },
  response: ServerResponse,
): number | undefined {
  const due = pending.find(({ left, aim }) => left > 0 && aim(request));
  if (due === undefined) return undefined;
  due.left -= 1;
  return due.strike(response);
}

function failing(how: 'reset' | number): Pending['strike'] {
  return (response) => {
    if (how === 'reset') response.socket?.destroy();
    else send(response, { status: how, json: { message: `${how}: Server Error`, code: 0 } });
    return how === 'reset' ? 0 : how;
  };
}
