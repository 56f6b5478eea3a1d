import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIInteraction } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageBody } from '../../src/bot/reply.ts';
import { replyRest } from '../../src/discord/ingress.ts';
import { restTransport } from '../../src/discord/rest-transport.ts';
import { noticeView } from '../../src/reply/notice-view.ts';

let server: Server;
let api: string;
let requests: number;

beforeEach(async () => {
  requests = 0;
  server = createServer((request, response) => {
    requests++;
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('sends what follows many deferrals without waiting for its turn', async () => {
  const rest = replyRest({ api });
  const body = messageBody({ show: 'private', components: noticeView('late') });
  const many = Array.from({ length: 60 }, (_, at) => {
    const id = String(1_400_000_000_000_000_000n + BigInt(at));
    const interaction = { id, application_id: '1300000000000000000', token: `t${at}` } as APIInteraction;
    const transport = restTransport(rest, interaction);
    return transport.edit(body).then(() => transport.followUp(body));
  });
  await Promise.all(many);
  expect(requests).toBe(120);
}, 20_000);
