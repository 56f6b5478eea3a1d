import { Corpus } from './corpus.ts';
import { Engine } from './engine.ts';
import { FuzzyWords } from './fuzzy.ts';
import { buildPostings } from './postings.ts';
import type { SearchDocument, Synonyms } from './types.ts';

export { analyse, type Token } from './analyse/analyse.ts';
export { cardinal, isNumberTerm, isYearTerm, ordinal, quantityTerms, writtenNumber } from './analyse/number.ts';
export { splitSentences } from './analyse/sentences.ts';
export { isStopWord } from './analyse/stop-words.ts';
export { normaliseWord, type Word } from './analyse/word.ts';
export { answerTypeOf } from './answer-type.ts';
export { editDistance, FuzzyWords, type NearWord } from './fuzzy.ts';
export type * from './types.ts';
export { Vocabulary } from './vocabulary.ts';
export type { AnswerType } from './words/answer-types.ts';

/** Indexes the documents at once; ids must be unique. For more than a few thousand documents use `buildIndex`. */
export function createIndex(documents: readonly SearchDocument[], synonyms: readonly Synonyms[] = []): Engine {
  const steps = build(documents, synonyms);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many documents are read, and words taken into the spelling table, between two yields. */
const DOCUMENTS = 32;
const WORDS = 2_000;

function* build(documents: readonly SearchDocument[], synonyms: readonly Synonyms[]): Generator<void, Engine> {
  const corpus = new Corpus(synonyms);
  for (const [at, document] of documents.entries()) {
    corpus.add(document);
    if (at % DOCUMENTS === DOCUMENTS - 1) yield;
  }
  const postings = yield* buildPostings(corpus);
  const fuzzy = new FuzzyWords(corpus.vocabulary);
  while (fuzzy.update(WORDS)) yield;
  return new Engine(corpus, fuzzy, postings);
}
