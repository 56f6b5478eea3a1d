import { analyse, createIndex } from '../search/index.ts';
import type { Hit, SearchResult, Synonyms } from '../search/types.ts';
import type { FactEntry } from './types.ts';

/** An entry that was found, as the engine rates it. */
export interface EntryHit {
  readonly entry: FactEntry;
  /** The entry taken for a small passage: its subject, attribute, values and names. */
  readonly hit: Hit;
  /** That of its questions which comes nearest. */
  readonly wording: WordingHit;
}

/** A question of the table beside the one asked. */
export interface WordingHit {
  /** The engine's score, and what it lacks of the best question's of any entry: 0 for that one. */
  readonly behind: number;
  readonly confidence: number;
  /** Share of the question asked that this one holds, by weight. */
  readonly coverage: number;
  /** Turned round: the share of this one's informative words that the question asked holds, 0..1. */
  readonly held: number;
}

/** The fact table, searched with the same engine as the passages. */
export interface EntryIndex {
  readonly all: readonly FactEntry[];
  search(
    question: string,
    options: { readonly limit: number; readonly source?: string },
  ): {
    readonly hits: readonly EntryHit[];
    readonly words: SearchResult['words'];
  };
}

/** What the search has to say of an entry, or a question, that it did not find. */
export const NOT_FOUND: Hit = { id: '', score: 0, confidence: 0, coverage: 0, marks: [], window: [0, 0], missing: [] };
const FARTHEST = 10;
export const NO_WORDING: WordingHit = { behind: FARTHEST, confidence: 0, coverage: 0, held: 0 };
/** Questions of the table that are compared with the one asked. */
const WORDINGS = 40;

export function createEntryIndex(all: readonly FactEntry[], synonyms: readonly Synonyms[]): EntryIndex {
  const index = createIndex(all.map(asDocument), synonyms);
  const wordings = wordingIndex(all, synonyms);
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  return {
    all,
    search(question, { limit, source }) {
      const result = index.search(question, { limit: all.length });
      const asked = wordings(question);
      const isWanted = (entry: FactEntry) => source === undefined || entry.rows.some((row) => row.source === source);
      const hits = result.hits.flatMap((hit) => {
        const entry = byId.get(hit.id);
        return entry && isWanted(entry) ? [{ entry, hit, wording: asked.get(entry.id) ?? NO_WORDING }] : [];
      });
      const known = new Set(hits.map(({ entry }) => entry.id));
      const missed = [...asked].flatMap(([id, wording]) => {
        const entry = byId.get(id);
        return entry && !known.has(id) && isWanted(entry) ? [{ entry, hit: { ...NOT_FOUND, id }, wording }] : [];
      });
      const found = [
        ...hits.slice(0, limit),
        ...hits.slice(limit).filter(({ entry }) => asked.has(entry.id)),
        ...missed,
      ];
      return { hits: found, words: result.words };
    },
  };
}

/** An index of the table's questions, each a document of its own: from a question asked to the best of each entry. */
function wordingIndex(all: readonly FactEntry[], synonyms: readonly Synonyms[]) {
  const wordings = new Map(
    all.flatMap((entry) =>
      questionsOf(entry).map((text, at) => [
        `${entry.id}/${at}`,
        { entry, text, length: analyse(text).filter(({ stop }) => !stop).length },
      ]),
    ),
  );
  const documents = [...wordings].map(([id, { entry, text }]) => ({
    id,
    group: entry.id,
    title: entry.subject,
    heading: entry.attribute,
    text,
  }));
  const index = createIndex(documents, synonyms);
  return (question: string): ReadonlyMap<string, WordingHit> => {
    const { hits } = index.search(question, { limit: WORDINGS });
    const best = new Map<string, WordingHit>();
    const top = hits[0]?.score ?? 0;
    for (const { id, score, confidence, coverage, marks } of hits) {
      const wording = wordings.get(id);
      if (!wording || best.has(wording.entry.id)) continue;
      const held = Math.min(1, marks.length / Math.max(1, wording.length));
      best.set(wording.entry.id, { behind: Math.min(FARTHEST, top - score), confidence, coverage, held });
    }
    return best;
  };
}

/** Every question that the table has for an entry, each once. */
export function questionsOf({ rows }: FactEntry): string[] {
  return [
    ...new Set(
      rows.flatMap(({ question, otherQuestions }) => [
        ...(question === undefined ? [] : [question]),
        ...otherQuestions,
      ]),
    ),
  ];
}

function asDocument(entry: FactEntry) {
  const { subject, attribute, asOf = '' } = entry;
  const questions = new Set(entry.rows.map(({ question }) => question ?? ''));
  const names = new Set(entry.rows.flatMap(({ otherNames }) => otherNames));
  const values = entry.sides.map(({ value, unit = '' }) => `${value} ${unit}`);
  return {
    id: entry.id,
    group: entry.subject,
    title: subject,
    heading: attribute,
    text: [`${subject}: ${attribute} ${values.join('; ')} ${asOf}.`, ...questions, `${[...names].join(', ')}.`].join(
      ' ',
    ),
  };
}
