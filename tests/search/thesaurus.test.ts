import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { createIndex, type SearchDocument } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { synonymsOf } from '../../src/text/languages/en/thesaurus.ts';
import { english } from '../../src/text/languages/index.ts';

const text = readFileSync(join(packageRoot, 'src', 'text', 'languages', 'en', 'thesaurus.txt'), 'utf8');
const lines = text.trimEnd().split('\n');

function termOf(word: string): string {
  return analyserOf(english).normalise(word).term;
}

function strength(from: string, to: string): number {
  return synonymsOf(termOf(from)).find(({ term }) => term === termOf(to))?.strength ?? 0;
}

describe('the thesaurus file', () => {
  it('stands in order, each key once, every line ended', () => {
    const keys = lines.map((line) => line.split('\t')[0] as string);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(text.endsWith('\n')).toBe(true);
  });

  it('holds nothing but terms with a strength each, the best first', () => {
    const wrong = lines.filter((line) => {
      const strengths = (line.match(/\d(?= |$)/g) ?? []).join('');
      const falling = [...strengths].sort().reverse().join('');
      return !/^[a-z]+(_[a-z0-9]+)*\t[a-z]+[2-9]( [a-z]+[2-9])*$/.test(line) || strengths !== falling;
    });
    expect(wrong).toEqual([]);
  });

  it('is found whole by its reader', () => {
    const found = lines.map((line) => {
      const [key = ''] = line.split('\t');
      return `${key}\t${synonymsOf(key)
        .map(({ term, strength: of }) => `${term}${Math.round(of * 10)}`)
        .join(' ')}`;
    });
    expect(found.filter((line, at) => line !== lines[at])).toEqual([]);
  });
});

describe('synonyms of a word', () => {
  it.each([
    ['purchase', 'buy'],
    ['commerce', 'trade'],
    ['nations', 'countries'],
    ['teaches', 'teacher'],
    ['physician', 'doctor'],
    ['enormous', 'huge'],
    ['begin', 'start'],
  ])('holds for %s: %s', (word, other) => {
    expect(strength(word, other)).toBeGreaterThanOrEqual(0.3);
  });

  it.each([
    ['hot', 'cold'],
    ['victory', 'defeat'],
    ['increase', 'decrease'],
  ])('leaves opposites out: %s, %s', (word, other) => {
    expect(strength(word, other)).toBe(0);
  });

  it('leaves out kinds of one thing, which are another matter', () => {
    expect(strength('barley', 'oats')).toBe(0);
  });

  it.each(['', 'zzzz', 'a', '~', 'march 1998', 'Germany', '\n', '\t'])('is empty for %j', (key) => {
    expect(synonymsOf(key)).toEqual([]);
  });

  it('knows set phrases by the terms of their words', () => {
    expect(synonymsOf('carri_out').map(({ term }) => term)).toContain(termOf('execute'));
  });
});

describe('a question in other words than the passage', () => {
  const texts: Readonly<Record<string, string>> = {
    shop: 'The guild bought a granary beside the mill.',
    choir: 'The choir sang in the abbey at noon.',
    vow: 'The abbot will implement the new rule in the spring.',
    clerk: 'The clerk copied the rule for the guild.',
    purchase: 'The purchase of the orchard by the abbey took a year.',
  };
  const documents: SearchDocument[] = Object.entries(texts).map(([id, text]) => ({
    id,
    group: 'g',
    title: 'Notes',
    text,
  }));
  const index = createIndex(documents, analyserOf(english));
  const first = (question: string) => index.search(question).hits[0]?.id;

  it('finds the passage by a word near in meaning', () => {
    expect(first('Who vocalized at midday?')).toBe('choir');
  });

  it('finds the passage by a single word for a phrase', () => {
    expect(first('Who carries out the rule?')).toBe('vow');
  });

  it('lets the asked word itself lead', () => {
    expect(first('what did they purchase')).toBe('purchase');
    expect(first('what was bought')).toBe('shop');
  });
});
