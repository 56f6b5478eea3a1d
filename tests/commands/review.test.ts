import type { APIMessage } from 'discord-api-types/v10';
import { messageOf, type Sandbox, type SandboxClient, startSandbox, studyGroup } from 'discord-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reminderJob } from '../../commands/review/jobs.ts';
import { createFileFetcher } from '../../src/discord/attachments.ts';
import { readDeck } from '../../src/intake/index.ts';
import { newSchedule } from '../../src/study/cards/schedule.ts';
import { openStage, plainIntake, type Stage } from '../guilds/stage.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/message.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

let sandbox: Sandbox;
let stage: Stage;
let bot: TestBot;
/** Manages the study group. */
let ana: SandboxClient;
let ben: SandboxClient;
/** Milliseconds by which the sandbox's clock is ahead: ids tell the bot when something happened. */
let ahead = 0;

beforeAll(async () => {
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  };
  sandbox = await startSandbox({ world: studyGroup, clock: { now: () => Date.now() + ahead, after } });
  stage = await openStage();
  const files = createFileFetcher({ origins: [sandbox.cdnUrl], most: 1_000_000 });
  const quota = { works: 10, passages: 100, bytes: 100_000, additionsPerHour: 1000 };
  const guilds = stage.guilds({ files, quota, intake: { ...plainIntake, readDeck } });
  bot = await startBot(sandbox, { library: stage.shipped, guilds, store: stage.store });
  [ana, ben] = ['ana', 'ben'].map((name) => sandbox.client(name).in('Study group/general-reading')) as [
    SandboxClient,
    SandboxClient,
  ];
});

afterAll(async () => {
  expect(sandbox.violations).toEqual([]);
  await bot.gateway.close();
  await sandbox.close();
  await stage.close();
});

beforeEach(async () => {
  for (const { user } of [ana, ben]) await stage.store.forgetPerson(user.id);
});

const QUESTION = 'When was CELAC founded?';

const ask = async (question = QUESTION) => messageOf(await ana.command('ask', { question }));
const start = async (client = ana) => messageOf(await client.command('review start'));
const press = async (client: SandboxClient, message: APIMessage, label: string) =>
  messageOf(await client.click(message, label));
const labels = (message: APIMessage) => buttonsOf(message).map(({ label }) => label);
const upload = (text: string, filename: string) => ({ filename, data: Buffer.from(text).toString('base64') });
const importText = async (text: string, client = ana) =>
  textOf(messageOf(await client.command('review import', { file: upload(text, 'deck.txt') })));
const rating = (message: APIMessage, name: string) => labels(message).find((label) => label.startsWith(name)) ?? '';

