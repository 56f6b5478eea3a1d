import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { pick, randomFrom } from '../data/random.ts';

export interface FaultyWire {
  /** Stands for the API's address. */
  readonly api: string;
  /** The part of all requests that something happens to; 0 at the start. */
  share: number;
  /** What happened, and how often. */
  readonly faults: ReadonlyMap<string, number>;
  close(): void;
}

/** Milliseconds by which a slow request is late. */
const SLOW_MS = 500;
const BAD_GATEWAY = 502;

/** "Applied": the request arrived, and its answer was lost. */
const FAULTS = ['reset', 'reset, applied', '502', '502, applied', 'slow'] as const;
type Fault = (typeof FAULTS)[number];

/** A way to an API on which requests and answers are lost now and then. */
export async function startFaultyWire(target: string): Promise<FaultyWire> {
  const random = randomFrom('wire');
  const faults = new Map<string, number>();
  const server = createServer((request, response) => {
    const fault = random() < wire.share ? pick(random, FAULTS) : undefined;
    if (fault !== undefined) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    pass(request, response, target, fault).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wire: FaultyWire = {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(target).pathname}`,
    share: 0,
    faults,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return wire;
}

async function pass(request: IncomingMessage, response: ServerResponse, target: string, fault?: Fault): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (fault === 'reset') return void request.socket.destroy();
  if (fault === '502') return void response.writeHead(BAD_GATEWAY).end();
  if (fault === 'slow') await setTimeout(SLOW_MS);
  const answer = await send(request, Buffer.concat(chunks), target);
  if (fault === 'reset, applied') return void request.socket.destroy();
  if (fault === '502, applied') return void response.writeHead(BAD_GATEWAY).end();
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

function send(
  { method, url = '', headers }: IncomingMessage,
  body: Buffer,
  target: string,
): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = forward(new URL(url, target), { method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
