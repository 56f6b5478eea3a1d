import { strToU8, zipSync } from 'fflate';
import initSqlJs, { type Database } from 'sql.js';
import { describe, expect, it } from 'vitest';
import { readNotes } from '../../src/intake/decks/read.ts';
import { failureOf } from '../../src/intake/failure.ts';
import { readDeck } from '../../src/intake/index.ts';
import type { DeckNote } from '../../src/intake/types.ts';
import { cardsOf } from '../../src/study/anki/notes.ts';
import { writePackage } from '../../src/study/anki/package.ts';
import { writeCardsCsv, writeCardsText } from '../../src/study/anki/table.ts';
import type { CardContent } from '../../src/study/cards/types.ts';

const sqlite = await initSqlJs();

const content = (front: string): CardContent => ({
  front,
  back: 'In 1911 & at night.\n=not a formula\n\n"Quoted", with a comma',
  source: '“The Ferry Ledger”, M. Orlo, 1912',
  paragraph: '¶ 8 (2)',
  page: 'p. xii',
  quotation: 'She was\tlaunched <b>in</b> 1911; so.'.replace('\t', ' '),
});
const cards = ['When?', '=1+1', '# heading', 'a\nb', 'Когда 🙂 &amp;'].map((front, at) => ({
  id: `card-${at}`,
  content: content(front),
}));

const file = (bytes: Uint8Array, name = 'deck') => ({ name, bytes });
const text = (lines: string) => file(new TextEncoder().encode(lines));
const problemOf = (bytes: Uint8Array) =>
  readNotes(file(bytes)).then(
    () => 'read',
    (error: unknown) => failureOf(error).problem,
  );
const pairs = (notes: readonly DeckNote[]) => notes.map(({ fields }) => fields.map((field) => field.text));

/** A collection with these notes, as each version of Anki keeps them. */
function collection(prepare: (database: Database) => void): Uint8Array {
  const database = new sqlite.Database();
  database.run('create table col (models text); create table notes (id integer, guid text, mid integer, flds text)');
  prepare(database);
  const bytes = database.export();
  database.close();
  return bytes;
}

const BIG_ID = '1700000000000000001';

const older = collection((database) => {
  const models = { [BIG_ID]: { flds: [{ name: 'Wort' }, { name: 'Bedeutung' }] } };
  database.run('insert into col values (?)', [JSON.stringify(models)]);
  const flds =
    'der <b>Fluss</b><br>[sound:f.mp3]<img src="a.png">\x1f<div>river&nbsp;&amp; stream</div><style>x</style>';
  database.run(`insert into notes values (2, 'g2', ${BIG_ID}, 'leer\x1f')`);
  database.run(`insert into notes values (1, 'g1', ${BIG_ID}, ?)`, [flds]);
});

const newer = collection((database) => {
  database.run("insert into col values ('')");
  database.run(`create table fields (ntid integer, ord integer, name text, primary key (ntid, ord)) without rowid;
    create unique index idx_fields_name_ntid on fields (name, ntid)`);
  database.run("insert into fields values (7, 1, 'Back'), (7, 0, 'Front')");
  database.run("insert into notes values (1, 'g1', 7, 'hive\x1fBienenstock')");
  // Anki compares names by rules of its own, which no other program has.
  database.run(`pragma writable_schema = on;
    update sqlite_master set sql = replace(sql, 'name text', 'name text collate unicase')`);
});

/** A Zstandard frame of blocks as they are, or each of one byte many times over. */
function zstd(blocks: readonly (Uint8Array | { readonly zeros: number })[]): Uint8Array {
  const parts = blocks.map((block, at) => {
    const isRaw = block instanceof Uint8Array;
    const head = ((isRaw ? block.length : block.zeros) << 3) | (isRaw ? 0 : 2) | Number(at === blocks.length - 1);
    return Buffer.concat([Buffer.from([head & 255, (head >> 8) & 255, head >> 16]), isRaw ? block : Buffer.from([0])]);
  });
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]), ...parts]);
}

const raw = (bytes: Uint8Array) =>
  Array.from({ length: Math.ceil(bytes.length / 100_000) }, (_, at) =>
    bytes.subarray(at * 100_000, (at + 1) * 100_000),
  );

describe('an exported deck', () => {
  it('comes back as it was: as a package, as CSV and as text', async () => {
    const package_ = await writePackage(cards, { deck: 'Footnote', now: 1_700_000_000_000 });
    for (const bytes of [package_, strToU8(writeCardsCsv(cards)), strToU8(writeCardsText(cards))]) {
      const notes = await readNotes(file(bytes));
      expect(notes.flatMap(cardsOf)).toEqual(cards.map((card) => card.content));
      expect(notes.map(({ guid }) => guid)).toEqual(cards.map(({ id }) => `footnote-${id}`));
    }
  });

  it('is read in a process of its own', async () => {
    const bytes = await writePackage(cards, { deck: 'Footnote', now: 1_700_000_000_000 });
    const result = await readDeck(file(bytes, 'deck.apkg'));
    expect(result.ok && result.notes.flatMap(cardsOf)).toEqual(cards.map((card) => card.content));
  });
});

