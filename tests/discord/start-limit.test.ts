import { type Sandbox, startSandbox } from 'discord-sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import { connectGateway } from '../../src/discord/gateway.ts';
import { ownRest } from '../../src/discord/ingress.ts';
import { openShard } from '../../src/discord/shard.ts';
import { createAskGateway, waitForStarts } from '../../src/discord/start-limit.ts';
import { createLogger } from '../../src/logger.ts';
import { openLibrary } from '../support/bot.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';

let sandbox: Sandbox;
let lines: string[];
const logger = createLogger({
  level: 'info',
  secrets: [],
  readable: false,
  destination: { write: (line) => void lines.push(line) },
});
const warnings = () => lines.map((line) => JSON.parse(line)).filter(({ level }) => level > 30);
const asked = () => sandbox.requests.filter(({ path }) => path === '/gateway/bot').length;

beforeEach(async () => {
  sandbox = await startSandbox();
  lines = [];
});
afterEach(() => sandbox.close());

describe('where Discord lets the bot start no more sessions', () => {
  it('the start says until when, waits, and connects', async () => {
    const guilds = fixedGuilds(openLibrary());
    sandbox.faults.barSessions(1_000);
    const dispatcher = createDispatcher({ commands: [], actions: [], guilds, ...unreachable, logger });
    const gateway = await connectGateway({
      token: 'test',
      api: sandbox.apiUrl,
      dispatcher,
      definitions: [],
      logger,
      onFatal: (reason) => lines.push(reason),
    });
    expect(gateway.isOpen()).toBe(true);
    expect(warnings()).toEqual([
      expect.objectContaining({ total: 1000, msg: expect.stringContaining('no more sessions') }),
    ]);
    expect(Date.parse(warnings()[0].until)).toBeGreaterThan(0);
    await gateway.close(0);
  });

  it('a shard that has to connect anew waits, and asks no more often than that', async () => {
    sandbox.faults.barSessions(1_000);
    const rest = ownRest({ token: 'test', api: sandbox.apiUrl });
    const shard = openShard({
      id: 0,
      count: 1,
      token: 'test',
      rest,
      askGateway: createAskGateway(rest),
      logger,
      waitForIdentify: async () => {},
      onEvent: () => {},
      onFatal: (reason) => lines.push(reason),
    });
    await shard.opened;
    expect(warnings().map(({ msg }) => msg)).toEqual([expect.stringContaining('no more sessions')]);
    // Once before it waits, and again once it may connect.
    expect(asked()).toBe(2);
    await shard.close({ keepsSession: false });
  });

  it('a shard that is closed meanwhile is gone', async () => {
    sandbox.faults.barSessions(600_000);
    const rest = ownRest({ token: 'test', api: sandbox.apiUrl });
    const shard = openShard({
      id: 0,
      count: 1,
      token: 'test',
      rest,
      askGateway: createAskGateway(rest),
      logger,
      waitForIdentify: async () => {},
      onEvent: () => {},
      onFatal: (reason) => lines.push(reason),
    });
    await expect.poll(() => warnings().length).toBe(1);
    await shard.close({ keepsSession: false });
    sandbox.faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([asked(), sandbox.online, warnings().length]).toEqual([1, false, 1]);
  });

  it.each([
    [4, true],
    [3, false],
  ])('a bot that may start three and wants to start %i waits: %s', async (wanted, waits) => {
    const limit = { total: 1000, remaining: 3, reset_after: 1, max_concurrency: 1 };
    expect(await waitForStarts(limit, wanted, logger)).toBe(waits);
  });
});

it('many shards ask Discord for its gateway once', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ shards: 8, maxConcurrency: 8 });
  const dispatcher = createDispatcher({
    commands: [],
    actions: [],
    guilds: fixedGuilds(openLibrary()),
    ...unreachable,
    logger,
  });
  const api = sandbox.apiUrl;
  const gateway = await connectGateway({ token: 'test', api, dispatcher, definitions: [], logger });
  expect([gateway.isOpen(), asked()]).toEqual([true, 1]);
  await gateway.close(0);
});