describe('"Add to my cards"', () => {
  it('under an answer keeps the question with the fact, its passage and citation, for who presses it', async () => {
    const answer = await ask();
    const added = await press(ben, answer, 'Add to my cards');
    expect(isEphemeral(added)).toBe(true);
    expect(textOf(added)).toContain('**Added to your cards:**');
    const [card] = await stage.store.cards({ guild: sandbox.guildId, person: ben.user.id });
    expect(card?.content.front).toBe(QUESTION);
    // Two sources disagree: the card says both.
    expect(card?.content.back).toMatch(/2011.*: .*Stratfor.*, ¶ \d/);
    expect(card?.content.back).toMatch(/2010.*: .*Moscow Times.*, ¶ \d/);
    expect(card?.content).toMatchObject({ paragraph: expect.stringMatching(/^¶ \d+$/), page: '' });
    expect(card?.content.quotation).toContain('CELAC');
    expect(textOf(await press(ben, answer, 'Add to my cards'))).toBe('Already in your cards.');
    expect(textOf(await press(ben, added, 'Undo'))).toContain('Undone');
    expect(await stage.store.cards({ guild: sandbox.guildId, person: ben.user.id })).toEqual([]);
    expect(await stage.store.cards({ guild: sandbox.guildId, person: ana.user.id })).toEqual([]);
  });

  it('keeps another excerpt of the answer as it stands', async () => {
    const answer = messageOf(await ana.command('ask', { question: QUESTION, private: true }));
    let page = answer;
    for (let at = 0; at < 4 && labels(page).includes('Next'); at++) page = await press(ana, page, 'Next');
    expect(buttonsOf(page).filter(({ disabled }) => !disabled).length).toBeGreaterThan(2);
    await press(ana, page, 'Add to my cards');
    const [card] = await stage.store.cards({ guild: sandbox.guildId, person: ana.user.id });
    expect(card?.origin?.entry).toBeUndefined();
    expect(card?.content.quotation).toBe('');
    expect(textOf(page).replaceAll('\\', '').replaceAll('*', '')).toContain(card?.content.back.slice(0, 60));
  });

  it('under a fact asks what the table asks', async () => {
    const [choice] = await ana.autocomplete('fact', 'about', 'CELAC founded');
    const fact = messageOf(await ana.command('fact', { about: String(choice?.value) }));
    await press(ana, fact, 'Add to my cards');
    const [card] = await stage.store.cards({ guild: sandbox.guildId, person: ana.user.id });
    expect(card?.content.front).toMatch(/CELAC.*\?$/);
    expect(card?.origin?.entry?.id).toBe(choice?.value);
  });

  it('in the menu of a message keeps what that message shows', async () => {
    const answer = await ask();
    expect(textOf(messageOf(await ben.messageCommand('Add to my cards', answer)))).toContain(
      '**Added to your cards:**',
    );
    const claim = ana.post('CELAC was founded in 2011 and has 33 member states.');
    const found = messageOf(await ben.messageCommand('Find sources', claim));
    expect(textOf(messageOf(await ben.messageCommand('Add to my cards', found)))).toMatch(/Added/);
    const cards = await stage.store.cards({ guild: sandbox.guildId, person: ben.user.id });
    expect(cards.length).toBeGreaterThan(1);
    expect(cards.map(({ content }) => content.front).join('\n')).toMatch(/^What does “.*¶ \d+ say\?$/m);
    expect(textOf(messageOf(await ben.messageCommand('Add to my cards', claim)))).toContain('nothing to keep');
    // The buttons of a page that is read lead to its neighbours; the card is of the page itself.
    const context = await press(ana, answer, 'More context');
    const page = await press(ana, context, 'Read on from here');
    const [own] = await stage.store.cards({ guild: sandbox.guildId, person: ana.user.id });
    expect(own).toBeUndefined();
    await ana.messageCommand('Add to my cards', page);
    const [card] = await stage.store.cards({ guild: sandbox.guildId, person: ana.user.id });
    expect(textOf(page)).toContain(`**${card?.content.paragraph}**`);
  });
});

