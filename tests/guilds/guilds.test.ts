import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Guilds } from '../../src/guilds/types.ts';
import { ENGLISH_CITATIONS, formatReference, formatShort } from '../../src/material/cite.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { addFile, linkTo, openStage, QUOTA, type Stage } from './stage.ts';

const FERRY =
  'The Ferry Ledger\n\nThe ferry Halcyon was launched at Norhaven in 1911.\n\nIts boiler came from Dunmarrow.';
const MILL = 'The Mill\n\nThe water mill at Ostrel burned down in 1840.';

let stage: Stage;
let guilds: Guilds;

beforeEach(async () => {
  stage = await openStage();
  guilds = stage.guilds();
  stage.files.set('ferry.txt', FERRY).set('mill.txt', MILL);
});

afterEach(() => stage.close());

/** The text of the first excerpt that a server gets for a question. */
async function firstExcerpt(server: string | undefined, question: string, from = guilds): Promise<string> {
  const { knowledge } = await from.open(server);
  return ask(knowledge, question).excerpts[0]?.passage.text ?? '';
}

const QUESTION = 'Where was the ferry Halcyon launched?';

describe('a work that a server adds', () => {
  it('answers there, with its paragraph, word for word', async () => {
    const { steps, result } = await addFile(guilds.library('1'), 'ferry.txt');
    expect(steps).toEqual(['fetch', 'read', 'store', 'index']);
    expect(result).toMatchObject({ ok: true, articles: [{ source: { title: 'The Ferry Ledger' } }] });
    const { knowledge } = await guilds.open('1');
    const answer = ask(knowledge, QUESTION);
    expect(answer.verdict).toBe('answered');
    expect(answer.excerpts[0]?.passage).toMatchObject({ paragraph: 1, kind: 'quote' });
  });

  it('answers nowhere else', async () => {
    await addFile(guilds.library('1'), 'ferry.txt');
    expect(await firstExcerpt('2', QUESTION)).not.toMatch(/Halcyon/);
    expect(await firstExcerpt(undefined, QUESTION)).not.toMatch(/Halcyon/);
  });

  it('stands beside the shipped works, unless the server leaves those out', async () => {
    const shelf = guilds.library('1');
    await addFile(shelf, 'ferry.txt');
    expect(ask((await guilds.open('1')).knowledge, 'When was CELAC founded?').verdict).toBe('answered');
    await shelf.saveSettings({ shipped: false });
    const { knowledge } = await guilds.open('1');
    expect(ask(knowledge, 'When was CELAC founded?').verdict).toBe('absent');
    expect(knowledge.material.articles).toHaveLength(1);
  });

  it('is there for another process at its next question, from the index that the first one kept', async () => {
    const other = stage.guilds();
    expect(await firstExcerpt('1', QUESTION, other)).not.toMatch(/Halcyon/);
    await addFile(guilds.library('1'), 'ferry.txt');
    expect(await firstExcerpt('1', QUESTION, other)).toMatch(/Halcyon/);
    expect(stage.calls.get('saveSnapshot')).toBe(1);
  });

  it('is gone at once when it is removed, and back when it is restored', async () => {
    const shelf = guilds.library('1');
    await addFile(shelf, 'ferry.txt');
    const id = (await shelf.works())[0]?.source.id ?? '';
    expect(await shelf.remove(id)).toBe(true);
    expect(await firstExcerpt('1', QUESTION)).not.toMatch(/Halcyon/);
    expect(await shelf.restore(id)).toMatchObject({ ok: true });
    expect(await firstExcerpt('1', QUESTION)).toMatch(/Halcyon/);
  });

  it('is not added twice', async () => {
    await addFile(guilds.library('1'), 'ferry.txt');
    stage.files.set('again.txt', FERRY);
    const { result } = await addFile(guilds.library('1'), 'again.txt');
    expect(result).toMatchObject({ ok: false, reason: 'duplicate', source: { title: 'The Ferry Ledger' } });
  });

  it('is cited by its title alone where nobody says more', async () => {
    await addFile(guilds.library('1'), 'mill.txt');
    const source = (await guilds.library('1').works())[0]?.source;
    expect(source).toMatchObject({ title: 'The Mill', authors: [], publisher: '' });
    const words = ENGLISH_CITATIONS;
    expect(source && [formatShort(source, words), formatReference(source, words)]).toEqual([
      '“The Mill”',
      '“The Mill”',
    ]);
  });

  it('is cited with semicolons where an author’s name has a comma itself', () => {
    const source = { id: 'mill', title: 'The Mill', publisher: '' };
    const cited = (...authors: string[]) => formatShort({ ...source, authors }, ENGLISH_CITATIONS);
    expect(cited('Orlo, Mara', 'Tom Bell')).toBe('Orlo, Mara; Tom Bell');
    expect(cited('Mara Orlo', 'Tom Bell')).toBe('Mara Orlo, Tom Bell');
    expect(cited('Orlo, Mara')).toBe('Orlo, Mara');
  });
});

