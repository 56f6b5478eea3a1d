import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyNoFacts } from '../../commands/library/refusals.ts';
import type { FileFailure } from '../../src/guilds/types.ts';
import { REASONS } from '../../src/material/problems.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { catalogue, messagesFor } from '../../src/reply/messages.ts';
import { formatProblem, problemText } from '../../src/reply/problem-text.ts';
import { packageRoot } from '../../src/root.ts';

describe('what is wrong in a file', () => {
  it('has a message for each reason, and no message without one', () => {
    const file = join(packageRoot, 'src', 'reply', 'locales', 'en.json');
    const { problem } = JSON.parse(readFileSync(file, 'utf8')) as { problem: Record<string, unknown> };
    const { at: _, place: __, ...messages } = problem;
    expect(Object.keys(messages).toSorted()).toEqual([...REASONS].toSorted());
  });

  it('is told with its place, as far as that is known', () => {
    const problem = { reason: 'empty', column: 'value' } as const;
    expect(formatProblem({ ...problem, file: 'facts.csv', line: 1204 })).toBe(
      'facts.csv:1204, column “value”: this is empty. Fill it in.',
    );
    expect(formatProblem({ ...problem, row: 1204 })).toBe('Row 1204, column “value”: this is empty. Fill it in.');
    expect(formatProblem({ reason: 'notCsv' })).toMatch(/^this isn’t valid CSV/);
  });

  it("is told in the reader's language", () => {
    const problem = { row: 2, column: 'passages', reason: 'noSuchPassage', values: { id: 'ferry#9' } } as const;
    expect(problemText(problem, messagesFor('de'))).toBe(
      'Zeile 2, Spalte „passages“: Eine Textstelle „ferry#9“ gibt es nicht.',
    );
    expect(problemText(problem, messagesFor('ru'))).toBe('Строка 2, столбец «passages»: нет фрагмента «ferry#9».');
  });

  it.each(catalogue.languages)('fits into one message, whatever stands in the rows: %s', (language) => {
    const values = { id: `${'[*_@'.repeat(70)}#1` };
    const details = Array.from({ length: 50 }, (_, i) => ({
      ...{ row: i + 2, column: 'passages', reason: 'noSuchPassage' as const, values },
    }));
    const failure: FileFailure = { ok: false, reason: 'file', problem: 'badTable', details, more: 9 };
    const text = whyNoFacts(failure, messagesFor(language));
    const shown = text.split('\n- ').length - 1;
    expect(text.length).toBeLessThan(LIMITS.messageText);
    expect(shown).toBeGreaterThan(3);
    expect(text).toContain(messagesFor(language).markdown('library.more', { count: 59 - shown }));
    expect(text).not.toMatch(/(?<!\\)@/);
  });
});
