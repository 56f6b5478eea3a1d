import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazily } from '../../../lazily.ts';
import { WordVectors } from '../../word-vectors.ts';

/** A term a line, and for each a row of signed bytes. scripts/build-vectors.ts makes both. */
const TERMS = join(import.meta.dirname, 'vectors.txt');
const VALUES = join(import.meta.dirname, 'vectors.bin');

/** Vectors of common English words and names; read when they are first asked for, which takes a few milliseconds. */
export const wordVectors = lazily(
  () => new WordVectors(readFileSync(TERMS, 'latin1').trimEnd().split('\n'), new Int8Array(readFileSync(VALUES))),
);
