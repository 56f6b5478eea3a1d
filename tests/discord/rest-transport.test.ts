import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messageBody } from '../../src/bot/reply.ts';
import { InteractionGone } from '../../src/bot/transport.ts';
import { replyRest } from '../../src/discord/ingress.ts';
import { restTransport } from '../../src/discord/rest-transport.ts';
import { noticeView } from '../../src/reply/notice-view.ts';

let server: Server;
let api: string;
let requests: number;
let paths: string[];
/** What the next requests are answered; after that all is well. */
let answers: ({ status: number; body?: object; headers?: Record<string, string>; after?: number } | 'none')[];

beforeEach(async () => {
  requests = 0;
  paths = [];
  answers = [];
  server = createServer((request, response) => {
    requests++;
    paths.push(`${request.method} ${request.url}`);
    request.resume();
    const answer = answers.shift() ?? { status: 200 };
    if (answer === 'none') return;
    const { status, body = {}, headers, after = 0 } = answer;
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    }, after);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const interaction = { id: '1400000000000000000', application_id: '1300000000000000000', token: 't' } as APIInteraction;
const response = { type: 4, data: messageBody({ show: 'private', components: noticeView('now') }) } as const;
const refusal = (status: number, code: number) => ({ status, body: { code, message: 'Refused' } });

it.each([
  ['expired', 'Discord has given the interaction up', [refusal(404, 10062)]],
  ['taken', 'another process was quicker', [refusal(400, 40060)]],
  ['done', 'an earlier try was applied and its answer lost', [refusal(502, 0), refusal(400, 40060)]],
  ['done', 'Discord has to be asked again', [refusal(500, 0), refusal(503, 0)]],
] as const)('says %s where %s', async (outcome, _, refused) => {
  answers = [...refused];
  const transport = restTransport(replyRest({ api }), interaction);
  expect(await transport.respond(response)).toBe(outcome);
  expect(requests).toBe(refused.length + (refused.some(({ body }) => body.code !== 0) ? 0 : 1));
});

it('waits where Discord takes long for an acknowledgement', async () => {
  answers = [{ status: 200, after: 2_000 }];
  expect(await restTransport(replyRest({ api }), interaction).respond(response)).toBe('done');
  expect(requests).toBe(1);
});

it('acknowledges by another connection where one is dead', async () => {
  answers = ['none'];
  expect(await restTransport(replyRest({ api }), interaction).respond(response)).toBe('done');
  expect(requests).toBe(2);
});

it('edits again where nothing comes back, or the name of the host is not found for a moment', async () => {
  const unknown = Object.assign(new Error('getaddrinfo'), { code: 'EAI_AGAIN' });
  let tries = 0;
  const makeRequest: RESTOptions['makeRequest'] = (...args) => {
    if (++tries === 1) throw unknown;
    return DefaultRestOptions.makeRequest(...args);
  };
  const rest = new REST({ api, version: '10', retries: 0, timeout: 200, makeRequest });
  answers = ['none'];
  await restTransport(rest, interaction).edit(response.data);
  expect([tries, requests]).toEqual([3, 2]);
});

it.each([10008, 10015, 50027])('says that the interaction is gone where an edit is refused with %i', async (code) => {
  answers = [refusal(404, code)];
  const edit = restTransport(replyRest({ api }), interaction).edit(response.data);
  await expect(edit).rejects.toBeInstanceOf(InteractionGone);
  expect(requests).toBe(1);
});

it.each(['user', 'shared', 'global'])(
  'waits as long as a limit of scope "%s" says, in fractions of a second',
  async (scope) => {
    const headers = {
      'retry-after': '0.3',
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    };
    const limit = {
      status: 429,
      headers,
      body: { message: 'Slow down', retry_after: 0.3, global: scope === 'global' },
    };
    const transport = restTransport(replyRest({ api }), interaction);
    for (const send of [() => transport.respond(response), () => transport.edit(response.data)]) {
      answers = [limit];
      const begun = performance.now();
      await send();
      expect(performance.now() - begun).toBeGreaterThan(290);
    }
    expect(requests).toBe(4);
  },
);

it('asks less and less often where a limit does not say how long it lasts', async () => {
  answers = Array.from({ length: 4 }, () => ({ status: 429, headers: { 'content-type': 'text/html' } }));
  const begun = performance.now();
  expect(await restTransport(replyRest({ api }), interaction).respond(response)).toBe('done');
  expect(performance.now() - begun).toBeGreaterThan(700);
  expect(requests).toBe(5);
});

it('tries one more message again after the time to acknowledge, and changes it by its id', async () => {
  const now = vi.spyOn(performance, 'now');
  const transport = restTransport(replyRest({ api }), interaction);
  const begun = performance.now();
  now.mockImplementation(() => begun + 10_000);
  answers = [{ status: 502 }, { status: 200, body: { id: '1500000000000000000' } }];
  const message = await transport.followUp(response.data);
  now.mockRestore();
  expect([message, requests]).toEqual(['1500000000000000000', 2]);
  await transport.edit(response.data, [], { message });
  expect(paths.at(-1)).toBe('PATCH /api/v10/webhooks/1300000000000000000/t/messages/1500000000000000000');
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
