import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mark } from '../../src/study/marking/index.ts';
import type { TypedQuestion } from '../../src/study/questions/types.ts';

interface Row {
  readonly kind: TypedQuestion['kind'];
  readonly answers: readonly string[];
  readonly unlike: readonly string[];
  readonly given: string;
  readonly right: boolean;
}

/** kind, answers with | between them, given, "right" or "wrong", and what else is known with | between. */
const rows: Row[] = readFileSync(new URL('marking.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [kind = '', answers = '', given = '', expected = '', unlike = ''] = line.split('\t');
    return {
      kind: kind as Row['kind'],
      answers: answers.split('|'),
      unlike: unlike === '' ? [] : unlike.split('|'),
      given: given.replaceAll('\\n', '\n'),
      right: expected === 'right',
    };
  });

const question = ({ kind, answers, unlike }: Omit<Row, 'given' | 'right'>): TypedQuestion => ({
  id: 'q',
  mode: 'typed',
  prompt: 'Asked?',
  passages: [],
  facts: [],
  subject: 'subject',
  kind,
  answers,
  unlike,
});

test('the table has enough pairs of both kinds', () => {
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(rows.filter(({ right }) => !right).length).toBeGreaterThanOrEqual(50);
});

test.each(rows)('$kind $answers: "$given" is right: $right', (row) => {
  expect(mark(question(row), row.given).right).toBe(row.right);
});

test('the accepted form is given where the answer is another', () => {
  const asked = question({ kind: 'name', answers: ['Hugo Chávez', 'Chávez'], unlike: [] });
  expect(mark(asked, 'chavez')).toEqual({ right: true, accepted: 'Chávez' });
  expect(mark(asked, ' Hugo Chávez ')).toEqual({ right: true });
});

test('an answer without words is wrong', () => {
  expect(mark(question({ kind: 'text', answers: ['norm'], unlike: [] }), ' …')).toEqual({ right: false });
});
