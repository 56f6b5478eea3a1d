import { Corpus } from './corpus.ts';
import { Engine } from './engine.ts';
import { FuzzyWords } from './fuzzy.ts';
import { Postings, packPostings } from './postings.ts';
import { readSnapshot } from './snapshot.ts';
import type { SearchDocument, Synonyms } from './types.ts';

export { analyse, type Token } from './analyse/analyse.ts';
export { isNumberTerm, isYearTerm } from './analyse/number.ts';
export { splitSentences } from './analyse/sentences.ts';
export { normaliseWord } from './analyse/word.ts';
export { answerTypeOf } from './answer-type.ts';
export { Engine } from './engine.ts';
export { ANSWERED } from './rank/weights.ts';
export type * from './types.ts';
export type { AnswerType } from './words/answer-types.ts';

/** Indexes the documents at once; ids must be unique. For more than a few thousand documents use `buildIndex`. */
export function createIndex(documents: readonly SearchDocument[], synonyms: readonly Synonyms[] = []): Engine {
  const steps = build(documents, synonyms);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Milliseconds of work between two turns of the event loop; one step more may come on top. */
const SLICE_MS = 8;

/** As `createIndex`, in slices, so that the process goes on answering while it indexes. */
export async function buildIndex(
  documents: readonly SearchDocument[],
  synonyms: readonly Synonyms[] = [],
): Promise<Engine> {
  const steps = build(documents, synonyms);
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    begun = performance.now();
  }
}

/** The index that `Engine.save` wrote; undefined where the bytes are of another version of the engine. */
export function loadIndex(bytes: Uint8Array): Engine | undefined {
  const saved = readSnapshot(bytes);
  if (saved === undefined) return undefined;
  const { corpus, postings } = saved;
  const fuzzy = new FuzzyWords(corpus.vocabulary);
  fuzzy.update();
  const removed = corpus.documents.filter((document) => document === undefined).length;
  return new Engine(corpus, fuzzy, new Postings(postings, removed));
}

/** How many characters are read, and words taken into the spelling table, between two yields. */
const CHARACTERS = 20_000;
const WORDS = 1_000;

function* build(documents: readonly SearchDocument[], synonyms: readonly Synonyms[]): Generator<void, Engine> {
  const corpus = new Corpus(synonyms);
  let read = 0;
  for (const document of documents) {
    corpus.add(document);
    read += document.text.length;
    if (read < CHARACTERS) continue;
    read = 0;
    yield;
  }
  const postings = yield* packPostings(corpus);
  const fuzzy = new FuzzyWords(corpus.vocabulary);
  while (fuzzy.update(WORDS)) yield;
  return new Engine(corpus, fuzzy, new Postings(postings));
}
