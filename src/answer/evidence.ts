import type { Hit, QueryWord } from '../search/types.ts';
import type { EntryHit } from './entry-index.ts';
import {
  type Match,
  matchEntry,
  type Obstacle,
  obstacleTo,
  type QuestionReading,
  readQuestion,
} from './entry-match.ts';
import type { Library } from './library.ts';

/** An entry that was found, compared with the question. */
export interface Candidate extends EntryHit {
  readonly match: Match;
  readonly obstacle: Obstacle | undefined;
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

export function gatherEvidence(library: Library, question: string, source?: string): Evidence {
  const facts = library.entries.search(question, { limit: ENTRIES, ...(source === undefined ? {} : { source }) });
  const { hits, words } = library.passages.search(question, {
    limit: PASSAGES,
    ...(source === undefined ? {} : { groups: new Set([source]) }),
  });
  const reading = readQuestion(question, facts.words, library.read);
  const candidates = facts.hits.map((found) => {
    const entry = library.readingOf(found.entry);
    const match = matchEntry(reading, found, entry, passageRank(found, hits));
    return { ...found, match, obstacle: obstacleTo(reading, found, entry) };
  });
  return { question: reading, candidates, hits, words };
}

/** 1 where the first passage found bears the entry out, falling to 0 by its place. */
function passageRank({ entry }: EntryHit, hits: readonly Hit[]): number {
  const at = hits.slice(0, RANKED).findIndex(({ id }) => entry.rows.some(({ passages }) => passages.includes(id)));
  return at === -1 ? 0 : 1 - at / RANKED;
}
