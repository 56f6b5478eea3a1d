import { describe, expect, it } from 'vitest';
import { readFactTable } from '../../src/intake/readers/facts.ts';

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
        'row 2, column "value": is empty: fill it in',
        'row 2, column "as_of": is no date that can be compared: write 2001-02-28, 2001-02 or 2001, or words such as mid-2013',
        'row 3, column "passages": is empty: fill it in',
        'row 4: has 3 values where the header names 8: is there a comma outside quotation marks?',
      ],
    });
  });

  it('is told of fifty problems, and how many more there are', async () => {
    const result = await read(table(...Array.from({ length: 70 }, () => 'Noll,length,,km,,noll#1,,')));
    expect(!result.ok && result.details?.length).toBe(51);
    expect(!result.ok && result.details?.at(-1)).toBe('and 20 more');
  });

  it.each([
    [
      'a row twice',
      table('Noll,length,12,,,noll#1,,', 'Noll,length,12,,,noll#1,,'),
      'row 3: says the same as row 2: remove one',
    ],
    ['another table', 'name,age\nAna,7', 'row 1: the first line must name these columns too: subject'],
    ['a PDF', '%PDF-1.4 …', 'The file is no CSV table: export it as CSV.'],
  ])('is refused: %s', async (_what, text, message) => {
    const result = await read(text);
    expect(!result.ok && result.details?.[0]).toContain(message);
  });
});
