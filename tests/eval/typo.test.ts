import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misspellAll } from '../../eval/bench/tracks/misspelt.ts';
import { randomFrom } from '../../eval/data/random.ts';
import { misspell, mistype } from '../../eval/data/typos.ts';

/** Whether one insertion, deletion, substitution or transposition leads from one word to the other. */
function oneEditApart(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  const [x, y] = [a.slice(head), b.slice(head)];
  const transposed = x.slice(1, 2) + x.slice(0, 1) + x.slice(2) === y && x.length > 1;
  return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || transposed;
}

describe('the track typo', () => {
  it('makes exactly one error in a word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), fc.integer(), (word, seed) => {
        const wrong = misspell(word, randomFrom(seed));
        expect(wrong).not.toBe(word);
        expect(oneEditApart(word, wrong), `${word} -> ${wrong}`).toBe(true);
      }),
    );
  });

  it('makes every kind of error', () => {
    const lengths = Array.from({ length: 200 }, (_, seed) => misspell('abcde', randomFrom(seed)).length);
    expect(new Set(lengths)).toEqual(new Set([4, 5, 6]));
    const sorted = (word: string) => [...word].sort().join('');
    const swapped = Array.from({ length: 200 }, (_, seed) => misspell('abcde', randomFrom(seed)));
    expect(swapped.some((word) => sorted(word) === 'abcde')).toBe(true);
  });

  it('leaves words of four letters and less alone', () => {
    const text = 'who met whom in 2012, and was it Cuba?';
    expect(mistype(text, randomFrom(1))).toBe(text);
  });

  it('changes at least one word of five letters and more', () => {
    for (let seed = 0; seed < 100; seed++)
      expect(mistype('the only minister', randomFrom(seed))).not.toBe('the only minister');
  });

  it('changes about half of the long words', () => {
    const words = Array.from({ length: 1000 }, () => 'presidents').join(' ');
    const changed = mistype(words, randomFrom(1))
      .split(' ')
      .filter((word) => word !== 'presidents');
    expect(changed.length).toBeGreaterThan(450);
    expect(changed.length).toBeLessThan(550);
  });

  it('makes the same errors for the same keys and others for another seed', () => {
    const text = 'several ministers visited neighbouring countries together';
    expect(mistype(text, randomFrom(1, 'q'))).toBe(mistype(text, randomFrom(1, 'q')));
    expect(mistype(text, randomFrom(1, 'q'))).not.toBe(mistype(text, randomFrom(2, 'q')));
  });
});

describe('the track misspelt', () => {
  const list = new Map([
    ['receive', ['recieve']],
    ['from', ['form', 'fromm']],
  ]);

  it('misspells every word that the list knows and keeps a capital', () => {
    expect(misspellAll('Receive it; receive them', list, randomFrom(1))).toBe('Recieve it; recieve them');
  });

  it('draws one of several ways', () => {
    const drawn = Array.from({ length: 50 }, (_, seed) => misspellAll('from', list, randomFrom(seed)));
    expect(new Set(drawn)).toEqual(new Set(['form', 'fromm']));
  });
});
