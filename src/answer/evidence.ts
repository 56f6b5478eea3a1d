import type { Hit, QueryWord } from '../search/types.ts';
import { type EntryHit, NO_WORDING, NOT_FOUND } from './entry-index.ts';
import {
  isOwnQuestion,
  type Match,
  matchEntry,
  type Obstacle,
  obstacleTo,
  type QuestionReading,
  readQuestion,
} from './entry-match.ts';
import type { EntryReading } from './entry-reading.ts';
import type { Library } from './library.ts';

/** An entry that was found, compared with the question. */
export interface Candidate extends EntryHit {
  readonly reading: EntryReading;
  readonly match: Match;
  readonly obstacle: Obstacle | undefined;
  /** The question asks who, and the entry names somebody. */
  readonly namesWho: boolean;
  /** The table itself says that this entry answers the question. */
  readonly isOwn: boolean;
}

/** Everything found for a question. */
export interface Evidence {
  readonly question: QuestionReading;
  readonly candidates: readonly Candidate[];
  readonly hits: readonly Hit[];
  readonly words: readonly QueryWord[];
}

const ENTRIES = 15;
const PASSAGES = 10;
/** The passage search's first so many places say something of an entry. */
const RANKED = 5;

export function gatherEvidence(library: Library, text: string, source?: string): Evidence {
  const facts = library.entries.search(text, { limit: ENTRIES, ...(source === undefined ? {} : { source }) });
  const { hits, words } = library.passages.search(text, {
    limit: PASSAGES,
    ...(source === undefined ? {} : { groups: new Set([source]) }),
  });
  const question = readQuestion(text, facts.words, library.read);
  const candidates = withOwnEntries(library, question, facts.hits, source).map((found) => {
    const entry = library.readingOf(found.entry);
    const match = matchEntry(question, found, entry, passageRank(found, hits));
    const isOwn = isOwnQuestion(question, entry);
    const obstacle = isOwn ? undefined : obstacleTo(question, found, entry);
    const namesWho = question.type === 'person' && entry.namesPerson;
    return { ...found, reading: entry, match, isOwn, namesWho, obstacle };
  });
  return { question, candidates, hits, words };
}

/** The entries found, and those whose own question this is, should the search have placed them too low. */
function withOwnEntries(
  library: Library,
  question: QuestionReading,
  found: readonly EntryHit[],
  source?: string,
): EntryHit[] {
  const known = new Set(found.map(({ entry }) => entry.id));
  const own = library.entries.all.filter(
    (entry) =>
      !known.has(entry.id) &&
      (source === undefined || entry.rows.some((row) => row.source === source)) &&
      isOwnQuestion(question, library.readingOf(entry)),
  );
  return [...found, ...own.map((entry) => ({ entry, hit: { ...NOT_FOUND, id: entry.id }, wording: NO_WORDING }))];
}

/** 1 where the first passage found bears the entry out, falling to 0 by its place. */
function passageRank({ entry }: EntryHit, hits: readonly Hit[]): number {
  const at = hits.slice(0, RANKED).findIndex(({ id }) => entry.rows.some(({ passages }) => passages.includes(id)));
  return at === -1 ? 0 : 1 - at / RANKED;
}
