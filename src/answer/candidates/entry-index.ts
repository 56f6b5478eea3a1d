import type { RankedHit, SearchDocument, SearchIndex, SearchResult } from '../../search/types.ts';
import type { Token } from '../../text/token.ts';
import type { FactEntry } from '../types.ts';
import { isIn } from './entries.ts';

export interface EntryHit {
  readonly entry: FactEntry;
  readonly hit: RankedHit;
}

/** The fact table, searched with the same engine as the passages: each entry is a small document. */
export interface EntryIndex {
  readonly all: readonly FactEntry[];
  search(
    question: string,
    tokens: readonly Token[],
    options: { readonly limit: number; readonly sources?: ReadonlySet<string> | undefined },
  ): {
    readonly hits: readonly EntryHit[];
    readonly words: SearchResult['words'];
  };
}

export function createEntryIndex(all: readonly FactEntry[], index: SearchIndex): EntryIndex {
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  return {
    all,
    search(question, tokens, { limit, sources }) {
      const parsed = index.parse(question, tokens);
      const hits = index.rankHits(parsed, sources === undefined ? limit : all.length).flatMap((hit) => {
        const entry = byId.get(hit.id);
        return entry && isIn(entry, sources) ? [{ entry, hit }] : [];
      });
      return { hits: hits.slice(0, limit), words: parsed.words };
    },
  };
}

/** An entry as the engine indexes it. */
export function entryDocument(entry: FactEntry): SearchDocument {
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