describe('what cannot be added', () => {
  it('says why and leaves nothing', async () => {
    stage.files.set('bad.pdf', 'damaged');
    const shelf = guilds.library('1');
    expect((await addFile(shelf, 'bad.pdf')).result).toMatchObject({ ok: false, reason: 'file', problem: 'damaged' });
    expect((await addFile(shelf, 'none.pdf')).result).toMatchObject({ reason: 'file', problem: 'unreachable' });
    expect(await shelf.works()).toEqual([]);
  });

  it('is what exceeds a quota', async () => {
    const shelf = guilds.library('1');
    for (let i = 0; i < QUOTA.works; i++) {
      stage.files.set(`${i}.txt`, `Work ${i}\n\nText ${i}.`);
      expect((await addFile(shelf, `${i}.txt`)).result.ok).toBe(true);
    }
    expect((await addFile(shelf, 'ferry.txt')).result).toMatchObject({ reason: 'works', most: 5, wanted: 6 });
  });

  it('is what one person adds beyond an hour’s share, before the file is even fetched', async () => {
    const shelf = guilds.library('1');
    for (let i = 0; i < QUOTA.additionsPerHour; i++) {
      stage.files.set('n.txt', `Work\n\nText ${i}.`);
      await addFile(shelf, 'n.txt');
      await shelf.remove((await shelf.works()).find(({ removedAt }) => removedAt === undefined)?.source.id ?? '');
    }
    expect(await addFile(shelf, 'ferry.txt')).toMatchObject({ steps: [], result: { reason: 'additionsPerHour' } });
    expect((await addFile(shelf, 'ferry.txt', '8')).result.ok).toBe(true);
  });

  it('does not stop a new version of a work, which takes its place', async () => {
    const shelf = guilds.library('1');
    stage.files.set('tides.txt', 'Tides\n\nThey rise.\n\nThey fall.\n\nThe moon makes them.');
    await addFile(shelf, 'tides.txt');
    stage.files.set('tides.txt', 'Tides\n\nA foreword.\n\nThey rise.\n\nThey fall.\n\nThe moon makes them, mostly.');
    const { result } = await addFile(shelf, 'tides.txt');
    expect(result).toMatchObject({ ok: true, changes: { added: 1, changed: 1, removed: 0, unchanged: 2 } });
    expect(result.ok && result.articles.map(({ passages }) => passages.map(({ text }) => text))).toEqual([
      ['A foreword.', 'They rise.', 'They fall.', 'The moon makes them, mostly.'],
    ]);
    expect(await shelf.works()).toHaveLength(1);
  });

  it('is also what one person brings in vain: reading it costs the same', async () => {
    const shelf = guilds.library('1');
    stage.files.set('bad.txt', 'damaged');
    for (let i = 0; i < QUOTA.additionsPerHour; i++)
      expect((await addFile(shelf, 'bad.txt')).result).toMatchObject({ reason: 'file', problem: 'damaged' });
    expect(await addFile(shelf, 'ferry.txt')).toMatchObject({ steps: [], result: { reason: 'additionsPerHour' } });
    expect((await addFile(guilds.library('2'), 'ferry.txt')).result.ok).toBe(true);
  });

  it('is also what one person brings at the same time', async () => {
    const shelf = guilds.library('1');
    stage.files.set('bad.txt', 'damaged');
    const brought = Array.from({ length: QUOTA.additionsPerHour + 2 }, () => addFile(shelf, 'bad.txt'));
    const refused = (await Promise.all(brought)).map(({ result }) => !result.ok && result.reason);
    expect(refused.filter((reason) => reason === 'file')).toHaveLength(QUOTA.additionsPerHour);
    expect(refused.filter((reason) => reason === 'additionsPerHour')).toHaveLength(2);
  });
});

