import { messageOf, type Sandbox, type SandboxClient, startSandbox, studyGroup } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileFetcher } from '../../src/discord/attachments.ts';
import { openStage, type Stage } from '../guilds/stage.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/message.ts';

const FERRY = `The Ferry Book

The Sandow Ferry lies 14 miles below the weir.

A hawser is a rope that holds a ferry to the bank.`;
const GUIDE = `A Guide to Sandow

The Sandow Ferry lies 21 miles below the weir.`;

describe('a server that brings its own works, without the built-in material', () => {
  let sandbox: Sandbox;
  let stage: Stage;
  let bot: TestBot;
  let ana: SandboxClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ world: studyGroup });
    stage = await openStage();
    const files = createFileFetcher({ origins: [sandbox.cdnUrl], most: 100_000 });
    bot = await startBot(sandbox, { library: stage.shipped, guilds: stage.guilds({ files }), store: stage.store });
    ana = sandbox.client('ana').in('Study group/general-reading');
    const settings = messageOf(await ana.command('settings'));
    await ana.click(settings, 'Stop searching the built-in material');
  });

  afterAll(async () => {
    expect(sandbox.violations).toEqual([]);
    await bot.gateway.close();
    await sandbox.close();
    await stage.close();
  });

  const replyTo = async (command: string, options: Parameters<SandboxClient['command']>[1] = {}) =>
    messageOf(await ana.command(command, options));

  it('reads in the reply of every command that there are no sources yet', async () => {
    const asked = [
      ['ask', { question: 'How far is the ferry?' }],
      ['fact', { about: 'ferry' }],
      ['compare', { topic: 'ferry' }],
      ['timeline', {}],
      ['disagreements', {}],
      ['quiz start', {}],
      ['overview', { source: 'ferry' }],
      ['cite', { source: 'ferry' }],
      ['sources', {}],
    ] as const;
    for (const [command, options] of asked) {
      const message = await replyTo(command, options);
      expect([command, textOf(message)]).toEqual([command, expect.stringContaining('No sources here yet.')]);
      expect(isEphemeral(message)).toBe(true);
    }
    const remark = ana.post('The ferry lies 14 miles below the weir.');
    expect(textOf(messageOf(await ana.messageCommand('Find sources', remark)))).toContain('No sources here yet.');
  });

  it('does not read that works without facts agree', async () => {
    for (const [filename, text] of [
      ['ferry.txt', FERRY],
      ['guide.txt', GUIDE],
    ] as const) {
      let added = await ana.command('library add', { file: { filename, data: new TextEncoder().encode(text) } });
      while (!textOf(messageOf(added)).includes('Added.')) added = await added.next();
    }
    expect(textOf(await replyTo('disagreements'))).toContain('No facts to compare yet.');
    expect(textOf(await replyTo('disagreements', { about: 'ferry' }))).toContain('No facts about “ferry” to compare.');
    const compared = textOf(await replyTo('compare', { topic: 'Sandow Ferry' }));
    expect(compared).toMatch(/14 miles[\s\S]*Compare the passages yourself\./);
    expect(compared).toContain('21 miles');
  });

  it('reads the title once where nothing else of a work is known', async () => {
    expect(textOf(await replyTo('overview', { source: 'Guide' })).match(/A Guide to Sandow/g)).toHaveLength(1);
    expect(
      textOf(await replyTo('library show', { work: 'A Guide to Sandow' })).match(/A Guide to Sandow/g),
    ).toHaveLength(1);
  });

  it('names a work by a part of its title, where it is the only one', async () => {
    expect(textOf(await replyTo('library show', { work: 'ferry book' }))).toContain('The Ferry Book');
    expect(textOf(await replyTo('library facts', { draft: 'guide' }))).toContain('A Guide to Sandow');
    expect(textOf(await replyTo('library show', { work: 'o' }))).toContain('I can’t find “o”');
    expect(textOf(await replyTo('library show', { work: 'barge' }))).toContain('I can’t find “barge”');
  });

  it('is shown the one draft that it may mean', async () => {
    const draft = await replyTo('fact', { about: 'hawser' });
    expect(textOf(draft)).toContain('Nobody has checked it yet.');
    expect(buttonsOf(draft).map(({ label }) => label)).toContain('Show the passage');
    expect(textOf(await replyTo('fact', { about: 'barge' }))).toContain('I have no fact about “barge”');
  });
});