describe('a sitting', () => {
  it('asks one card after another in the same private message, each rating with its interval', async () => {
    expect(textOf(await start())).toContain('You have no cards here yet');
    await importText('one\t1\ntwo\t2\n');
    const question = await start();
    expect(isEphemeral(question)).toBe(true);
    expect(textOf(question)).toBe('-# 2 new\n**one**');
    const answer = await press(ana, question, 'Show answer');
    expect(answer.id).toBe(question.id);
    expect(labels(answer)).toEqual(['Again · 1 min', 'Hard · 6 min', 'Good · 10 min', 'Easy · 8 d', 'Remove']);
    const second = await press(ana, answer, 'Easy · 8 d');
    expect(textOf(second)).toContain('-# 1 new');
    const done = await press(ana, await press(ana, second, 'Show answer'), 'Easy · 8 d');
    expect(textOf(done)).toBe('**Done for now.** No card is due.\nYou answered 2 cards today.');
    ahead += 9 * DAY;
    expect(textOf(await start())).toContain('-# 2 to repeat\n');
  });

  it('counts two presses of one button once', async () => {
    await importText('one\t1\ntwo\t2\n');
    const answer = await press(ana, await start(), 'Show answer');
    const good = rating(answer, 'Good');
    await Promise.all([ana.click(answer, good), ana.click(answer, good)]);
    const owner = { guild: sandbox.guildId, person: ana.user.id };
    expect(await stage.store.cardReviews(owner, 0)).toHaveLength(1);
    expect((await stage.store.cards(owner)).map(({ version }) => version).sort()).toEqual([0, 1]);
  });

  it('brings back within the sitting what was forgotten', async () => {
    await importText('one\t1\n');
    const first = await press(ana, await start(), 'Show answer');
    const again = await press(ana, first, rating(first, 'Again'));
    // Due in a minute, and nothing else is: it comes early.
    expect(textOf(again)).toContain('**one**');
    ahead += 2 * MINUTE;
    expect(textOf(await start())).toContain('-# 1 to repeat');
  });

  it('has twenty new cards a day, and more for who asks', async () => {
    await importText(Array.from({ length: 45 }, (_, at) => `front ${at}\tback\n`).join(''));
    let message = await start();
    expect(textOf(message)).toContain('20 new');
    for (let at = 0; at < 20; at++) {
      const answer = await press(ana, message, 'Show answer');
      message = await press(ana, answer, rating(answer, 'Easy'));
    }
    expect(textOf(message)).toContain('25 new cards wait for another day');
    expect(textOf(await start())).toContain('25 new cards wait for another day');
    const more = await press(ana, message, '20 more now');
    expect(textOf(more)).toContain('-# 20 new');
    const answer = await press(ana, more, 'Show answer');
    expect(textOf(await press(ana, answer, rating(answer, 'Easy')))).toContain('19 new');
  });

  it('removes a card after asking', async () => {
    await importText('one\t1\n');
    const asked = await press(ana, await press(ana, await start(), 'Show answer'), 'Remove');
    expect(textOf(asked)).toContain('Remove this card?');
    const kept = await press(ana, asked, 'Keep it');
    expect(labels(kept)).toContain('Remove');
    const removed = await press(ana, await press(ana, kept, 'Remove'), 'Remove');
    expect(textOf(removed)).toContain('You have no cards here yet');
  });

  it('shows whatever a deck says as text', async () => {
    await importText('**@everyone** <@1> [x](https://x.y)\t`code`\\n# head ||spoiler||\n');
    const answer = await press(ana, await start(), 'Show answer');
    expect(textOf(answer)).not.toMatch(/(?<!\\)@everyone|(?<!\\)<@1>|(?<!\\)\[x|(?<!\\)`/);
    expect(answer.mentions).toEqual([]);
  });

  it('is of the place and the person alone', async () => {
    await importText('one\t1\n');
    expect(textOf(await start(ben))).toContain('You have no cards here yet');
    expect(textOf(await start(ana.in('dm')))).toContain('You have no cards here yet');
    expect(await importText('two\t2\n', ana.in('dm'))).toContain('Added 1 card');
    expect(textOf(await start(ana.in('dm')))).toContain('**two**');
  });
});

describe('a card whose passage changed', () => {
  const TIDES = (third: string) => `Tides\n\nThe moon lifts the sea twice a day.\n\nAt Norhaven it rises ${third}.`;

  async function addWork(text: string): Promise<void> {
    const outcome = await ana.command('library add', { file: upload(text, 'tides.txt') });
    const { id } = messageOf(outcome);
    for (;;) {
      const message = ana.message(id);
      if (message && /Added|version/.test(textOf(message))) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async function staleCard(later = TIDES('seven metres')): Promise<APIMessage> {
    await stage.store.deleteGuild(sandbox.guildId);
    await addWork(TIDES('six metres'));
    const answer = messageOf(
      await ana.command('ask', { question: 'How far does it rise at Norhaven?', private: true }),
    );
    await press(ana, answer, 'Add to my cards');
    expect(textOf(await start())).toContain('Norhaven');
    await addWork(later);
    const message = await start();
    expect(textOf(message)).toContain('1 card is set aside: its passage has changed or is gone.');
    return press(ana, message, 'Look at what changed');
  }

  it('is not asked until its owner has seen it, and can take the new text', async () => {
    const seen = await staleCard();
    expect(textOf(seen)).toMatch(
      /Your card says:\*\*\nAt Norhaven it rises six.*\n.*\n.*now say:\*\*\nAt Norhaven it rises seven/,
    );
    const next = await press(ana, seen, 'Take the new text');
    expect(textOf(next)).toContain('-# 1 new');
    expect(textOf(await press(ana, next, 'Show answer'))).toContain('seven metres');
  });

  it('can be kept as it is, and is then asked', async () => {
    const next = await press(ana, await staleCard(), 'Keep my card as it is');
    expect(textOf(await press(ana, next, 'Show answer'))).toContain('six metres');
  });

  it('takes the new text from wherever the paragraph stands now', async () => {
    const seen = await staleCard(TIDES('seven metres').replace('\n\nAt', '\n\nIt pulls at lakes as well.\n\nAt'));
    expect(textOf(seen)).toMatch(/now say:\*\*\nAt Norhaven it rises seven metres\.\n.*¶ 3/);
  });

  it('is not shown another paragraph that stands in the place of its own', async () => {
    const seen = await staleCard(TIDES('six metres').replace(/At Norhaven.*/, 'Lakes have tides too small to see.'));
    expect(textOf(seen)).toContain('The passage is no longer in your sources.');
  });

  it('can be removed where the passage is gone', async () => {
    await staleCard();
    const [work] = await stage.store.works(sandbox.guildId);
    await stage.store.removeWork(sandbox.guildId, work?.source.id ?? '', Date.now());
    await ana.command('library list');
    const seen = await press(ana, await start(), 'Look at what changed');
    expect(textOf(seen)).toContain('The passage is no longer in your sources.');
    expect(labels(seen)).toEqual(['Keep my card as it is', 'Remove']);
    expect(textOf(await press(ana, seen, 'Remove'))).toContain('You have no cards here yet');
  });
});

describe('/review stats', () => {
  it('says what is due, what was remembered, and how many fall due on each day', async () => {
    await importText('one\t1\ntwo\t2\nthree\t3\n');
    expect(textOf(messageOf(await ana.command('review stats')))).not.toContain('```');
    let message = await start();
    for (let at = 0; at < 2; at++) {
      const answer = await press(ana, message, 'Show answer');
      message = await press(ana, answer, rating(answer, 'Easy'));
    }
    const early = textOf(messageOf(await ana.command('review stats')));
    expect(early).toContain('**0** to repeat now, **1** new for today');
    expect(early).toContain('**3** cards in all, 1 not shown yet');
    expect(early).toContain('You will see how much you remember');
    const lines = /```\n(.*)\n```/s.exec(early)?.[1]?.split('\n') ?? [];
    expect(lines).toHaveLength(14);
    expect(lines[8]).toMatch(/^\w{3} \d+ \w{3} +2 ━{12}$/);
    expect(lines.filter((line) => / 0$/.test(line))).toHaveLength(13);
    ahead += 10 * DAY;
    for (const name of ['Good', 'Again']) {
      const answer = await press(ana, await start(), 'Show answer');
      await press(ana, answer, rating(answer, name));
    }
    expect(textOf(messageOf(await ana.command('review stats')))).toContain(
      'Remembered: **50%** of 2 answers in 30 days',
    );
  });
});

describe('/review export and import', () => {
  it.each(['apkg', 'csv', 'text'])('as %s gives a file that another person reads back', async (format) => {
    await press(ana, await ask(), 'Add to my cards');
    await importText('=1+1\t"two\nlines"\n');
    const exported = messageOf(await ana.command('review export', { format }));
    expect(isEphemeral(exported)).toBe(true);
    const { name, bytes } = await ana.download(exported);
    const file = { filename: name, data: Buffer.from(bytes).toString('base64') };
    expect(textOf(messageOf(await ben.command('review import', { file })))).toBe('**Added 2 cards.**');
    const [mine, theirs] = await Promise.all(
      [ana, ben].map(({ user }) => stage.store.cards({ guild: sandbox.guildId, person: user.id })),
    );
    expect(theirs?.map(({ content }) => content).sort(byFront)).toEqual(
      mine?.map(({ content }) => content).sort(byFront),
    );
    expect(textOf(messageOf(await ana.command('review import', { file })))).toBe(
      '**No card was added.**\n2 were in your cards already.',
    );
  });

  it('says what was left out, and why a file cannot be read', async () => {
    expect(await importText('one\t1\n\tno front\n')).toBe(
      '**Added 1 card.**\n1 had no front or no back and was left out.',
    );
    // A zero-width space is nothing that anybody sees.
    expect(await importText('\u200b\tback\nfront\t\u2060\u200b\n')).toContain('2 had no front or no back');
    expect(await importText('no table')).toContain('This file has no cards');
    expect(textOf(messageOf(await ben.command('review export', { format: 'csv' })))).toContain('no cards here yet');
  });
});

it('shows a card of an earlier version on which nothing can be seen, so that it can be removed', async () => {
  const content = { front: '\u200b', back: '\u2060', source: '', paragraph: '', page: '', quotation: '' };
  const owner = { guild: sandbox.guildId, person: ana.user.id };
  await stage.store.addCards(owner, [{ content, schedule: newSchedule(Date.now() - 1) }], Date.now());
  const card = await start();
  expect(textOf(card)).toContain('**…**');
  expect(textOf(await press(ana, card, 'Show answer'))).toContain('…');
});

const byFront = (one: { front: string }, other: { front: string }) => one.front.localeCompare(other.front);

describe('/review remind', () => {
  const remind = async (options: Record<string, string> = {}) => messageOf(await ana.command('review remind', options));

  it('is off until somebody asks, and says when it comes', async () => {
    expect(textOf(await remind())).toContain('**No reminder.**');
    const [choice] = await ana.autocomplete('review remind', 'time-zone', 'new york');
    expect(choice).toMatchObject({ value: 'America/New_York', name: expect.stringMatching(/ · \d\d:\d\d$/) });
    expect(textOf(await remind({ at: '8:30' }))).toContain('Choose your time zone too');
    expect(textOf(await remind({ 'time-zone': 'UTC' }))).toContain('Choose the time of day too');
    expect(textOf(await remind({ at: '25:00', 'time-zone': 'UTC' }))).toContain('“25\\:00” isn’t a time');
    expect(textOf(await remind({ at: '8:30', 'time-zone': 'Mars/Base' }))).toContain('the time zone “Mars/Base”');
    const set = await remind({ at: '8:30', 'time-zone': 'america/new york' });
    expect(textOf(set)).toMatch(/at \*\*08\\:30\*\* \(America\/New_York|America\/New\\_York\).*<t:\d+:R>/);
    expect(textOf(await remind({ at: '9 pm' }))).toContain('**21\\:00**');
    expect(textOf(await press(ana, set, 'Switch reminders off'))).toContain('Reminders are off');
    expect(await stage.store.nextJobAt()).toBeUndefined();
    expect(textOf(await remind())).toContain('**No reminder.**');
  });

  it('is set by a form too', async () => {
    const opened = await ana.click(await remind(), 'Choose a time');
    if (opened.kind !== 'modal') throw new Error(opened.kind);
    const set = messageOf(await ana.submit(opened.modal, { at: '07.15', zone: 'Europe/Berlin' }));
    expect(textOf(set)).toContain('**07\\:15** (Europe/Berlin)');
  });
});

describe('a reminder', () => {
  const reminder = { minutes: 510, timeZone: 'UTC', locale: 'en-US', refused: false };
  const content = { front: 'one', back: '1', source: '', paragraph: '', page: '', quotation: '' };

  it('arrives as a direct message, which switches it off', async () => {
    const owner = { guild: sandbox.guildId, person: ana.user.id };
    await stage.store.addCards(owner, [{ content, schedule: newSchedule(0) }], 0);
    const nextAt = Date.now() - 1000;
    await stage.store.saveCardReminder(owner, { ...reminder, channel: ana.channelId, nextAt });
    await stage.store.putJob(reminderJob(owner, nextAt));
    const dm = ana.in('dm');
    const message = await vi.waitFor(
      () => {
        const last = dm.messages().at(-1);
        if (!last || !textOf(last).includes('1 card is due')) throw new Error('not yet');
        return last;
      },
      { timeout: 5_000 },
    );
    expect(textOf(message)).toContain(`<#${ana.channelId}>`);
    expect(await stage.store.nextJobAt()).toBeGreaterThan(Date.now());
    expect(textOf(await press(dm, message, 'Switch reminders off'))).toContain('Reminders are off');
    expect(await stage.store.cardReminder(owner)).toBeUndefined();
    expect(await stage.store.nextJobAt()).toBeUndefined();
  });

  it('that was refused is spoken of once', async () => {
    await ana.command('review remind', { at: '8:30', 'time-zone': 'UTC' });
    await stage.store.noteRefusedReminder({ guild: sandbox.guildId, person: ana.user.id }, true);
    expect(textOf(messageOf(await ana.command('review remind')))).toContain('I couldn’t send your reminder');
    expect(textOf(await start())).toContain('I couldn’t send your reminder');
    expect(textOf(await start())).not.toContain('reminder');
  });
});

it('/forget me deletes cards, reviews and reminders', async () => {
  await importText('one\t1\n');
  await ana.command('review remind', { at: '8:30', 'time-zone': 'UTC' });
  const asked = messageOf(await ana.command('forget me'));
  expect(textOf(await press(ana, asked, 'Delete my data'))).toContain('deleted your cards');
  expect(textOf(await start())).toContain('no cards here yet');
  expect(await stage.store.nextJobAt()).toBeUndefined();
});
