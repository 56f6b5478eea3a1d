import { deserialize, serialize } from 'node:v8';
import { Corpus, type CorpusState } from './corpus.ts';
import type { PackedPostings } from './postings.ts';
import { packPostings } from './postings.ts';
import type { Synonyms } from './types.ts';

/** Raised whenever the analysis or the layout changes, so that an old snapshot is refused and built anew. */
const FORMAT = 2;
const NAME = 'footnote-index';

interface Snapshot {
  readonly name: typeof NAME;
  readonly format: number;
  readonly synonyms: readonly Synonyms[];
  readonly corpus: CorpusState;
  readonly postings: PackedPostings;
}

/** The corpus and freshly packed postings in V8's serialisation, which copies flat arrays as they are. */
export function snapshotOf(corpus: Corpus): Uint8Array {
  const packing = packPostings(corpus);
  let step = packing.next();
  while (step.done !== true) step = packing.next();
  const { synonyms, state } = corpus;
  return serialize({ name: NAME, format: FORMAT, synonyms, corpus: state, postings: step.value } satisfies Snapshot);
}

/**
 * Reads a snapshot that this process's user wrote; undefined where it is none, or of another format. Not for bytes
 * from strangers: V8's format is not hardened against them.
 */
export function readSnapshot(bytes: Uint8Array): { corpus: Corpus; postings: PackedPostings } | undefined {
  const snapshot = parsed(bytes);
  if (snapshot?.name !== NAME || snapshot.format !== FORMAT) return undefined;
  return { corpus: new Corpus(snapshot.synonyms, snapshot.corpus), postings: snapshot.postings };
}

function parsed(bytes: Uint8Array): Snapshot | undefined {
  try {
    return deserialize(bytes) as Snapshot | undefined;
  } catch {
    return undefined;
  }
}
