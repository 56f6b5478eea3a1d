import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { applicationOf, ownRest } from '../../src/discord/ingress.ts';

it('an API that takes requests and never answers is named once the time is over', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const begun = performance.now();
  await expect(applicationOf(ownRest({ api, token: 't' }), api, 200)).rejects.toThrow(
    `Discord's API at ${api} does not answer: check the connection and DISCORD_API.`,
  );
  expect(performance.now() - begun).toBeLessThan(10_000);
});
