import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Corpus } from '../../src/search/index/corpus.ts';
import { Postings, packPostings } from '../../src/search/index/postings.ts';
import type { Scored } from '../../src/search/index/related.ts';
import { STOP, termOf } from '../../src/search/index/stream.ts';
import { createIndex } from '../../src/search/index.ts';
import { B, K1 } from '../../src/search/rank/bm25.ts';
import { candidates, Scores, scoresOf } from '../../src/search/rank/candidates.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import { documents, questions } from './generated.ts';

function postingsOf(corpus: Corpus): Postings {
  const packing = packPostings(corpus);
  let step = packing.next();
  while (step.done !== true) step = packing.next();
  return new Postings(step.value);
}

/** The formula as it stands in the textbook, read off the passages' rows word by word. */
function naive(corpus: Corpus, concepts: readonly Scored[]): { document: number; bm25: number }[] {
  const rows = corpus.documents.map((_, document) => {
    const terms: number[] = [];
    for (let at = corpus.offsets.at(document); at < corpus.offsets.at(document + 1); at++) {
      const term = termOf(corpus.entries.at(at));
      if ((corpus.vocabulary.kinds.at(term) & STOP) === 0) terms.push(term);
    }
    return terms;
  });
  const average = Math.max(1, rows.reduce((sum, row) => sum + row.length, 0) / rows.length);
  return rows
    .map((row, document) => ({
      document,
      bm25: concepts.reduce((sum, { alternatives, idf }) => {
        const scores = alternatives.map(({ term, weight }) => {
          const inTitle = (corpus.titles[document] ?? []).includes(term) ? 1 : 0;
          const count = row.filter((other) => other === term).length + inTitle;
          const norm = K1 * (1 - B + (B * row.length) / average);
          return (weight * idf * count * (K1 + 1)) / (count + norm);
        });
        return sum + Math.max(0, ...scores);
      }, 0),
    }))
    .filter(({ bm25 }) => bm25 > 0)
    .sort((a, b) => b.bm25 - a.bm25 || a.document - b.document);
}

describe('the candidates of a question', () => {
  it('are the passages that the plain formula puts first, with its scores, however the lists are cut short', () => {
    const scores = new Scores();
    fc.assert(
      fc.property(documents, questions, fc.integer({ min: 1, max: 6 }), (docs, asked, limit) => {
        const corpus = new Corpus(analyserOf(english), []);
        for (const document of docs) corpus.add(document);
        const postings = postingsOf(corpus);
        const index = createIndex(docs, analyserOf(english));
        for (const question of asked) {
          const { concepts } = index.parse(question);
          const found = candidates(concepts, postings, scores, limit);
          const expected = naive(corpus, concepts);
          expect(found.length).toBe(Math.min(limit, expected.length));
          found.forEach(({ document, bm25 }, at) => {
            expect(bm25).toBeCloseTo(expected[at]?.bm25 ?? -1, 9);
            expect(bm25).toBeCloseTo(expected.find((one) => one.document === document)?.bm25 ?? -1, 9);
          });
          const again = scoresOf(concepts, [...corpus.documents.keys()], postings, scores);
          for (const { document, bm25 } of again) {
            expect(bm25).toBeCloseTo(expected.find((one) => one.document === document)?.bm25 ?? 0, 9);
          }
          expect(scores.total.every((total) => total === 0)).toBe(true);
        }
      }),
      { numRuns: 75 },
    );
  });

  it('can be narrowed to passages that are allowed', () => {
    fc.assert(
      fc.property(documents, questions, (docs, asked) => {
        const index = createIndex(docs, analyserOf(english));
        for (const question of asked) {
          const all = index.search(question, { limit: 50 }).hits.map(({ id }) => id);
          const some = index.search(question, { limit: 50, groups: new Set(['Mills']) }).hits.map(({ id }) => id);
          const mills = new Set(docs.filter(({ group }) => group === 'Mills').map(({ id }) => id));
          expect(new Set(some)).toEqual(new Set(all.filter((id) => mills.has(id))));
        }
      }),
      { numRuns: 60 },
    );
  });
});
