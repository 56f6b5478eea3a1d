import { messageOf, type Sandbox, type SandboxClient, startSandbox, studyGroup } from 'discord-sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { flushCoverage } from '../../commands/coverage/record.ts';
import { openStage, type Stage } from '../guilds/stage.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { buttonsOf, choicesOf, isEphemeral, textOf } from '../support/message.ts';

let sandbox: Sandbox;
let stage: Stage;
let bot: TestBot;
/** Manages the study group. */
let ana: SandboxClient;
/** A member of it. */
let ben: SandboxClient;

beforeAll(async () => {
  sandbox = await startSandbox({ world: studyGroup });
  stage = await openStage();
  bot = await startBot(sandbox, { library: stage.shipped, guilds: stage.guilds(), store: stage.store });
  ana = sandbox.client('ana').in('Study group/general-reading');
  ben = sandbox.client('ben').in('Study group/general-reading');
});

afterAll(async () => {
  expect(sandbox.violations).toEqual([]);
  await bot.gateway.close();
  await sandbox.close();
  await stage.close();
});

const ABSENT = 'How long do I boil an egg?';
const coverage = async (options = {}) => messageOf(await ana.command('coverage', options));

it('is for editors alone', async () => {
  const message = messageOf(await ben.command('coverage'));
  expect(isEphemeral(message)).toBe(true);
  expect(textOf(message)).toBe('Only people who may change the library can see this.');
});

it('counts the paragraphs that answers showed, and lists the others to be read', async () => {
  expect(textOf(await coverage())).toMatch(/Pushes to Deepen Ties in Latin America: 0 of (\d+) paragraphs shown/);
  const answer = messageOf(await ben.command('ask', { question: 'When was CELAC founded?' }));
  const message = await coverage();
  // Both sides of the fact, one paragraph of each work.
  expect(textOf(message).match(/: 1 of \d+ paragraphs shown/g)).toHaveLength(2);
  await ben.click(answer, 'Next');
  await ben.click(answer, 'Next');
  const never = await coverage({ source: 'stratfor-2014' });
  expect(textOf(never)).toContain('¶ 1**');
  expect(textOf(never)).not.toContain('¶ 8**');
  const [first] = choicesOf(never);
  expect(textOf(messageOf(await ana.select(never, 'goto', [first?.value ?? ''])))).toContain('¶ 1');
});

it('opens a work from the list', async () => {
  const message = await coverage();
  const [work] = choicesOf(message);
  const opened = messageOf(await ana.select(message, 'coverage-open', [work?.value ?? '']));
  expect(textOf(opened)).toContain('that no answer has shown');
});

it('keeps no question until the server wants it, then without who asked, and deletes them when it does not', async () => {
  await ben.command('ask', { question: ABSENT });
  expect(textOf(await coverage())).toContain('are not kept');
  const panel = messageOf(await ana.command('settings'));
  const on = messageOf(await ana.click(panel, 'Keep unanswered questions'));
  expect(textOf(await coverage())).toContain('Every question found a clear answer so far.');
  await ben.command('ask', { question: ABSENT });
  await ben.command('ask', { question: ABSENT });
  await ben.command('ask', { question: 'When was CELAC founded?' });
  const text = textOf(await coverage());
  expect(text).toContain('- How long do I boil an egg? (2 times)');
  expect(text).not.toContain('When was CELAC founded?');
  expect(text).not.toContain(ben.user.username);
  await ana.click(on, 'Stop keeping them, and delete them');
  expect((await stage.store.coverage(sandbox.guildId)).missed).toEqual([]);
  expect(buttonsOf(messageOf(await ana.command('settings'))).map(({ label }) => label)).toContain(
    'Keep unanswered questions',
  );
});

it('names what quizzes found most often wrong, from three answers on, and nobody', async () => {
  const guild = sandbox.guildId;
  const question = (id: string, prompt: string) => ({ question: { id, mode: 'typed', prompt }, passages: [] });
  const plan = { questions: [question('a', 'How long is the weir?'), question('b', 'Who built it?')] };
  const round = { guild, id: 'r', channel: '1', host: ana.user.id, progress: {}, startedAt: Date.now() };
  await stage.store.startRound({ ...round, plan, openQuestion: 0 });
  const answer = { guild, round: 'r', at: Date.now(), day: '2026-05-01' };
  for (const person of ['1', '2', ben.user.id])
    await stage.store.answerRound({ ...answer, question: 0, person, right: person === '1' });
  await stage.store.moveRound(guild, 'r', () => ({ progress: {}, openQuestion: 1 }));
  await stage.store.answerRound({ ...answer, question: 1, person: '1', right: false });
  const text = textOf(await coverage());
  expect(text).toContain('- How long is the weir? (2 of 3 answers wrong)');
  expect(text).not.toContain('Who built it?');
});

it('loses counts, not answers, while the store is away', async () => {
  const { noteCoverage } = stage.store;
  Object.assign(stage.store, { noteCoverage: () => Promise.reject(new Error('away')) });
  expect(textOf(messageOf(await ben.command('ask', { question: 'When was CELAC founded?' })))).toContain('2010');
  await expect(flushCoverage(stage.store)).resolves.toBeUndefined();
  Object.assign(stage.store, { noteCoverage });
});
