import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { askRemembered } from '../../src/answer/remembered.ts';
import { packageRoot } from '../../src/root.ts';
import { openLibrary } from '../support/bot.ts';

const QUESTION = 'When was CELAC founded?';

it('is the answer of before where the same is asked of the same, and another one elsewhere', () => {
  const [library, other] = [openLibrary(), openLibrary(join(packageRoot, 'knowledge'))];
  const answer = askRemembered(library, QUESTION);
  expect(answer).toEqual(ask(library, QUESTION));
  expect(askRemembered(library, QUESTION)).toBe(answer);
  expect(askRemembered(other, QUESTION)).not.toBe(answer);
  const [source] = library.material.sources.keys();
  expect(askRemembered(library, QUESTION, { first: new Set([source ?? '']) }).reach).toBe('first');
  const narrowed = askRemembered(library, QUESTION, { source: source ?? '' });
  expect(narrowed).toEqual(ask(library, QUESTION, { source: source ?? '' }));
  expect(narrowed).not.toBe(answer);
});

it('is made anew where the question is long', () => {
  const library = openLibrary();
  const long = `${QUESTION} ${'And then? '.repeat(30)}`;
  expect(askRemembered(library, long)).not.toBe(askRemembered(library, long));
  expect(askRemembered(library, long)).toEqual(ask(library, long));
});
