import type { APIMessage } from 'discord-api-types/v10';
import {
  type ClientState,
  messageOf,
  type Sandbox,
  type SandboxClient,
  startSandbox,
  studyGroup,
} from 'discord-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Guilds } from '../../src/guilds/types.ts';
import { addFile, openStage, type Stage } from '../guilds/stage.ts';
import { startBot, type TestBot, TRANSPORTS } from '../support/bot.ts';
import { buttonsOf, choicesOf, isEphemeral, textOf } from '../support/message.ts';

const FERRY =
  'The Ferry Ledger\n\nThe ferry Halcyon was launched at Norhaven in 1911.\n\nA berth is the place where the ferry lies.';
const TRAINS = 'The Night Train\n\nA berth is the bed on which a passenger sleeps.\n\nThe train leaves Ostrel at nine.';

describe.each(TRANSPORTS)('a channel with works of its own, over %s', (transport) => {
  let sandbox: Sandbox;
  let stage: Stage;
  let guilds: Guilds;
  let bot: TestBot;
  /** Manages the study group. */
  let ana: SandboxClient;
  let ben: SandboxClient;
  let guild: string;
  let channel: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ world: studyGroup });
    stage = await openStage();
    guilds = stage.guilds();
    bot = await startBot(sandbox, { library: stage.shipped, guilds, store: stage.store, transport });
    [ana, ben] = ['ana', 'ben'].map((name) => sandbox.client(name).in('Study group/general-reading')) as [
      SandboxClient,
      SandboxClient,
    ];
    const state = (await (await fetch(`${sandbox.url}client/state?user=${ana.user.id}`)).json()) as ClientState;
    guild = state.guilds.find(({ name }) => name === 'Study group')?.id ?? '';
    channel = state.channels.find(({ name }) => name === 'general-reading')?.id ?? '';
    stage.files.set('ferry.txt', FERRY).set('trains.txt', TRAINS);
    await addFile(guilds.library(guild), 'ferry.txt');
    await addFile(guilds.library(guild), 'trains.txt');
  });

  beforeEach(() => stage.store.tieChannel(guild, channel, []));

  afterAll(async () => {
    expect(sandbox.violations).toEqual([]);
    await bot.gateway.close();
    await sandbox.close();
    await stage.close();
  });

  const panel = async () => messageOf(await ana.command('settings', { channel }));
  const choiceOf = (message: APIMessage, title: string) =>
    choicesOf(message).find(({ label }) => label.startsWith(title))?.value ?? '';
  /** Ties the channel to the works of these titles, as a manager does it. */
  async function tieTo(...titles: string[]): Promise<APIMessage> {
    const message = await panel();
    return messageOf(
      await ana.select(
        message,
        `tie:${channel}:0`,
        titles.map((title) => choiceOf(message, title)),
      ),
    );
  }
  const answerTo = async (question: string, options = {}, client = ben) =>
    textOf(messageOf(await client.command('ask', { question, ...options })));

  it('is set by those who manage the server, from a list of all works', async () => {
    const before = await panel();
    expect(isEphemeral(before)).toBe(true);
    expect(textOf(before)).toContain(`Sources of <#${channel}>`);
    expect(textOf(before)).toContain('searched equally');
    expect(choicesOf(before).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['The Ferry Ledger', 'The Night Train']),
    );
    expect(choicesOf(before)).toHaveLength(4);
    const tied = await tieTo('The Ferry', 'The Night');
    expect(textOf(tied)).toContain('- The Ferry Ledger\n- The Night Train');
    expect(textOf(messageOf(await ana.command('settings')))).toContain(`<#${channel}>`);
    expect(textOf(await tieTo('The Night'))).not.toContain('- The Ferry');
    const cleared = messageOf(await ana.click(await panel(), 'Search all equally'));
    expect(textOf(cleared)).toContain('searched equally');
    expect(buttonsOf(cleared)).toEqual([]);
    expect(textOf(messageOf(await ana.command('settings')))).toContain('No channel has sources of its own');
    const refused = messageOf(await ben.command('settings', { channel }));
    expect(textOf(refused)).toContain('Manage Server');
  });

  it('is answered from them, and says so', async () => {
    await tieTo('The Ferry');
    const ferry = await answerTo('What is a berth?');
    expect(ferry).toContain('-# Searched first: The Ferry Ledger');
    expect(ferry).toContain('where the ferry lies');
    expect(ferry).not.toContain('passenger');
    await tieTo('The Night');
    expect(await answerTo('What is a berth?')).toMatch(/Searched first: The Night Train[\s\S]*passenger/);
    const elsewhere = await answerTo('What is a berth?', {}, ben.in('Study group/latin-america'));
    expect(elsewhere).not.toContain('Searched');
  });

  it('goes on to everything where they do not answer, and says so', async () => {
    await tieTo('The Ferry');
    const found = await answerTo('When does the night train leave Ostrel?');
    expect(found).toContain('-# Searched The Ferry Ledger first, then everything.');
    expect(found).toContain('at nine');
    const absent = await answerTo('How long do I boil an egg?');
    expect(absent).toMatch(/first, then everything[\s\S]*couldn’t find this/);
  });

  it('is searched whole with "everything" as the source, which its completion offers', async () => {
    await tieTo('The Night');
    const [first, second] = await ben.autocomplete('ask', 'source', '');
    expect(first).toEqual({ name: 'everything', value: 'everything' });
    expect(second?.name).toMatch(/^The Night Train/);
    expect((await ben.autocomplete('ask', 'source', 'every')).map(({ value }) => value)).toContain('everything');
    expect((await ben.autocomplete('ask', 'source', 'ferry')).map(({ value }) => value)).not.toContain('everything');
    const wide = await answerTo('When does the night train leave Ostrel?', { source: 'everything' });
    expect(wide).not.toContain('Searched');
    const elsewhere = ben.in('Study group/latin-america');
    expect((await elsewhere.autocomplete('ask', 'source', '')).map(({ value }) => value)).not.toContain('everything');
    expect(await answerTo('What is a berth?', { source: 'everything' }, elsewhere)).toContain('berth');
  });

  it('has its own facts and questions first in completion, and says in /fact where it looked', async () => {
    await tieTo('Russia Seeks');
    const questions = await ben.autocomplete('ask', 'question', '');
    const facts = await ben.autocomplete('fact', 'about', '');
    await tieTo('The Night');
    const drafted = await ben.autocomplete('ask', 'question', '');
    expect(drafted[0]?.name).toMatch(/berth/);
    expect(drafted.length).toBeGreaterThan(10);
    expect(questions[0]).not.toEqual(drafted[0]);
    const fact = textOf(messageOf(await ben.command('fact', { about: String(facts[0]?.value) })));
    expect(fact).toContain('-# Searched The Night Train first, then everything.');
    await tieTo('Russia Seeks');
    expect(textOf(messageOf(await ben.command('fact', { about: String(facts[0]?.value) })))).toContain(
      'Searched first:',
    );
  });

  it('has rounds of its own works, of all with "everything", and of all where its works give no question', async () => {
    let begun = '';
    const intro = async (options: Record<string, string | number>) => {
      const before = new Set(ana.messages().map(({ id }) => id));
      begun = textOf(messageOf(await ana.command('quiz start', { questions: 1, seed: 3, ...options })));
      const posted = ana.messages().find((message) => !before.has(message.id) && !isEphemeral(message));
      await ana.click(messageOf(await ana.command('quiz start')), 'End that round');
      return posted ? textOf(posted) : 'nothing';
    };
    await tieTo('The Ferry');
    expect(await intro({})).toContain('-# Only from The Ferry');
    expect(await intro({ mode: 'order' })).toMatch(/## Quiz(?![\s\S]*Only from)/);
    expect(await intro({ source: 'Russia Seeks' })).toContain('-# Only from Russia Seeks');
    await tieTo('Russia Seeks', 'The Ferry');
    expect(await intro({})).toMatch(/^## Quiz\n-# Only from .*Russia Seeks/m);
    expect(begun).not.toContain('That gives');
    await intro({ questions: 30, about: 'CELAC founded' });
    expect(begun).toMatch(/That gives \d questions?, not 30\./);
    expect(await intro({ source: 'everything' })).toMatch(/## Quiz(?![\s\S]*Only from)/);
    expect((await ben.autocomplete('quiz start', 'source', ''))[0]?.value).toBe('everything');
  });

  it('has the dates of its own works, turned and drawn from these too', async () => {
    const dates = async (options = {}, client = ben) => messageOf(await client.command('timeline', options));
    await tieTo('The Ferry');
    const own = textOf(await dates());
    expect(own).toContain('-# Only from The Ferry Ledger');
    expect(own).toContain('**1911** The ferry Halcyon was launched');
    expect(own).toContain('1 date');
    expect(textOf(await dates({ source: 'everything' }))).not.toMatch(/Only from|1 date$/m);
    expect(textOf(await dates({}, ben.in('Study group/latin-america')))).not.toContain('Only from');
    const beyond = textOf(await dates({ about: 'CELAC' }));
    expect(beyond).toMatch(/CELAC[\s\S]*201[01]/);
    expect(beyond).not.toContain('Only from');
    const drawn = async (options: Record<string, string>) =>
      JSON.stringify(messageOf(await ben.click(await dates(options), 'As a picture')).components);
    expect(await drawn({})).toMatch(/Halcyon(?![\s\S]*Moscow Times)/);
    expect(await drawn({ source: 'Russia Seeks' })).toMatch(/Moscow Times(?![\s\S]*Halcyon)/);
    expect(await drawn({ source: 'everything' })).toMatch(/Halcyon[\s\S]*Moscow Times/);
  });

  it('is compared within its works where two of them speak of the topic, else beginning with them', async () => {
    const compared = async (options: Record<string, string>) =>
      textOf(messageOf(await ben.command('compare', options)));
    await tieTo('The Night');
    const [, headOfOne] = (await compared({ topic: 'berth' })).split('\n');
    expect(headOfOne).toMatch(/Night Train.* · .*Ferry/);
    await tieTo('The Ferry');
    expect((await compared({ topic: 'berth' })).split('\n')[1]).toMatch(/Ferry.* · .*Night Train/);
    const [first] = await ben.autocomplete('compare', 'sources', '');
    expect(first?.value).toBe('everything');
    stage.files.set('port.txt', 'Norhaven Harbour\n\nA berth is let by the day, and a berth at the quay by the hour.');
    const library = guilds.library(guild);
    await addFile(library, 'port.txt');
    expect(await compared({ topic: 'berth' })).toContain('Norhaven Harbour');
    await tieTo('The Ferry', 'The Night');
    expect(await compared({ topic: 'berth' })).not.toContain('Norhaven Harbour');
    expect(await compared({ topic: 'berth', sources: 'everything' })).toContain('Norhaven Harbour');
    const id = (await library.works()).find(({ source }) => source.title === 'Norhaven Harbour')?.source.id ?? '';
    await library.remove(id);
  });

  it('has its works first where a work is chosen', async () => {
    await tieTo('The Night');
    for (const command of ['overview', 'sources', 'cite'])
      expect((await ben.autocomplete(command, 'source', ''))[0]?.name).toMatch(/^The Night Train/);
  });

  it('is like any other while its works are removed, and as before once they are back', async () => {
    const library = guilds.library(guild);
    await tieTo('The Night');
    const id = (await library.works()).find(({ source }) => source.title === 'The Night Train')?.source.id ?? '';
    await library.remove(id);
    expect(await answerTo('What is a berth?')).not.toContain('Searched');
    await tieTo('The Ferry');
    await library.restore(id);
    expect(textOf(await panel())).toContain('- The Ferry Ledger\n- The Night Train');
  });
});
