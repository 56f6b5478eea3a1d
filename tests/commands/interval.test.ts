import { expect, it } from 'vitest';
import { intervalText } from '../../commands/review/interval.ts';
import { messagesFor } from '../../src/reply/messages.ts';

const DAY = 86_400_000;

it.each([
  ['es', 366, '1 año'],
  ['es', 550, '1,5 años'],
  ['pt-BR', 366, '1 ano'],
  ['pt-BR', 800, '2,2 anos'],
  ['fr', 550, '1,5 an'],
  ['fr', 800, '2,2 ans'],
  ['ru', 366, '1 г.'],
  ['ru', 5 * 365.25, '5 л.'],
  ['de', 366, '1 J.'],
  ['en', 70, '2.3 mo'],
  ['es', 3, '3 d'],
])('says in %s when a card of %d days comes back', (language, days, expected) => {
  expect(intervalText(days * DAY, messagesFor(language))).toBe(expected);
});
