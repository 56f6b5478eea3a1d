import { atOnce, type Steps } from '../slices.ts';
import type { Analyser } from '../text/analyser.ts';
import { Engine } from './engine.ts';
import { Corpus } from './index/corpus.ts';
import { FuzzyWords } from './index/fuzzy.ts';
import { TermGrams } from './index/grams.ts';
import { type PackedPostings, Postings, packPostings } from './index/postings.ts';
import { readSnapshot } from './index/snapshot.ts';
import type { SearchDocument, Synonyms } from './types.ts';

/** How many characters are read, and words taken into the tables of spellings and of grams, in one step. */
const CHARACTERS = 2_000;
const WORDS = 256;

/** An index from documents. */
export function* build(
  documents: readonly SearchDocument[],
  analyser: Analyser,
  synonyms: readonly Synonyms[],
): Steps<Engine> {
  const corpus = new Corpus(analyser, synonyms);
  let read = 0;
  for (const document of documents) {
    corpus.add(document, analyser);
    read += document.text.length;
    if (read < CHARACTERS) continue;
    read = 0;
    yield;
  }
  return yield* assemble(corpus, yield* packPostings(corpus));
}

/** An index from a snapshot; undefined where the bytes are none, or in another language. */
export function* open(bytes: Uint8Array, analyser: Analyser): Steps<Engine | undefined> {
  const saved = yield* readSnapshot(bytes, analyser);
  return saved && (yield* assemble(saved.corpus, saved.postings));
}

/** The same at once. The tables of spellings and of grams are left to the first question that needs them. */
export function openAtOnce(bytes: Uint8Array, analyser: Analyser): Engine | undefined {
  const saved = atOnce(readSnapshot(bytes, analyser));
  return (
    saved &&
    engineOf(
      saved.corpus,
      saved.postings,
      new FuzzyWords(saved.corpus.vocabulary),
      new TermGrams(saved.corpus.vocabulary),
    )
  );
}

function* assemble(corpus: Corpus, packed: PackedPostings): Steps<Engine> {
  const fuzzy = new FuzzyWords(corpus.vocabulary);
  while (fuzzy.update(WORDS)) yield;
  const grams = new TermGrams(corpus.vocabulary);
  const isReadByGrams = corpus.languages.some(({ hasUnknownForms }) => hasUnknownForms);
  while (isReadByGrams && grams.update(WORDS)) yield;
  return engineOf(corpus, packed, fuzzy, grams);
}

function engineOf(corpus: Corpus, packed: PackedPostings, fuzzy: FuzzyWords, grams: TermGrams): Engine {
  return new Engine(corpus, fuzzy, grams, new Postings(packed, corpus.removed));
}