describe("a server's own fact table", () => {
  const fact = (passage: string) => ({
    id: 'f1',
    subject: 'Halcyon',
    attribute: 'launched',
    otherNames: [],
    otherQuestions: [],
    value: '1911',
    question: 'When was the Halcyon launched?',
    passages: [passage],
    source: passage.split('#')[0],
  });

  it('answers beside the shipped one', async () => {
    const shelf = guilds.library('1');
    await addFile(shelf, 'ferry.txt');
    const id = (await shelf.works())[0]?.source.id ?? '';
    stage.files.set('facts.csv', JSON.stringify([fact(`${id}#1`)]));
    expect(await shelf.replaceFacts(linkTo('facts.csv'), '7')).toEqual({ ok: true, rows: 1 });
    const { knowledge } = await guilds.open('1');
    expect(ask(knowledge, 'When was the Halcyon launched?').entries[0]?.sides[0]?.value).toBe('1911');
    expect(ask(knowledge, 'When was CELAC founded?').entries[0]?.sides).toHaveLength(2);
    expect((await guilds.open('2')).knowledge.entries.all).not.toContainEqual(
      expect.objectContaining({ subject: 'Halcyon' }),
    );
  });

  it('is refused as a whole where a row cites what is not there, with the row', async () => {
    stage.files.set('facts.csv', JSON.stringify([fact('ferry#9')]));
    const result = await guilds.library('1').replaceFacts(linkTo('facts.csv'), '7');
    expect(result).toMatchObject({
      ok: false,
      problem: 'unknownPassages',
      details: [{ row: 2, column: 'passages', reason: 'noSuchPassage', values: { id: 'ferry#9' } }],
    });
  });

  it('goes with its work when that is deleted for good, and is true of no other that bears its name', async () => {
    const shelf = guilds.library('1');
    await addFile(shelf, 'ferry.txt');
    const id = (await shelf.works())[0]?.source.id ?? '';
    stage.files.set('facts.csv', JSON.stringify([fact(`${id}#1`)]));
    await shelf.replaceFacts(linkTo('facts.csv'), '7');
    await shelf.remove(id);
    const now = Date.now() + 1000;
    await stage.store.purge({ removed: now });
    stage.files.set('ferry.txt', 'The Ferry Ledger\n\nAnother work of that name.');
    await addFile(shelf, 'ferry.txt');
    expect((await shelf.works())[0]?.source.id).toBe(id);
    expect((await stage.store.library('1')).facts).toEqual([]);
  });

  it('is emptied by a table without rows', async () => {
    const shelf = guilds.library('1');
    await addFile(shelf, 'ferry.txt');
    const id = (await shelf.works())[0]?.source.id ?? '';
    stage.files.set('facts.csv', JSON.stringify([fact(`${id}#1`)])).set('empty.csv', '[]');
    await shelf.replaceFacts(linkTo('facts.csv'), '7');
    expect(await shelf.replaceFacts(linkTo('empty.csv'), '7')).toEqual({ ok: true, rows: 0 });
    expect((await stage.store.library('1')).facts).toEqual([]);
  });

  it('counts against the memory for indexes', async () => {
    const shelf = guilds.library('1');
    await addFile(shelf, 'ferry.txt');
    await guilds.open('1');
    const before = guilds.indexMemory;
    stage.files.set('facts.csv', JSON.stringify([fact(`${(await shelf.works())[0]?.source.id}#1`)]));
    await shelf.replaceFacts(linkTo('facts.csv'), '7');
    const { knowledge } = await guilds.open('1');
    expect(guilds.indexMemory - before).toBeGreaterThan(knowledge.entries.all.length * 10_000);
  });

  it('counts as an addition of whoever brings it', async () => {
    const shelf = guilds.library('1');
    stage.files.set('empty.csv', '[]');
    for (let i = 0; i < QUOTA.additionsPerHour; i++) await shelf.replaceFacts(linkTo('empty.csv'), '7');
    expect(await shelf.replaceFacts(linkTo('empty.csv'), '7')).toMatchObject({ reason: 'additionsPerHour' });
  });

  it('says nothing from a work that was removed', async () => {
    const shelf = guilds.library('1');
    await addFile(shelf, 'ferry.txt');
    const id = (await shelf.works())[0]?.source.id ?? '';
    stage.files.set('facts.csv', JSON.stringify([fact(`${id}#1`)]));
    await shelf.replaceFacts(linkTo('facts.csv'), '7');
    await shelf.remove(id);
    const { knowledge } = await guilds.open('1');
    expect(knowledge.entries.all.some(({ subject }) => subject === 'Halcyon')).toBe(false);
  });
});

