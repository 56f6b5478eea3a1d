import { describe, expect, it } from 'vitest';
import { failedRow, type Row } from '../../eval/bench/report/row.ts';
import { summary } from '../../eval/bench/report/summary.ts';
import { table } from '../../eval/bench/report/table.ts';

const row = (system: string, figures: Partial<Row>): Row => {
  const { note: _, ...empty } = failedRow(system, 'clean', '');
  return { ...empty, passages: 420, queries: 300, ...figures };
};

const rows = [
  row('one', { hit1: 0.82, p50ms: 0.5 }),
  row('two', { hit1: 0.82, p50ms: 0.25, note: 'half made up' }),
  row('three', { hit1: 0.1, p50ms: 50, note: 'half made up' }),
];

describe('the table', () => {
  it('shows the columns that were measured, with notes below', () => {
    expect(table(rows).split('\n')).toEqual([
      'clean: 420 passages',
      '',
      '| system | queries | hit@1 | p50 ms |',
      '| ------ | ------: | ----: | -----: |',
      '| one    |     300 | 0.820 |   0.50 |',
      '| two    |     300 | 0.820 |   0.25 |',
      '| three  |     300 | 0.100 |  50.00 |',
      '(two, three: half made up)',
    ]);
  });

  it('shows a run that failed, and why', () => {
    const text = table([...rows, failedRow('four', 'clean', 'out of memory')]);
    expect(text).toContain('| four   |       0 |     – |      – |');
    expect(text).toContain('(four: out of memory)');
  });
});

describe('the summary', () => {
  it('names who leads each column, sharing a tie', () => {
    expect(summary(rows)).toBe('clean: hit@1 one = two 0.820; p50 ms two 0.25');
  });

  it('says nothing where there is nobody to compare with', () => {
    expect(summary(rows.slice(0, 1))).toBe('');
  });
});
