import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
} from 'discord-api-types/v10';
import { messageOf, type Outcome, type Sandbox, type SandboxClient, startSandbox } from 'discord-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBot, type TestBot } from '../support/bot.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/message.ts';

const isPost = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && /\/channels\/\d+\/messages$/.test(path);

/** What an archived thread and a locked one are refused with. */
const CLOSED: ReadonlySet<number> = new Set([50083, 160005]);

describe('/quiz start', () => {
  let sandbox: Sandbox;
  let bot: TestBot;
  let ana: SandboxClient;
  let ben: SandboxClient;
  let chiara: SandboxClient;
  /** Milliseconds by which the clock is ahead: nobody waits for a question's time to pass. */
  let ahead = 0;

  beforeAll(async () => {
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
    sandbox = await startSandbox();
    bot = await startBot(sandbox);
  });

  /** Each test has a channel of its own. */
  const channels = ['general-reading', 'latin-america', 'Evening class/homework', 'Evening class/off-topic'];
  beforeEach(() => {
    const channel = channels.shift() ?? 'general-reading';
    ana = sandbox.client('ana', channel);
    ben = sandbox.client('ben', channel);
    if (!channel.includes('/')) chiara = sandbox.client('chiara', channel);
  });

  afterAll(async () => {
    expect(sandbox.violations.filter(({ code }) => !CLOSED.has(code))).toEqual([]);
    await bot.gateway.close();
    await sandbox.close();
    vi.restoreAllMocks();
  });

  /** The newest public message of which all the text is there. */
  async function shown(client: SandboxClient, ...texts: (string | RegExp)[]): Promise<APIMessage> {
    const fits = (message: APIMessage) =>
      !isEphemeral(message) && texts.every((text) => textOf(message).match(text) !== null);
    await vi.waitFor(() => expect(client.messages().some(fits)).toBe(true), { timeout: 20_000, interval: 50 });
    return client.messages().findLast(fits) as APIMessage;
  }

  /** A question, once the pause before it is over. */
  function asked(client: SandboxClient, title: string): Promise<APIMessage> {
    ahead += 7_000;
    return shown(client, title);
  }

  const labels = (message: APIMessage) => buttonsOf(message).map(({ label }) => label);
  const CONTROLS = ['Hint', 'Skip', 'Pause', 'Continue', 'End'];
  const choicesIn = (message: APIMessage) => labels(message).filter((label) => !CONTROLS.includes(label));
  const modalOf = (outcome: Outcome): APIModalInteractionResponseCallbackData => {
    if (outcome.kind !== 'modal') throw new Error(outcome.kind);
    return outcome.modal;
  };

  it('asks everybody, tells each alone whether they were right, and shows the answer, who had it and the standings', async () => {
    const begun = messageOf(await ana.command('quiz start', { questions: 2, mode: 'choice', seed: 1, pace: 10 }));
    expect(isEphemeral(begun)).toBe(true);
    expect(textOf(begun)).not.toContain('That gives');
    await shown(ben, /## Quiz/, /2 questions, each open for 10 seconds/);
    const question = await asked(ben, 'Question 1 of 2');
    const choices = choicesIn(question);
    expect(choices).toHaveLength(4);
    const told: string[] = [];
    for (const [who, choice] of [
      [ana, 0],
      [ben, 1],
      [chiara, 2],
    ] as const) {
      const answer = messageOf(await who.click(question, choices[choice] ?? ''));
      expect(isEphemeral(answer)).toBe(true);
      told.push(textOf(answer));
    }
    const verdicts = told.map((text) => text.split('\n')[0]);
    const following = told.map((text) => text.includes('The answer follows when the question closes.'));
    expect(following).toEqual(verdicts.map((verdict) => verdict !== '**Right.**'));
    expect(verdicts.every((verdict) => /^\*\*(Right|Not right)\.\*\*/.test(verdict ?? ''))).toBe(true);
    expect(textOf(messageOf(await ben.click(question, choices[3] ?? '')))).toContain('You already answered');
    expect(textOf(await shown(ben, 'Question 1 of 2'))).not.toContain('Answer:');
    ahead += 10_000;
    const answered = await shown(ben, 'Question 1 of 2', 'Answer:');
    expect(answered.id).toBe(question.id);
    expect(textOf(answered)).toMatch(/¶ \d/);
    const right = [ana, ben, chiara].filter((_, i) => verdicts[i]?.startsWith('**Right'));
    if (right.length === 0) expect(textOf(answered)).toContain('Nobody was right (3 answers)');
    for (const who of right) expect(textOf(answered)).toContain(`<@${who.user.id}>`);
    expect(answered.mentions).toEqual([]);
    expect(textOf(messageOf(await ben.click(answered, 'Show the passage')))).toMatch(/¶ \d/);
    const kept = textOf(messageOf(await ben.click(answered, 'Add to my cards')));
    expect(kept).toContain('**Added to your cards:**');
    expect(kept).toContain(/^\*\*.+\*\*$/m.exec(textOf(answered))?.[0]);
    const second = await asked(ben, 'Question 2 of 2');
    expect(textOf(messageOf(await ben.click(second, 'Skip')))).toContain('Only the person who started');
    expect(messageOf(await ana.click(second, 'Skip')).id).toBe(second.id);
    await shown(ben, 'Question 2 of 2', 'Nobody answered');
    const standings = await shown(ben, '## Standings');
    expect(textOf(standings)).toMatch(/\*\*1\*\* <@\d+>: [01] of 2/);
    expect(textOf(standings)).toContain('/quiz start questions:2 mode:Pick the answer pace:10 seed:1');
    const mine = messageOf(await ben.click(standings, 'Repeat what I missed'));
    expect(isEphemeral(mine)).toBe(true);
    const solved = messageOf(await ben.click(mine, choicesIn(mine)[0] ?? ''));
    expect(solved.id).toBe(mine.id);
    expect(textOf(solved)).toContain('Answer:');
    expect(textOf(solved)).not.toContain('The answer follows');
  }, 60_000);

  it('lets the host pause, hint and end, and takes typed answers by a form', async () => {
    await ana.command('quiz start', { questions: 3, mode: 'typed', seed: 3, pace: 60 });
    const again = messageOf(await ben.command('quiz start'));
    expect(textOf(again)).toContain('already running');
    expect(labels(again)).toEqual([]);
    const question = await asked(ben, 'Question 1 of 3');
    const modal = modalOf(await ben.click(question, 'Answer'));
    const [, prompt = ''] = /\*\*(.+?)\*\*/.exec(textOf(question)) ?? [];
    expect(modal.components[0]).toMatchObject({
      type: ComponentType.TextDisplay,
      content: expect.stringContaining(prompt),
    });
    await ana.click(question, 'Pause');
    const paused = await shown(ben, 'Question 1 of 3', /paused, \d+ seconds left/);
    expect(textOf(messageOf(await ben.submit(modal, { answer: 'x' })))).toContain('paused');
    await ana.click(paused, 'Continue');
    const hinted = messageOf(await ana.click(paused, 'Hint'));
    expect(textOf(hinted)).toContain('Hint:');
    const form = modalOf(await ben.click(hinted, 'Answer'));
    const told = messageOf(await ben.submit(form, { answer: '@everyone **no**' }));
    expect(textOf(told)).toContain('Not right');
    expect(textOf(told)).toContain(String.raw`You wrote: \@everyone \*\*no\*\*`);
    expect(textOf(messageOf(await ana.click(hinted, 'End')))).toContain('Answer:');
    expect(textOf(await shown(ben, '## Standings'))).toContain(`**1** <@${ben.user.id}>: 0 of 1`);
    expect(textOf(await shown(ben, 'Question 1 of 3'))).toContain('Nobody was right (1 answer)');
  }, 60_000);

  it('runs in its reply where the bot may not post, and says so', async () => {
    sandbox.faults.dropNext(1, 403, isPost);
    const intro = messageOf(await ana.command('quiz start', { questions: 1, mode: 'choice', seed: 1, pace: 10 }));
    expect(textOf(intro)).toContain('I can’t post in this channel');
    expect(isEphemeral(intro)).toBe(false);
    const question = await asked(ben, 'Question 1 of 1');
    expect(question.id).toBe(intro.id);
    const told = messageOf(await ben.click(question, choicesIn(question)[0] ?? ''));
    expect(textOf(told)).toMatch(/Right|Not right/);
    await ana.click(question, 'Skip');
    expect(textOf(await shown(ben, 'Answer:'))).toMatch(/1 who answered|1 answer/);
    expect((await shown(ben, '## Standings')).id).toBe(intro.id);
  }, 60_000);

  it('says that there are no questions on that, and no such source', async () => {
    const none = messageOf(await ana.command('quiz start', { about: 'zzzzqqqq' }));
    expect(textOf(none)).toContain('I can’t make questions from that');
    const source = messageOf(await ana.command('quiz start', { source: 'zzzzqqqq' }));
    expect(textOf(source)).toContain('source “zzzzqqqq”');
    expect((await ana.autocomplete('quiz start', 'about', 'cel')).length).toBeGreaterThan(0);
  });

  it('goes on in a thread that was archived; where it was locked, the host sees the standings with the next command', async () => {
    const channels = [{ name: 'lobby' }, { name: 'chapter-3', type: ChannelType.PublicThread as const }];
    sandbox.addGuild({ name: 'Reading circle', channels });
    const [host, guest] = [ana.in('Reading circle/chapter-3'), ben.in('Reading circle/chapter-3')];
    await host.command('quiz start', { questions: 3, mode: 'choice', seed: 1, pace: 10 });
    const first = await asked(guest, 'Question 1 of 3');
    await guest.click(first, choicesIn(first)[0] ?? '');
    sandbox.archiveThread(host.channelId);
    ahead += 10_000;
    expect((await shown(guest, 'Question 1 of 3', 'Answer:')).id).not.toBe(first.id);
    await asked(guest, 'Question 2 of 3');
    sandbox.archiveThread(host.channelId, { locked: true });
    ahead += 10_000;
    await vi.waitFor(() => {
      // It is tried again every few seconds.
      ahead += 500;
      expect(bot.lines.some((line) => line.includes('A round has stopped'))).toBe(true);
    }, 20_000);
    const next = messageOf(await host.in('Reading circle/lobby').command('quiz start', { about: 'zzzzqqqq' }));
    expect(isEphemeral(next)).toBe(true);
    expect(textOf(next)).toContain(`Your round in <#${host.channelId}> stopped early`);
    expect(textOf(next)).toMatch(new RegExp(`<@${guest.user.id}>: [01] of 2[\\s\\S]*I can’t make questions`));
    expect(labels(next)).toContain('Repeat what I missed');
    const later = messageOf(await host.in('Reading circle/lobby').command('quiz start', { about: 'zzzzqqqq' }));
    expect(textOf(later)).not.toContain('stopped early');
  }, 60_000);
});
