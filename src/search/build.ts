import { Corpus } from './corpus.ts';
import { Engine } from './engine.ts';
import { FuzzyWords } from './fuzzy.ts';
import { type PackedPostings, Postings, packPostings } from './postings.ts';
import type { Steps } from './slices.ts';
import { readSnapshot } from './snapshot.ts';
import type { SearchDocument, Synonyms } from './types.ts';

/** How many characters are read, and words taken into the spelling table, in one step. */
const CHARACTERS = 2_000;
const WORDS = 256;

/** An index from documents. */
export function* build(documents: readonly SearchDocument[], synonyms: readonly Synonyms[]): Steps<Engine> {
  const corpus = new Corpus(synonyms);
  let read = 0;
  for (const document of documents) {
    corpus.add(document);
    read += document.text.length;
    if (read < CHARACTERS) continue;
    read = 0;
    yield;
  }
  return yield* assemble(corpus, yield* packPostings(corpus));
}

/** An index from a snapshot; undefined where the bytes are none. */
export function* open(bytes: Uint8Array): Steps<Engine | undefined> {
  const saved = yield* readSnapshot(bytes);
  return saved && (yield* assemble(saved.corpus, saved.postings));
}

function* assemble(corpus: Corpus, packed: PackedPostings): Steps<Engine> {
  const fuzzy = new FuzzyWords(corpus.vocabulary);
  while (fuzzy.update(WORDS)) yield;
  return new Engine(corpus, fuzzy, new Postings(packed, corpus.removed));
}
