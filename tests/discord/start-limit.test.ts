import { type Sandbox, startSandbox } from 'discord-sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import { connectGateway } from '../../src/discord/gateway.ts';
import { ownRest } from '../../src/discord/ingress.ts';
import { openShard } from '../../src/discord/shard.ts';
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
    const shard = openShard({
      id: 0,
      count: 1,
      token: 'test',
      rest: ownRest({ token: 'test', api: sandbox.apiUrl }),
      logger,
      waitForIdentify: async () => {},
      onEvent: () => {},
      onFatal: (reason) => lines.push(reason),
    });
    await shard.opened;
    expect(warnings().map(({ msg }) => msg)).toEqual([expect.stringContaining('no more sessions')]);
    // The library's question, ours, and the library's again once it may connect.
    expect(asked()).toBe(3);
    await shard.close({ keepsSession: false });
  });

  it('a shard that is closed meanwhile is gone', async () => {
    sandbox.faults.barSessions(600_000);
    const shard = openShard({
      id: 0,
      count: 1,
      token: 'test',
      rest: ownRest({ token: 'test', api: sandbox.apiUrl }),
      logger,
      waitForIdentify: async () => {},
      onEvent: () => {},
      onFatal: (reason) => lines.push(reason),
    });
    await expect.poll(() => warnings().length).toBe(1);
    await shard.close({ keepsSession: false });
    sandbox.faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([asked(), sandbox.online, warnings().length]).toEqual([2, false, 1]);
  });
});
