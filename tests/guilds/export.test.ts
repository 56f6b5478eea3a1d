import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addedView } from '../../commands/library/view.ts';
import { ask } from '../../src/answer/ask.ts';
import type { Guilds } from '../../src/guilds/types.ts';
import { readDeck, readFacts, readFile } from '../../src/intake/index.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { packageRoot } from '../../src/root.ts';
import { addFile, linkTo, openStage, QUOTA, type Stage } from './stage.ts';

const FIXTURES = join(packageRoot, 'tests', 'fixtures', 'intake');
const CASES = ['md-lists/input.md', 'txt-scraped-news/input.txt', 'pdf-book/input.pdf', 'docx-clean/input.docx'];

let stage: Stage;
let guilds: Guilds;
/** What lies with Discord, by name. */
const files = new Map<string, Uint8Array>();

beforeEach(async () => {
  stage = await openStage();
  guilds = stage.guilds({
    intake: { readFile, readFacts, readDeck },
    quota: { ...QUOTA, works: 20, passages: 1000 },
    files: { most: 1e7, fetch: async ({ name }) => files.get(name) ?? 'unreachable' },
  });
  for (const path of CASES) files.set(path.replace('/', '-'), readFileSync(join(FIXTURES, path)));
});
afterEach(() => stage.close());

const addAll = async (server: string) => {
  for (const path of CASES)
    expect((await addFile(guilds.library(server), path.replace('/', '-'))).result.ok).toBe(true);
};

/** What a server says to questions made of its own sentences, and to one that its fact table answers. */
async function answers(server: string): Promise<unknown[]> {
  const { knowledge } = await guilds.open(server);
  const own = knowledge.material.articles.filter(({ passages }) => passages[0]?.kind === 'quote');
  const questions = own.flatMap(({ passages }) => passages.map(({ text }) => text.split(/[.!?]/)[0] ?? ''));
  return [...questions, 'How wide is the mill?'].map((question) => {
    const { verdict, entries, excerpts } = ask(knowledge, question);
    return { question, verdict, sides: entries.map(({ sides }) => sides.map(({ value }) => value)), excerpts };
  });
}

it('brings back the same answers after everything was deleted', async () => {
  await addAll('1');
  const mill = (await guilds.library('1').works()).find(({ source }) => /Mill/.test(source.title))?.source.id;
  const table = `subject,attribute,value,unit,as_of,passages,other_names,question\nmill,width,12,metres,2018,${mill}#1,wide,How wide is the mill?\n`;
  files.set('facts.csv', new TextEncoder().encode(table));
  expect(await guilds.library('1').replaceFacts(linkTo('facts.csv'), '7')).toEqual({ ok: true, rows: 1 });
  const before = await answers('1');
  expect(before.length).toBeGreaterThan(20);
  expect(JSON.stringify(before)).toContain('[["12"]]');

  files.set('library.zip', (await guilds.library('1').export()) ?? new Uint8Array());
  await stage.store.deleteGuild('1');
  expect((await guilds.library('1').works()).length).toBe(0);
  const { result } = await addFile(guilds.library('1'), 'library.zip');
  expect(result).toMatchObject({ ok: true, facts: 1 });
  expect(await answers('1')).toEqual(before);
});

it('reads back elsewhere, where the ids are taken, with its facts citing the works by their new ids', async () => {
  await addAll('1');
  const works = await guilds.library('1').works();
  const id = works[0]?.source.id ?? '';
  const table = `subject,attribute,value,unit,as_of,passages,other_names,question\nroad,colour,blue,,,${id}#1,,What colour is the road?\n`;
  files.set('facts.csv', new TextEncoder().encode(table));
  await guilds.library('1').replaceFacts(linkTo('facts.csv'), '7');
  files.set('library.zip', (await guilds.library('1').export()) ?? new Uint8Array());

  files.set('other.md', new TextEncoder().encode(`# ${works[0]?.source.title}\n\nAnother work of that name.\n`));
  await addFile(guilds.library('2'), 'other.md');
  await addFile(guilds.library('2'), 'library.zip');
  const { knowledge } = await guilds.open('2');
  const [entry] = ask(knowledge, 'What colour is the road?').entries;
  expect(entry?.sides[0]?.value).toBe('blue');
  const cited = knowledge.material.passages.get(entry?.rows[0]?.passages[0] ?? '');
  expect(cited?.text).not.toContain('Another work');
});

it('of many works is taken in at once, and taken back at once', async () => {
  for (let i = 0; i < 15; i++) {
    files.set(`${i}.md`, new TextEncoder().encode(`# Work ${i}\n\nThe text of number ${i}.\n`));
    await addFile(guilds.library('1'), `${i}.md`, String(i));
  }
  files.set('library.zip', (await guilds.library('1').export()) ?? new Uint8Array());
  const { result } = await addFile(guilds.library('2'), 'library.zip');
  if (!result.ok) throw new Error(result.reason);
  expect(result.articles).toHaveLength(15);
  const added = (await guilds.library('2').works()).filter(({ addedAt }) => addedAt === result.at);
  expect(added).toHaveLength(15);
  expect(addedView(result, messagesFor('en'))).toHaveLength(1);
});

it('has nothing to give where nothing is stored', async () => {
  expect(await guilds.library('1').export()).toBeUndefined();
});
