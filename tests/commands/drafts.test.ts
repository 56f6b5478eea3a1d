import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { messageOf, type Sandbox, type SandboxClient, startSandbox, studyGroup } from 'discord-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFileFetcher } from '../../src/discord/attachments.ts';
import { readFacts } from '../../src/intake/index.ts';
import { openStage, plainIntake, type Stage } from '../guilds/stage.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/message.ts';

let sandbox: Sandbox;
let stage: Stage;
let bot: TestBot;
/** Manages the study group. */
let ana: SandboxClient;
/** May not change its library. */
let ben: SandboxClient;

beforeAll(async () => {
  sandbox = await startSandbox({ world: studyGroup });
  stage = await openStage();
  const files = createFileFetcher({ origins: [sandbox.cdnUrl], most: 100_000 });
  const quota = { works: 4, passages: 100, bytes: 100_000, additionsPerHour: 50 };
  bot = await startBot(sandbox, {
    library: stage.shipped,
    // The table is read as it is everywhere: a process of its own parses it.
    guilds: stage.guilds({ files, quota, intake: { ...plainIntake, readFacts } }),
    store: stage.store,
  });
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

const MILLS = [
  'Mills of the Valley',
  'A quern is a hand mill that grinds grain between two stones.',
  'A penstock is a sluice that controls the flow of water to a wheel.',
  'The Guild of Free Millers (GFM) met in the valley every spring.',
].join('\n\n');

beforeEach(async () => {
  for (const guild of await stage.store.guilds()) await stage.store.deleteGuild(guild);
  await addWork('mills.txt', MILLS);
});

async function addWork(filename: string, text: string): Promise<void> {
  const data = Buffer.from(text).toString('base64');
  const { id } = messageOf(await ana.command('library add', { file: { filename, content_type: 'text/plain', data } }));
  for (;;) {
    const message = ana.message(id);
    if (message && textOf(message).includes('Added')) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const review = async (client = ana) =>
  messageOf(await client.command('library facts', { draft: 'Mills of the Valley' }));

/** The message once it is no longer as it was before: what takes long is shown later. */
async function changed(before: APIMessage, { id }: APIMessage): Promise<APIMessage> {
  for (;;) {
    const message = ana.message(id);
    if (message && textOf(message) !== textOf(before)) return message;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function press(message: APIMessage, label: RegExp): Promise<APIMessage> {
  const button = buttonsOf(message).find((each) => label.test(each.label ?? ''));
  if (!button) throw new Error(`No button ${label} in ${buttonsOf(message).map((each) => each.label)}`);
  // What is done slowly is shown in the same message later on.
  await ana.click(message, button.customId ?? '');
  return changed(message, message);
}

const storedFacts = async () => {
  const [guild = ''] = await stage.store.guilds();
  return (await stage.store.library(guild)).facts;
};

describe('/library facts draft', () => {
  it('shows a draft with its sentence, its paragraph and its questions, and that nobody has checked it', async () => {
    const message = await review();
    expect(isEphemeral(message)).toBe(true);
    const text = textOf(message);
    expect(text).toContain('Draft 1 of 3');
    expect(text).toContain('> A quern is a hand mill that grinds grain between two stones.');
    expect(text).toContain('¶ 1');
    expect(text).toContain('Nobody has checked it yet');
    expect(textOf(await review(ben))).toContain('Manage Server');
  });

  it('adds what is accepted as a row that cites its paragraph, skips what is skipped, and offers no draft twice', async () => {
    const second = await press(await review(), /^Accept$/);
    expect(textOf(second)).toContain('Added 1 fact');
    expect(textOf(second)).toContain('Draft 2 of 3');
    expect(textOf(second)).toContain('penstock');
    const third = await press(second, /Skip/);
    expect(textOf(third)).toContain('GFM');
    expect(textOf(third)).toContain('Draft 3 of 3');
    const end = await press(third, /^Accept$/);
    expect(textOf(end)).toContain('1 skipped draft');
    const facts = await storedFacts();
    expect(facts.map(({ subject }) => subject)).toEqual(['quern', 'GFM']);
    expect(facts[0]?.passages[0]).toMatch(/#1$/);
    expect(facts[0]?.question).toContain('quern');
    const later = await review();
    expect(textOf(later)).toContain('1 skipped draft');
    expect(textOf(await press(later, /Show skipped again/))).toMatch(/Draft 3 of 3[\s\S]*penstock/);
    expect(textOf(await review())).toContain('Draft 3 of 3');
  });

  it('gives a table that comes back as it went out, with the drafts as rows below those that were there', async () => {
    await press(await review(), /^Accept$/);
    const [accepted] = await storedFacts();
    const [button] = buttonsOf(await review()).filter(({ label }) => label === 'As CSV');
    const sent = messageOf(await ana.click(await review(), button?.customId ?? ''));
    const { name, bytes } = await ana.download(sent);
    const file = { filename: name, content_type: 'text/csv', data: Buffer.from(bytes).toString('base64') };
    const said = messageOf(await ana.command('library facts', { file }));
    expect(textOf(said)).toContain('3 rows');
    const stored = await storedFacts();
    expect(stored[0]).toEqual(accepted);
    expect(stored.map(({ subject }) => subject)).toEqual(['quern', 'penstock', 'GFM']);
    expect(stored.map(({ passages: [passage] }) => passage?.split('#')[1])).toEqual(['1', '2', '3']);
    expect(stored[1]?.otherQuestions.length).toBeGreaterThan(0);
    expect(textOf(await review())).toContain('There are no drafts');
    expect(textOf(messageOf(await ana.command('ask', { question: stored[1]?.question ?? '' })))).toContain('sluice');
  });

  it('accepts all of a kind at once, from the one that is shown on', async () => {
    const next = await press(await review(), /Accept all like it \(2\)/);
    expect(textOf(next)).toContain('Added 2 facts');
    expect(textOf(next)).toContain('GFM');
    // The last of a kind is accepted by "Accept" alone.
    expect(buttonsOf(next).map(({ label }) => label)).toEqual(['Accept', 'Edit', 'Skip', 'As CSV']);
    expect(await storedFacts()).toHaveLength(2);
  });

  it('adds a draft as it was corrected in the form, and knows it again under its new name', async () => {
    const message = await review();
    const edit = buttonsOf(message).find(({ label }) => label === 'Edit');
    const form = await ana.click(message, edit?.customId ?? '');
    if (form.kind !== 'modal') throw new Error('No form was opened');
    const next = await changed(
      message,
      messageOf(await ana.submit(form.modal, { subject: 'hand quern', attribute: 'meaning' })),
    );
    expect(textOf(next)).toContain('Added 1 fact');
    const [fact] = await storedFacts();
    expect(fact).toMatchObject({ subject: 'hand quern', attribute: 'meaning' });
    expect(textOf(await review())).toContain('Draft 2 of 3');
  });
});

describe('drafts that nobody has taken', () => {
  it('are completed and shown by /fact in private, marked as drafts', async () => {
    const [choice] = await ana.autocomplete('fact', 'about', 'quer');
    expect(choice?.name).toMatch(/^quern .*\(draft\)$/);
    const message = messageOf(await ana.command('fact', { about: String(choice?.value) }));
    expect(isEphemeral(message)).toBe(true);
    expect(textOf(message)).toContain('Drafted from the text');
    expect(textOf(message)).toContain('> A quern is a hand mill');
    expect(message.components?.[0]?.type).toBe(ComponentType.Container);
  });

  it('become cards by their button and the menu of the message, and are asked', async () => {
    const shown = messageOf(await ana.command('fact', { about: 'What does “quern” mean?' }));
    const front = '**What does “quern” mean?**';
    const added = textOf(messageOf(await ana.click(shown, 'Add to my cards')));
    expect(added).toContain(`${front}\na hand mill that grinds grain between two stones`);
    expect(textOf(messageOf(await ana.messageCommand('Add to my cards', shown)))).toContain('Already in your cards');
    const due = textOf(messageOf(await ana.command('review start')));
    expect(due).toContain('1 new');
    expect(due).toContain(front);
  });

  it('are offered no longer once they were skipped, until they are asked for again', async () => {
    const [{ value = '' } = {}] = await ana.autocomplete('fact', 'about', 'quer');
    const question = 'What does “quern” mean?';
    expect((await ana.autocomplete('ask', 'question', 'quern')).map(({ name }) => name)).toContain(question);
    await press(await review(), /Skip/);
    const isOffered = async () =>
      (await ana.autocomplete('fact', 'about', 'quer')).some(({ name }) => name.startsWith('quern'));
    expect(await isOffered()).toBe(false);
    expect((await ana.autocomplete('ask', 'question', 'quern')).map(({ name }) => name)).not.toContain(question);
    const shown = textOf(messageOf(await ana.command('fact', { about: String(value) })));
    expect(shown).not.toContain('Drafted from the text');
    expect(textOf(messageOf(await ana.command('fact', { about: 'penstock' })))).toContain('penstock');
    await press(await press(await press(await review(), /Skip/), /Skip/), /Show skipped again/);
    expect(await isOffered()).toBe(true);
  });

  it.each(['what is a', 'what does', 'what does “'])(
    'are offered for the beginning of a question: %s',
    async (typed) => {
      const offered = (await ana.autocomplete('ask', 'question', typed)).map(({ name }) => name);
      expect(offered).toContain('What does “quern” mean?');
    },
  );

  it('are not shown where nothing typed fits', async () => {
    expect(await ana.autocomplete('fact', 'about', 'zzqx')).toEqual([]);
  });
});

describe('a question that a draft has word for word', () => {
  it('is answered first by the passage that states it, not by one that only mentions it', async () => {
    const text = [
      'Lights of the Coast',
      'Josiah Quill kept the light for a year.',
      'The Skerry Light was built in 1874 by the engineer Josiah Quill at the end of a long spit of shingle.',
      'Keepers of the coast were paid by the month and lived on bread, fish and tea.',
    ].join('\n\n');
    await addWork('lights.txt', text);
    const shown = textOf(messageOf(await ana.command('ask', { question: 'Who is Josiah Quill?' })));
    expect(shown).toContain('by the engineer');
    const other = textOf(messageOf(await ana.command('ask', { question: 'Who kept the light for a year?' })));
    expect(other).toContain('kept the light');
  });
});