describe('while the store is away', () => {
  it('the shipped material still answers, and what is missing is said', async () => {
    stage.away = true;
    const opened = await guilds.open('1');
    expect(opened.degraded).toBe('missing');
    // It may be a server that wants its answers private: nobody can say now.
    expect(opened.settings.answers).toBe('private');
    expect(ask(opened.knowledge, 'When was CELAC founded?').verdict).toBe('answered');
  });

  it('also where it will not come back by itself: a table is gone', async () => {
    const database = new Database(':memory:');
    const store = await openMemoryStore(database);
    const over = stage.guilds({ store });
    await addFile(over.library('1'), 'ferry.txt');
    database.exec('pragma foreign_keys = off; drop table works');
    const cold = stage.guilds({ store });
    const opened = await cold.open('1');
    expect(opened.degraded).toBe('missing');
    expect(ask(opened.knowledge, 'When was CELAC founded?').verdict).toBe('answered');
    expect(await store.health()).toMatchObject({ ok: false });
  });

  it('a library in memory goes on answering, and is said to be old', async () => {
    await addFile(guilds.library('1'), 'ferry.txt');
    stage.away = true;
    expect(await guilds.open('1')).toMatchObject({ degraded: 'old' });
    expect(await firstExcerpt('1', QUESTION)).toMatch(/Halcyon/);
  });

  it('nobody waits for it at every question', async () => {
    stage.away = true;
    await guilds.open('1');
    const before = stage.calls.get('head');
    await guilds.open('1');
    expect(stage.calls.get('head')).toBe(before);
  });

  it('is asked again soon, although the clock was set back meanwhile', async () => {
    onTestFinished(() => void vi.restoreAllMocks());
    stage.away = true;
    await guilds.open('1');
    stage.away = false;
    const [time, steady] = [Date.now(), performance.now()];
    vi.spyOn(Date, 'now').mockReturnValue(time - 3_600_000);
    vi.spyOn(performance, 'now').mockReturnValue(steady + 4_000);
    expect((await guilds.open('1')).degraded).toBeUndefined();
  });
});

describe('a library that changes', () => {
  it('answers as one that is opened anew, whatever was added, removed, brought back and described', async () => {
    const shelf = guilds.library('1');
    const questions = [
      QUESTION,
      'When did the mill at Ostrel burn down?',
      'What does the Ledger of Halcyon say of boilers?',
    ];
    const look = async (from: Guilds) => {
      const { knowledge } = await from.open('1');
      return questions.map((question) => knowledge.passages.search(question, { limit: 10 }));
    };
    await addFile(shelf, 'ferry.txt');
    const [ferry] = await shelf.works();
    const id = ferry?.source.id ?? '';
    const changes = [
      () => addFile(shelf, 'mill.txt'),
      () => shelf.describe(id, { title: 'Ledger of Halcyon', authors: ['M. Orlo'], publisher: 'The Parish' }),
      () => shelf.remove(id),
      () => shelf.restore(id),
      () => shelf.saveSettings({ shipped: false }),
      () => shelf.remove(id),
      () => shelf.saveSettings({ shipped: true }),
    ];
    for (const change of changes) {
      await change();
      expect(await look(guilds)).toEqual(await look(stage.guilds()));
    }
  });
});

describe('memory', () => {
  it('holds the libraries last used, within its bound', async () => {
    const small = stage.guilds({ memory: 1 });
    await addFile(small.library('1'), 'ferry.txt');
    await addFile(small.library('2'), 'mill.txt');
    const before = stage.calls.get('library') ?? 0;
    expect(await firstExcerpt('2', 'When did the mill at Ostrel burn down?', small)).toMatch(/Ostrel/);
    expect(stage.calls.get('library')).toBe(before);
    expect(await firstExcerpt('1', QUESTION, small)).toMatch(/Halcyon/);
    expect(stage.calls.get('library')).toBe(before + 1);
  });

  it('makes a library once where many ask at once', async () => {
    await addFile(guilds.library('1'), 'ferry.txt');
    const cold = stage.guilds();
    const before = stage.calls.get('library') ?? 0;
    await Promise.all(Array.from({ length: 20 }, () => cold.open('1')));
    expect(stage.calls.get('library')).toBe(before + 1);
  });
});
