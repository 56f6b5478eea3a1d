import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WordVectors } from '../../word-vectors.ts';

/** A term a line, and for each a row of signed bytes. scripts/build-vectors.ts makes both. */
const TERMS = join(import.meta.dirname, 'vectors.txt');
const VALUES = join(import.meta.dirname, 'vectors.bin');

let read: WordVectors | undefined;

/** Vectors of common English words and names; read when they are first asked for, which takes a few milliseconds. */
export function wordVectors(): WordVectors {
  read ??= new WordVectors(readFileSync(TERMS, 'latin1').trimEnd().split('\n'), new Int8Array(readFileSync(VALUES)));
  return read;
}
