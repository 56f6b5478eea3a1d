import { beforeAll, describe, expect, it } from 'vitest';
import { informativeWords } from '../../src/answer/complete.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import { openLibrary } from '../support/bot.ts';

let library: KnowledgeBase;

beforeAll(() => {
  library = openLibrary();
});

describe('completion', () => {
  it.each([
    ['celac founded', 'When was CELAC founded?'],
    ['cellac fuonded', 'When was CELAC founded?'],
    ['when was celac', 'When was CELAC founded?'],
  ])('of %j offers the question that it is part of', (typed, question) => {
    expect(library.completion.questions(typed, 25)).toContain(question);
  });

  it('offers the first question of a fact alone, however many ways there are to ask for it', () => {
    const { rows } =
      library.entries.all.find(({ subject, attribute }) => subject === 'CELAC' && attribute === 'founded') ?? {};
    const others = rows?.flatMap(({ otherQuestions }) => otherQuestions) ?? [];
    expect(others.length).toBeGreaterThan(3);
    for (const other of others) expect(library.completion.questions(other, 25)).not.toContain(other);
  });

  it.each(['ﷺ', '漢', 'Lavrov ', 'a', '\u0301', '𝕏 '])(
    'of %j written 2,000 times looks up a few short words of it',
    (part) => {
      // Counted rather than timed: what reaches the fuzzy search is what costs.
      expect(informativeWords(part.repeat(2000), analyserOf(english)).length).toBeLessThanOrEqual(6 * 21);
    },
  );
});
