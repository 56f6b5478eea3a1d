import { createHash } from 'node:crypto';

/** Draws numbers of [0, 1), uniformly. */
export type Random = () => number;

/**
 * A generator that the keys alone determine, so that a question is misspelt alike in every system's process,
 * whatever was asked before it. The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded with SHA-256.
 */
export function randomFrom(...keys: readonly (string | number)[]): Random {
  const seed = createHash('sha256').update(JSON.stringify(keys)).digest();
  let a = seed.readInt32LE(0);
  let b = seed.readInt32LE(4);
  let c = seed.readInt32LE(8);
  let counter = 1;
  return () => {
    const next = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + next) | 0;
    return (next >>> 0) / 2 ** 32;
  };
}

/** An integer of [0, below). */
export function integer(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** One of the items; throws a RangeError where there are none. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[integer(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
