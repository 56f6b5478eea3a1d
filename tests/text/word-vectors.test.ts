import { describe, expect, it } from 'vitest';
import { wordVectors } from '../../src/text/languages/en/vectors.ts';
import { english } from '../../src/text/languages/index.ts';
import { neutral } from '../../src/text/languages/neutral.ts';
import { WordVectors } from '../../src/text/word-vectors.ts';

const nearness = (a: string, b: string): number => {
  const vectors = wordVectors();
  const [left, right] = [a, b].map((word) => vectors.rowOf(english.stem(word)) ?? Number.NaN) as [number, number];
  return vectors.cosine(left, right);
};

describe('word vectors', () => {
  it('give the cosine of two rows, whatever their lengths', () => {
    const vectors = new WordVectors(['east', 'north', 'north-east'], Int8Array.of(100, 0, 0, 7, -30, 30));
    const [east, north, between] = ['east', 'north', 'north-east'].map((term) => vectors.rowOf(term)) as number[];
    expect(vectors.cosine(east as number, east as number)).toBeCloseTo(1);
    expect(vectors.cosine(east as number, north as number)).toBeCloseTo(0);
    expect(vectors.cosine(north as number, between as number)).toBeCloseTo(Math.SQRT1_2);
    expect(vectors.cosine(east as number, between as number)).toBeCloseTo(-Math.SQRT1_2);
    expect(vectors.rowOf('south')).toBeUndefined();
  });

  it.each([
    ['doctor', 'physician', 'harbour'],
    ['ship', 'vessel', 'salary'],
    ['wages', 'salary', 'vessel'],
    ['Beijing', 'China', 'violin'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    const [a, b, c] = [word, near, far].map((each) => each.toLowerCase()) as [string, string, string];
    expect(nearness(a, b)).toBeGreaterThan(nearness(a, c) + 0.2);
  });

  it('are one row a term', () => {
    const vectors = wordVectors();
    const row = vectors.rowOf('harbor') ?? vectors.rowOf('harbour') ?? -1;
    expect(vectors.cosine(row, row)).toBeCloseTo(1);
  });

  it('are there for English alone', () => {
    expect(english.wordVectors()).toBe(wordVectors());
    expect(neutral.wordVectors()).toBeUndefined();
  });
});
