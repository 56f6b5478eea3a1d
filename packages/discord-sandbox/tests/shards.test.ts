import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../src/index.ts';

let sandbox: Sandbox;
const sockets: WebSocket[] = [];

beforeEach(async () => {
  sandbox = await startSandbox({ shards: 2, maxConcurrency: 16 });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await sandbox.close();
});

interface Frame {
  op: number;
  t: string | null;
  d: { guild_id?: string; shard?: number[]; guilds?: { id: string }[] } | null;
}

async function identify(shard: unknown) {
  const socket = new WebSocket(`${sandbox.cdnUrl.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  sockets.push(socket);
  const frames: Frame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ op: 2, d: { token: 'x', intents: 0, properties: {}, shard } }));
  const ready = () => frames.find(({ t }) => t === 'READY')?.d;
  const guilds = () => frames.filter(({ t }) => t === 'INTERACTION_CREATE').map(({ d }) => d?.guild_id);
  return { ready, guilds, closed };
}

describe('shards', () => {
  it('are advised', async () => {
    const response = await fetch(`${sandbox.apiUrl}/v10/gateway/bot`, { headers: { authorization: 'Bot x' } });
    expect(await response.json()).toMatchObject({ shards: 2, session_start_limit: { max_concurrency: 16 } });
  });

  it('get the interactions of their guilds, and the first those of none', async () => {
    const [first, second] = await Promise.all([identify([0, 2]), identify([1, 2])]);
    await expect
      .poll(() => [first?.ready()?.shard, second?.ready()?.shard])
      .toEqual([
        [0, 2],
        [1, 2],
      ]);
    const ids = sandbox.guilds.map(({ id }) => id);
    const ofShard = (shard: number) => ids.filter((id) => Number((BigInt(id) >> 22n) % 2n) === shard);
    expect(ofShard(0).length).toBeGreaterThan(0);
    expect(ofShard(1).length).toBeGreaterThan(0);
    expect(first?.ready()?.guilds?.map(({ id }) => id)).toEqual(ofShard(0));
    expect(second?.ready()?.guilds?.map(({ id }) => id)).toEqual(ofShard(1));
    for (const guild_id of [undefined, ...ids]) sandbox.dispatch('INTERACTION_CREATE', { guild_id });
    await expect.poll(() => first?.guilds()).toEqual([undefined, ...ofShard(0)]);
    await expect.poll(() => second?.guilds()).toEqual(ofShard(1));
  });

  it.each([[[2, 2]], [[-1, 2]], [['0', '1']], ['0/1']])(
    'that there cannot be (%j) are closed with 4010',
    async (shard) => {
      expect(await (await identify(shard)).closed).toBe(4010);
    },
  );
});
