import type { Hit, QueryWord } from '../search/types.ts';
import type { EntryHit } from './entry-index.ts';
import { type Match, matchEntry } from './entry-match.ts';
import type { EntryReading } from './entry-reading.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { type Obstacle, obstacleTo } from './obstacles.ts';
import { isOwnQuestion } from './own-question.ts';
import { type QuestionReading, readQuestion } from './question-reading.ts';
import type { FactEntry } from './types.ts';

/** An entry that was found, compared with the question. */
export interface Candidate extends EntryHit {
  readonly reading: EntryReading;
  readonly match: Match;
  readonly obstacle: Obstacle | undefined;
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

/** So many entries are compared that the search finds, and so many that the question most likely asks for. */
const FOUND = 15;
const ASKED_FOR = 10;
/** The search is heard on so many, should the question ask for one that it puts far down. */
const RATED = 60;
/** A search score counts as no farther behind the best than this. */
const FARTHEST = 5;
const PASSAGES = 10;
/** The passage search's first so many places say something of an entry. */
const RANKED = 5;

export function gatherEvidence(library: KnowledgeBase, text: string, source?: string): Evidence {
  const facts = library.entries.search(text, { limit: RATED, ...(source === undefined ? {} : { source }) });
  const { hits, words } = library.passages.search(text, {
    limit: PASSAGES,
    ...(source === undefined ? {} : { groups: new Set([source]) }),
  });
  const question = readQuestion(text, facts.words, library.read);
  const askings = library.askings(text, question.respelt);
  const chosen = choose(library, question, facts.hits, askings.best(ASKED_FOR), source);
  const top = facts.hits[0]?.hit.score ?? 0;
  const compared = chosen.map((found) => ({ found, asking: askings.of(found.entry) }));
  const likeliest = Math.max(...compared.map(({ asking }) => asking.likelihood));
  const candidates = compared.map(({ found, asking }) => {
    const reading = library.readingOf(found.entry);
    const standing = {
      passageRank: passageRank(found, hits),
      lessLikely: asking.likelihood - likeliest,
      keywordsBehind: question.isKeywords ? Math.max(-FARTHEST, found.hit.score - top) : 0,
    };
    const match = matchEntry(question, found, reading, asking, standing, askings.rarity);
    const isOwn = isOwnQuestion(question, reading);
    const obstacle = isOwn ? undefined : obstacleTo(question, found, reading);
    return { ...found, reading, match, isOwn, obstacle };
  });
  return { question, candidates, hits, words };
}

/** The entries that the search finds, those that the question most likely asks for, and those whose own question it is. */
function choose(
  library: KnowledgeBase,
  question: QuestionReading,
  found: readonly EntryHit[],
  likely: readonly FactEntry[],
  source?: string,
): EntryHit[] {
  const hits = new Map(found.map(({ entry, hit }) => [entry, hit]));
  const own = library.entries.all.filter((entry) => isOwnQuestion(question, library.readingOf(entry)));
  const others = [...likely, ...own].filter(
    (entry) => source === undefined || entry.rows.some((row) => row.source === source),
  );
  const chosen = new Set([...found.slice(0, FOUND).map(({ entry }) => entry), ...others]);
  return [...chosen].map((entry) => ({ entry, hit: hits.get(entry) ?? { ...NOT_FOUND, id: entry.id } }));
}

/** What the search has to say of an entry that it did not find. */
const NOT_FOUND: Hit = {
  id: '',
  score: Number.NEGATIVE_INFINITY,
  confidence: 0,
  coverage: 0,
  marks: [],
  window: [0, 0],
  missing: [],
};

/** 1 where the first passage found bears the entry out, falling to 0 by its place. */
function passageRank({ entry }: EntryHit, hits: readonly Hit[]): number {
  const at = hits.slice(0, RANKED).findIndex(({ id }) => entry.rows.some(({ passages }) => passages.includes(id)));
  return at === -1 ? 0 : 1 - at / RANKED;
}