describe("somebody else's deck", () => {
  it('is read from a collection with its models in JSON, HTML as text', async () => {
    const notes = await readNotes(file(zipSync({ 'collection.anki2': older, media: strToU8('{}') })));
    expect(notes[0]).toEqual({
      guid: 'g1',
      fields: [
        { name: 'Wort', text: 'der Fluss\n[image]' },
        { name: 'Bedeutung', text: 'river & stream' },
      ],
    });
    expect(pairs(notes)[1]).toEqual(['leer', '']);
  });

  it('is read from the newest form, in which the old one only asks to update', async () => {
    const notes = await readNotes(file(zipSync({ 'collection.anki21b': zstd(raw(newer)), 'collection.anki2': older })));
    expect(notes).toEqual([
      {
        guid: 'g1',
        fields: [
          { name: 'Front', text: 'hive' },
          { name: 'Back', text: 'Bienenstock' },
        ],
      },
    ]);
  });

  it('is read from a collection that was kept with a log', async () => {
    const logged = new Uint8Array(newer);
    logged.fill(2, 18, 20);
    expect(pairs(await readNotes(file(zipSync({ 'collection.anki21': logged }))))).toEqual([['hive', 'Bienenstock']]);
  });

  it.each([
    ['two columns without a header', 'hive\tBienenstock\nriver\tFluss\n'],
    ['a header', 'Term,Definition\nhive,Bienenstock\nriver,Fluss'],
    ['semicolons, in UTF-8 with a mark', '\ufeffhive;Bienenstock\r\nriver;Fluss\r\n'],
    ['settings and HTML', '#separator:Pipe\n#html:true\n#tags column:1\nx|<b>hive</b>|Bienenstock\ny|river|Fluss'],
  ])('is read from a table with %s', async (_, lines) => {
    expect(pairs(await readNotes(text(lines)))).toEqual([
      ['hive', 'Bienenstock'],
      ['river', 'Fluss'],
    ]);
  });

  it('is read by its tabs where its texts hold other signs more often', async () => {
    expect(pairs(await readNotes(text('||hive|| a, b\tBienenstock\n||river||; c\tFluss\n')))).toEqual([
      ['||hive|| a, b', 'Bienenstock'],
      ['||river||; c', 'Fluss'],
    ]);
  });

  it('that is none, or has nothing in it, is refused', async () => {
    expect(await problemOf(zipSync({ 'notes.txt': strToU8('hive') }))).toBe('noDeck');
    expect(await problemOf(strToU8('%PDF-1.7 hive'))).toBe('noDeck');
    expect(await problemOf(strToU8('just a sentence'))).toBe('noCards');
    expect(await problemOf(zipSync({ 'collection.anki2': collection(() => {}) }))).toBe('noCards');
    expect(await problemOf(new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0]))).toBe('unknownFormat');
  });
});

describe('a deck that is made to harm', () => {
  it('is refused as damaged where it is no SQLite, or cut off', async () => {
    expect(await problemOf(zipSync({ 'collection.anki2': strToU8('SQLite format 3\0 but no more') }))).toBe('damaged');
    expect(await problemOf(zipSync({ 'collection.anki2': older.subarray(0, older.length / 2) }))).toBe('damaged');
    expect(await problemOf(zipSync({ 'collection.anki21b': strToU8('no zstd') }))).toBe('damaged');
    expect(await problemOf(zipSync({ 'collection.anki21b': zstd(raw(newer)).subarray(0, 5000) }))).toBe('damaged');
  });

  it('is refused where it unpacks to too much', async () => {
    expect(await problemOf(zipSync({ 'collection.anki2': new Uint8Array(40_000_000) }))).toBe('tooLarge');
    const bomb = zstd(Array.from({ length: 400 }, () => ({ zeros: 128 * 1024 })));
    expect(bomb.length).toBeLessThan(2000);
    expect(await problemOf(zipSync({ 'collection.anki21b': bomb }))).toBe('tooLarge');
    expect(await problemOf(strToU8('a\tb\n'.repeat(20_001)))).toBe('tooLarge');
  });

  it('is ended where its tables never end', async () => {
    const endless = collection((database) => {
      database.run("insert into col values ('{}'); drop table notes");
      database.run(`create view notes as with recursive n(id) as (select 1 union all select id + 1 from n)
        select id, 'g' as guid, 7 as mid, 'a' as flds from n where id < 0`);
    });
    const result = await readDeck(file(zipSync({ 'collection.anki2': endless })), { timeMs: 1500 });
    expect(result).toEqual({ ok: false, problem: 'tooSlow' });
    // Another file is read as if nothing had been.
    expect(await readDeck(file(zipSync({ 'collection.anki2': older })))).toMatchObject({ ok: true });
  }, 60_000);
});
