import { ApplicationCommandType } from 'discord-api-types/v10';
import { messageOf, type Sandbox, startSandbox } from 'discord-sandbox';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import type { SlashCommand } from '../../src/bot/command.ts';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { connectGateway } from '../../src/discord/gateway.ts';
import type { Ingress } from '../../src/discord/ingress.ts';
import { createLogger } from '../../src/logger.ts';
import { joinCollections } from '../../src/material/load.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds, unreachable } from '../support/guilds.ts';
import { isEphemeral, textOf } from '../support/message.ts';

const library = createKnowledgeBase(joinCollections([]), { language: english });
let sandbox: Sandbox;
let gateway: Ingress | undefined;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await gateway?.close(0);
  gateway = undefined;
  await sandbox.close();
});

/** A bot whose `/help` does what the test says; only its name must be one that the catalogue describes. */
async function connect(
  run: SlashCommand['run'],
  deferAfter = 1500,
  onFatal: (reason: string) => void = () => {},
): Promise<Ingress> {
  const help: SlashCommand = { type: ApplicationCommandType.ChatInput, name: 'help', options: [], complete: {}, run };
  const logger = createLogger({ level: 'silent', secrets: [], readable: false });
  const dispatcher = createDispatcher({
    commands: [help],
    actions: [],
    guilds: fixedGuilds(library),
    ...unreachable,
    logger,
    deferAfter,
  });
  const definitions = toDefinitions([help]);
  gateway = await connectGateway({ token: 'test', api: sandbox.apiUrl, dispatcher, definitions, logger, onFatal });
  return gateway;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the connection to Discord', () => {
  it('registers the commands once and leaves them alone the next time', async () => {
    await (await connect(() => ({ show: 'public', components: noticeView('hello') }))).close();
    await connect(() => ({ show: 'public', components: noticeView('hello') }));
    expect(sandbox.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('finishes what is in flight before it leaves', async () => {
    const bot = await connect(async () => {
      await pause(300);
      return { show: 'public', components: noticeView('finished') };
    });
    const outcome = sandbox.client().command('help');
    await pause(100);
    await bot.close();
    expect(textOf(messageOf(await outcome))).toBe('finished');
  });

  it('acknowledges an answer that takes long, then delivers it for all', async () => {
    await connect(async () => {
      await pause(200);
      return { show: 'public', components: noticeView('late') };
    }, 50);
    const first = await sandbox.client().command('help');
    const followUp = messageOf(await first.next());
    expect(isEphemeral(messageOf(first))).toBe(true);
    expect(isEphemeral(followUp)).toBe(false);
    expect(textOf(followUp)).toBe('late');
  });

  it('goes on after a disconnect', async () => {
    await connect(() => ({ show: 'public', components: noticeView('still here') }));
    sandbox.faults.disconnect();
    await pause(50);
    await sandbox.whenOnline();
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('still here');
  });

  it.each([4004, 4010, 4011, 4012, 4013, 4014])('says why where Discord closes it for good with %i', async (code) => {
    const reasons: string[] = [];
    await connect(
      () => ({ show: 'public', components: noticeView('hello') }),
      1500,
      (reason) => reasons.push(reason),
    );
    sandbox.faults.disconnect(code);
    await vi.waitFor(() => expect(reasons).not.toEqual([]), { interval: 10 });
    await pause(50);
    expect(reasons).toEqual([expect.stringMatching(new RegExp(`\\(${code}\\): .*\\.$`))]);
  });

  it('goes on after a command that fails', async () => {
    let calls = 0;
    await connect(() => {
      calls += 1;
      if (calls === 1) throw new Error('broken');
      return { show: 'public', components: noticeView('fine') };
    });
    expect(textOf(messageOf(await sandbox.client().command('help')))).toContain('Something went wrong');
    expect(textOf(messageOf(await sandbox.client().command('help')))).toBe('fine');
  });

  it('says which setting to look at where the API cannot be reached', async () => {
    const logger = createLogger({ level: 'silent', secrets: [], readable: false });
    const dispatcher = createDispatcher({
      commands: [],
      actions: [],
      guilds: fixedGuilds(library),
      ...unreachable,
      logger,
    });
    const options = { token: 'test', api: 'http://127.0.0.1:1/api', dispatcher, definitions: [], logger };
    await expect(connectGateway(options)).rejects.toThrow(/cannot be reached .*DISCORD_API/);
  });
});
