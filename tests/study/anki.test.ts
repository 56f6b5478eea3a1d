import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cardsOf, FIELDS } from '../../src/study/anki/notes.ts';
import { writePackage } from '../../src/study/anki/package.ts';
import { writeCardsCsv, writeCardsText } from '../../src/study/anki/table.ts';
import type { CardContent } from '../../src/study/cards/types.ts';

const NOON = Date.UTC(2026, 4, 1, 12);

const ferry: CardContent = {
  front: 'When was the ferry <Halcyon> launched?',
  back: 'In 1911 & at night.\n=not a formula',
  source: '“The Ferry Ledger”, M. Orlo, 1912',
  paragraph: '¶ 8 (2)',
  page: 'p. xii',
  quotation: 'She was launched\nin "1911".',
};
const boiler: CardContent = { ...ferry, front: '=1+1', back: '2', source: '', paragraph: '', page: '', quotation: '' };
const cards = [
  { id: 'aaaaaaaa', content: ferry },
  { id: 'bbbbbbbb', content: boiler },
];

/** The collection of a package, opened by a SQLite that did not write it. */
function open(bytes: Uint8Array): { database: Database.Database; files: Record<string, Uint8Array> } {
  const files = unzipSync(bytes);
  const folder = mkdtempSync(join(tmpdir(), 'footnote-deck-'));
  const path = join(folder, 'collection.anki2');
  writeFileSync(path, files['collection.anki2'] ?? '');
  const database = new Database(path);
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  return { database, files };
}

describe('a package for Anki', () => {
  it('holds a whole collection of version 11: a note and a new card for each, and no media', async () => {
    const { database, files } = open(await writePackage(cards, { deck: 'Footnote', now: NOON }));
    const get = (query: string) => database.prepare(query).get() as Record<string, unknown>;
    const all = (query: string) => database.prepare(query).all() as Record<string, unknown>[];
    expect(Object.keys(files).sort()).toEqual(['collection.anki2', 'media']);
    expect(new TextDecoder().decode(files.media)).toBe('{}');
    expect(get('pragma integrity_check')).toMatchObject({ integrity_check: 'ok' });
    expect(all("select name from sqlite_master where type = 'table' order by name").map(({ name }) => name)).toEqual([
      'cards',
      'col',
      'graves',
      'notes',
      'revlog',
    ]);
    expect(get('select count(*) as notes from notes')).toMatchObject({ notes: 2 });
    expect(get('select count(*) as cards from cards where type = 0 and queue = 0')).toMatchObject({ cards: 2 });
    expect(get('select count(*) as lost from cards where nid not in (select id from notes)')).toMatchObject({
      lost: 0,
    });
    const col = get('select ver, models, decks, dconf, conf from col');
    expect(col.ver).toBe(11);
    const [model] = Object.values(JSON.parse(String(col.models))) as [{ id: number; flds: { name: string }[] }];
    expect(model.flds.map(({ name }) => name)).toEqual([...FIELDS]);
    expect(get('select count(distinct mid) as types, min(cast(mid as text)) as type from notes')).toMatchObject({
      types: 1,
      type: String(model.id),
    });
    const decks = JSON.parse(String(col.decks)) as Record<string, { name: string; conf: number }>;
    const deck = get('select min(cast(did as text)) as deck from cards').deck as string;
    expect(decks[deck]?.name).toBe('Footnote');
    expect(JSON.parse(String(col.dconf))).toHaveProperty(String(decks[deck]?.conf));
  });

  it('holds every card in order, however many there are', async () => {
    const many = Array.from({ length: 250 }, (_, at) => ({
      id: `card-${at}`,
      content: { ...ferry, front: `Ferry ${at}?` },
    }));
    const { database } = open(await writePackage(many, { deck: 'Footnote', now: NOON }));
    const rows = database
      .prepare('select n.sfld, c.due from notes n join cards c on c.nid = n.id order by c.due')
      .all();
    expect(rows).toEqual(many.map(({ content }, at) => ({ sfld: content.front, due: at + 1 })));
    expect(database.prepare('pragma integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  });

  it('keeps each field as HTML, under a name that stays the same', async () => {
    const { database } = open(await writePackage(cards, { deck: 'Footnote', now: NOON }));
    const later = open(await writePackage(cards.slice(0, 1), { deck: 'Footnote', now: NOON + 1e9 }));
    const query = 'select guid, flds, sfld, csum from notes order by id';
    const [first] = database.prepare(query).all() as Record<string, unknown>[];
    expect(first?.flds).toBe(
      [
        'When was the ferry &lt;Halcyon&gt; launched?',
        'In 1911 &amp; at night.<br>=not a formula',
        '“The Ferry Ledger”, M. Orlo, 1912',
        '¶ 8 (2)',
        'p. xii',
        'She was launched<br>in "1911".',
      ].join('\x1f'),
    );
    expect(first?.sfld).toBe(ferry.front);
    // SHA-1 of the first field begins with these 32 bits.
    expect(Number(first?.csum)).toBe(0x2abe26e5);
    expect((later.database.prepare(query).all() as Record<string, unknown>[])[0]?.guid).toBe(first?.guid);
  });
});

describe('a table of cards', () => {
  it('is CSV in which no cell is a formula', () => {
    expect(writeCardsCsv(cards.slice(1))).toBe(
      "GUID,Front,Back,Source,Paragraph,Page,Quotation\nfootnote-bbbbbbbb,'=1+1,2,,,,\n",
    );
  });

  it('is text that tells Anki how to read it', () => {
    expect(writeCardsText(cards)).toBe(
      '#separator:tab\n#html:false\n#guid column:1\n#columns:GUID\tFront\tBack\tSource\tParagraph\tPage\tQuotation\n' +
        'footnote-aaaaaaaa\tWhen was the ferry <Halcyon> launched?\t"In 1911 & at night.\n=not a formula"\t' +
        '“The Ferry Ledger”, M. Orlo, 1912\t¶ 8 (2)\tp. xii\t"She was launched\nin ""1911""."\n' +
        'footnote-bbbbbbbb\t=1+1\t2\t\t\t\t\n',
    );
  });
});

describe("a note of somebody else's deck", () => {
  const note = (...texts: string[]) => ({ fields: texts.map((text, at) => ({ name: `Field ${at}`, text })) });

  it('asks its first field and answers its second', () => {
    expect(cardsOf(note('hive', 'Bienenstock', 'a note'))).toEqual([
      { front: 'hive', back: 'Bienenstock', source: '', paragraph: '', page: '', quotation: '' },
    ]);
  });

  it('is no card where one of them is empty', () => {
    expect(cardsOf(note('hive', ''))).toEqual([]);
    expect(cardsOf(note('hive'))).toEqual([]);
  });

  it('with gaps is a card for each number of a gap, which its front does not give away', () => {
    const texts = cardsOf(note('{{c1::CELAC}} was founded in {{c2::2010::year}}, {{c1::it}} is said.', 'See ¶ 3.'));
    expect(texts.map(({ front }) => front)).toEqual([
      '[…] was founded in 2010, […] is said.',
      'CELAC was founded in [year], it is said.',
    ]);
    expect(texts[0]?.back).toBe('CELAC was founded in 2010, it is said.\n\nSee ¶ 3.');
  });
});
