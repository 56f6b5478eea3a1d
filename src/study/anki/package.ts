import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { type AsyncZippable, type FlateCallback, strToU8, zip } from 'fflate';
import initSqlJs, { type Database } from 'sql.js';
import { inSlices, type Steps } from '../../slices.ts';
import { FIELDS, fieldsOf, guidOf } from './notes.ts';
import { SCHEMA } from './schema.ts';
import type { ExportedCard } from './table.ts';

export interface PackageOptions {
  /** What the deck is called in Anki. */
  readonly deck: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Cards as a package of Anki's (`.apkg`): a zip of a collection in SQLite, of the schema that every version since 2.0
 * reads (11), and of a list of media, of which there are none. All cards are new there. In slices, so that the process
 * goes on answering meanwhile.
 */
export async function writePackage(cards: readonly ExportedCard[], options: PackageOptions): Promise<Uint8Array> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database();
  try {
    await inSlices(fill(database, cards, options));
    return await zipped({ 'collection.anki2': database.export(), media: strToU8('{}') });
  } finally {
    database.close();
  }
}

/** In a thread of its own where there is much to compress. */
const zipped = promisify((files: AsyncZippable, done: FlateCallback) => void zip(files, done));

/** Ids of Anki's are times in milliseconds. These stay the same, so that a second import meets the same note type. */
const MODEL = 1_700_000_000_001;
const DECK = 1_700_000_000_002;
const DEFAULT_DECK = 1;

/** Cards of a transaction. */
const BATCH = 100;

function* fill(database: Database, cards: readonly ExportedCard[], { deck, now }: PackageOptions): Steps<void> {
  const seconds = Math.floor(now / 1000);
  // In memory, and thrown away where anything fails.
  database.run('pragma journal_mode = off');
  yield;
  for (const statement of SCHEMA.split(';')) {
    database.run(statement);
    yield;
  }
  database.run('begin');
  database.run('insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
    seconds,
    now,
    now,
    JSON.stringify(CONF),
    JSON.stringify({ [MODEL]: model(seconds) }),
    JSON.stringify({
      [DEFAULT_DECK]: deckOf(DEFAULT_DECK, 'Default', seconds),
      [DECK]: deckOf(DECK, deck, seconds),
    }),
    JSON.stringify({ 1: DECK_CONF }),
    '{}',
  ]);
  const note = database.prepare(`insert into notes values (?, ?, ${MODEL}, ${seconds}, -1, '', ?, ?, ?, 0, '')`);
  const card = database.prepare(
    `insert into cards values (?, ?, ${DECK}, 0, ${seconds}, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')`,
  );
  for (const [at, { id, content }] of cards.entries()) {
    // What is written at once holds the process up.
    if (at > 0 && at % BATCH === 0) {
      database.run('commit');
      yield;
      database.run('begin');
    }
    const row = now + at;
    const fields = fieldsOf(content).map(toHtml);
    note.run([row, guidOf(id), fields.join('\x1f'), content.front, checksum(content.front)]);
    card.run([row, row, at + 1]);
    yield;
  }
  note.free();
  card.free();
  database.run('commit');
}

/** Fields are HTML. */
function toHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replaceAll('\x1f', ' ')
    .replace(/\r\n?|\n/g, '<br>');
}

/** By which Anki finds notes with the same first field: the first 32 bits of the SHA-1 of its text without tags. */
function checksum(front: string): number {
  return createHash('sha1')
    .update(front.replace(/[\r\n]/g, ''))
    .digest()
    .readUInt32BE(0);
}

/** The note type: Anki's own "Basic" with the citation below the back. */
function model(seconds: number) {
  const field = (name: string, ord: number) => ({
    ...{ name, ord, font: 'Arial', size: 20, media: [], rtl: false, sticky: false },
  });
  const citation = '<div class="citation">{{Source}} {{Paragraph}} {{Page}}</div>';
  const quotation = '{{#Quotation}}<blockquote>{{Quotation}}</blockquote>{{/Quotation}}';
  const template = {
    ...{ name: 'Card 1', ord: 0, did: null, bqfmt: '', bafmt: '' },
    qfmt: '{{Front}}',
    afmt: `{{FrontSide}}<hr id="answer">{{Back}}${quotation}{{#Source}}${citation}{{/Source}}`,
  };
  return {
    ...{ id: MODEL, name: 'Footnote', type: 0, mod: seconds, usn: -1, sortf: 0, did: DECK, tags: [], vers: [] },
    flds: FIELDS.map(field),
    tmpls: [template],
    css: '.card { font-family: arial; font-size: 20px; text-align: center; }\n.citation { font-size: 14px; }',
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    req: [[0, 'all', [0]]],
  };
}

function deckOf(id: number, name: string, seconds: number) {
  const none = [0, 0];
  return {
    ...{ id, name, desc: '', conf: 1, dyn: 0, mod: seconds, usn: -1, collapsed: false, browserCollapsed: false },
    ...{ extendNew: 10, extendRev: 50, newToday: none, revToday: none, lrnToday: none, timeToday: none },
  };
}

const CONF = {
  ...{ activeDecks: [1], addToCur: true, collapseTime: 1200, curDeck: 1, curModel: String(MODEL), dueCounts: true },
  ...{ estTimes: true, newSpread: 0, nextPos: 1, sortBackwards: false, sortType: 'noteFld', timeLim: 0 },
};

const DECK_CONF = {
  ...{ id: 1, name: 'Default', mod: 0, usn: 0, autoplay: true, maxTaken: 60, replayq: true, timer: 0 },
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
};
