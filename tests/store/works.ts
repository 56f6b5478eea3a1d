import type { Article, DraftPassage, Fact } from '../../src/material/types.ts';
import type { Store } from '../../src/store/store.ts';
import type { Addition, NewWork, Quota } from '../../src/store/types.ts';

export const NOON = Date.UTC(2026, 4, 1, 12);
export const ANN = '300000000000000001';
export const BEN = '300000000000000002';

export const ONE = '100000000000000001';
export const TWO = '100000000000000002';

export const AMPLE: Quota = { works: 1000, passages: 1_000_000, bytes: 1_000_000_000, additionsPerHour: 1000 };

/** A work of as many passages as texts are given. */
export function work(title: string, texts: readonly string[], more: Partial<NewWork> = {}): NewWork {
  return {
    about: { title, authors: ['Ana Ilić'], publisher: 'River Press', issued: { year: 1999, month: 5 } },
    passages: texts.map((text, i) => passage(i + 1, text)),
    format: 'markdown',
    fileName: 'danube.md',
    words: texts.join(' ').split(' ').length,
    ...more,
  };
}

export function passage(paragraph: number, text: string, more: Partial<DraftPassage> = {}): DraftPassage {
  return { paragraph, kind: 'quote', text, ...more };
}

export function addition(works: readonly NewWork[], more: Partial<Addition> = {}): Addition {
  return { works, by: ANN, at: NOON, quota: AMPLE, taken: new Set(), ...more };
}

export function fact(source: string, value: string, more: Partial<Fact> = {}): Fact {
  return {
    id: `id-${value}`,
    subject: 'Danube',
    attribute: 'length',
    otherNames: ['long', 'extent'],
    otherQuestions: [],
    value,
    passages: [`${source}#1`],
    source,
    ...more,
  };
}

export const DANUBE = work('The Danube', ['It rises in the Black Forest.', 'It is 2,850 km long.']);
export const RHINE = work('The Rhine', ['It rises in the Alps.']);

/** The ids that works are given. */
export async function added(store: Store, server: string, ...works: readonly NewWork[]): Promise<readonly string[]> {
  const outcome = await store.addWorks(server, addition(works));
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.sources.map(({ id }) => id);
}

export const titles = (articles: readonly Article[]): readonly string[] => articles.map(({ source }) => source.title);
