import { describe, expect, it } from 'vitest';
import { readFactTable } from '../../src/intake/readers/facts.ts';
import { formatProblem } from '../../src/reply/problem-text.ts';

const HEADER = 'subject,attribute,value,unit,as_of,passages,other_names,question';
const table = (...rows: string[]) => [HEADER, ...rows].join('\n');
const read = (text: string) => readFactTable(new TextEncoder().encode(text));

describe('a fact table', () => {
  it('is read row by row', async () => {
    const result = await read(table('Noll,length,12,km,1954,noll#1,long; extent,How long is the Noll?'));
    expect(result).toMatchObject({
      ok: true,
      rows: [{ line: 2, data: { subject: 'Noll', value: '12', otherNames: ['long', 'extent'] } }],
    });
  });

  it('may hold no row, which empties the table that was there', async () => {
    expect(await read(HEADER)).toEqual({ ok: true, rows: [] });
  });

  it('may have semicolons and UTF-16, as spreadsheets save it', async () => {
    const text = `\ufeff${HEADER.replaceAll(',', ';')}\r\nNoll;length;"12,5";km;;noll#1;"long; extent";\r\n`;
    const result = await readFactTable(new Uint8Array(Buffer.from(text, 'utf16le')));
    expect(result).toMatchObject({
      ok: true,
      rows: [{ line: 2, data: { value: '12,5', otherNames: ['long', 'extent'] } }],
    });
  });

  it('is told all that is wrong at once, with rows and columns', async () => {
    const result = await read(table('Noll,length,,km,1/2/1954,noll#1,,', 'Noll,source,a hill,,,,,', 'Noll,mouth,b'));
    expect(result).toEqual({
      ok: false,
      problem: 'badTable',
      details: [
        { row: 2, column: 'value', reason: 'empty' },
        { row: 2, column: 'as_of', reason: 'asOf' },
        { row: 3, column: 'passages', reason: 'empty' },
        { row: 4, reason: 'cellCount', values: { cells: 3, columns: 8 } },
      ],
    });
  });

  it('is told of fifty problems, and how many more there are', async () => {
    const result = await read(table(...Array.from({ length: 70 }, () => 'Noll,length,,km,,noll#1,,')));
    expect(!result.ok && [result.details?.length, result.more]).toEqual([50, 20]);
  });

  it.each([
    [
      'a row twice',
      table('Noll,length,12,,,noll#1,,', 'Noll,length,12,,,noll#1,,'),
      'Row 3: this says the same as row 2. Remove one of them.',
    ],
    ['another table', 'name,age\nAna,7', 'Row 1: the first line must also name these columns: subject'],
  ])('is refused: %s', async (_what, text, message) => {
    const result = await read(text);
    expect(!result.ok && result.details?.map(formatProblem)[0]).toContain(message);
  });

  it('is refused where it is no table', async () => {
    expect(await read('%PDF-1.4 …')).toEqual({ ok: false, problem: 'noTable' });
  });

  it('is told of a column that it does not have, once and at no greater length than can be read', async () => {
    const result = await read(`${HEADER},${'n'.repeat(400)}\n${'Noll,length,12,,,noll#1,,,\n'.repeat(2)}`);
    expect(!result.ok && result.details).toEqual([
      { row: 1, reason: 'unknownFields', values: { fields: 'n'.repeat(300) } },
    ]);
  });
});
