import type { Steps } from '../../slices.ts';
import type { Analyser } from '../../text/analyser.ts';
import type { SearchDocument, Synonyms } from '../types.ts';
import { Corpus, type FieldTerms } from './corpus.ts';
import { type PackedPostings, packPostings } from './postings.ts';
import { SectionReader, SectionWriter } from './sections.ts';

/** Raised whenever the analysis or the layout changes, so that an old snapshot is refused and built anew. */
const FORMAT = 11;
/** Titles of so many documents are gathered in one step. */
const DOCUMENTS = 1_024;
const NAME = 'footnote-index';

interface Header {
  readonly name: typeof NAME;
  readonly format: number;
  readonly language: string;
  readonly synonyms: readonly Synonyms[];
}

export interface Saved {
  readonly corpus: Corpus;
  readonly postings: PackedPostings;
}

/**
 * The corpus as it is now, and freshly packed postings. Documents may come and go between two steps: lists only grow,
 * and of what changes in place a copy is taken first.
 */
export function* writeSnapshot(live: Corpus): Steps<Uint8Array> {
  const { analyser, vocabulary, synonyms, entries, places, offsets, titles, headings } = live;
  const { words, terms } = vocabulary;
  const documents = [...live.documents];
  const counts = { words: words.length, terms: terms.length, entries: entries.length };
  const [occurrences, capitals] = [vocabulary.occurrences.toArray(), vocabulary.capitals.toArray()];
  const fields = yield* fieldsOf(live, documents);
  const postings = yield* packPostings({ documents, vocabulary, entries, offsets, titles, headings });
  const writer = new SectionWriter();
  writer.value({ name: NAME, format: FORMAT, language: analyser.language.code, synonyms } satisfies Header);
  yield* writer.list(terms, counts.terms);
  yield* writer.list(words, counts.words);
  writer.flat(vocabulary.wordTerm.parts(counts.words));
  writer.flat([occurrences]);
  writer.flat([capitals]);
  writer.flat(vocabulary.kinds.parts(counts.terms));
  writer.flat(entries.parts(counts.entries));
  writer.flat(places.parts(counts.entries));
  writer.flat(offsets.parts(documents.length + 1));
  yield* writer.list(fields, fields.length);
  yield* writer.list(documents, documents.length);
  writer.flat([postings.starts]);
  writer.flat([postings.documents]);
  writer.flat([postings.weights]);
  writer.flat([postings.lengths]);
  return yield* writer.bytes();
}

/** The titles and headings that documents have, each once, with their terms. */
function* fieldsOf({ titles, headings }: Corpus, documents: Corpus['documents']): Steps<[string, FieldTerms][]> {
  const fields = new Map<string, FieldTerms>();
  for (const [at, document] of documents.entries()) {
    if (document !== undefined) fields.set(document.title, titles[at] as FieldTerms);
    if (document?.heading !== undefined) fields.set(document.heading, headings[at] as FieldTerms);
    if (at % DOCUMENTS === 0) yield;
  }
  return [...fields];
}

/**
 * Reads a snapshot that this program wrote on a machine of the same byte order; undefined where it is none, is
 * damaged, or of another format or language. Not for bytes from strangers: V8's serialisation is not hardened against them.
 */
export function* readSnapshot(bytes: Uint8Array, analyser: Analyser): Steps<Saved | undefined> {
  try {
    const reader = new SectionReader(bytes);
    const header = reader.value() as Header | undefined;
    if (header?.name !== NAME || header.format !== FORMAT || header.language !== analyser.language.code)
      return undefined;
    const corpus = new Corpus(analyser, header.synonyms);
    yield* readCorpus(reader, corpus);
    return { corpus, postings: yield* readPostings(reader) };
  } catch {
    return undefined;
  }
}

function* readCorpus(reader: SectionReader, corpus: Corpus): Steps<void> {
  const { vocabulary, entries, places, offsets } = corpus;
  yield* reader.list<string>((term) => vocabulary.restoreTerm(term));
  yield* reader.list<string>((word) => vocabulary.restoreWord(word));
  for (const list of [vocabulary.wordTerm, vocabulary.occurrences, vocabulary.capitals, vocabulary.kinds]) {
    yield* reader.numbers((part) => list.append(part));
  }
  for (const list of [entries, places, offsets]) yield* reader.numbers((part) => list.append(part));
  yield* reader.list<[string, FieldTerms]>(([text, terms]) => corpus.restoreField(text, terms));
  yield* reader.list<SearchDocument | undefined>((document) => corpus.restore(document));
}

function* readPostings(reader: SectionReader): Steps<PackedPostings> {
  return {
    starts: new Uint32Array(yield* reader.flat()),
    documents: new Uint32Array(yield* reader.flat()),
    weights: new Uint8Array(yield* reader.flat()),
    lengths: new Uint16Array(yield* reader.flat()),
  };
}
