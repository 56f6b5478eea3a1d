import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { expect, it, vi } from 'vitest';
import { openShard } from '../../src/discord/shard.ts';
import { createLogger } from '../../src/logger.ts';

it('outlives a connection that fails after it was given up', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gateway = {
    url: `ws://127.0.0.1:${port}`,
    shards: 1,
    session_start_limit: { total: 9, remaining: 9, reset_after: 0, max_concurrency: 1 },
  };
  const taken = once(server, 'connection');
  const shard = openShard({
    id: 0,
    count: 1,
    token: 'a.b.c',
    rest: {} as unknown as REST,
    askGateway: async () => gateway,
    logger: createLogger({ level: 'silent', secrets: [], readable: false }),
    waitForIdentify: async () => {},
    onEvent: () => {},
    onFatal: () => {},
  });
  const uncaught = vi.fn();
  process.on('uncaughtException', uncaught);
  const [socket] = await taken;
  await shard.close({ keepsSession: false });
  socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
  await setTimeout(300);
  process.off('uncaughtException', uncaught);
  server.close();
  expect(uncaught).not.toHaveBeenCalled();
});
