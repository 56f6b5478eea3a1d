import { Parser } from 'htmlparser2';
import { countLetters } from '../blocks/letters.ts';
import { normalise } from '../blocks/normalise.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { relationshipsOf } from '../office/package.ts';
import { attributeOf, decodeXml, findAll, parsePart } from '../office/xml.ts';
import { textIn } from '../pages/tree.ts';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly string[])[];
  /** What stands instead of a formula's result. */
  readonly unread: readonly string[];
  /** What rows and columns say that are not shown, or that nobody reads. */
  readonly hidden: readonly string[];
  /** The heads and feet of its pages. */
  readonly running: readonly string[];
  /** Letters and digits of all cells, counted as they are met. */
  readonly characters: number;
}

const WORKBOOK = 'xl/workbook.xml';
/** More columns than anybody reads. */
const MAX_COLUMNS = 500;
/** The elements of a page's head and foot; in them, fields and fonts: "&P", "&\"Arial\"". */
const RUNNING = /^(?:odd|even|first)(?:Header|Footer)$/;
const FIELD = /&(?:"[^"]*"|K[\dA-F]{6}|\d+|[A-Z])/g;
/** Excel's own formats of dates; others say so by their letters. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** The sheets of an Excel workbook in order, cells as text. Throws where they are beyond the limits. */
export function sheetsOf(parts: ReadonlyMap<string, Uint8Array>): Sheet[] {
  const workbook = parsePart(parts.get(WORKBOOK));
  const relationships = relationshipsOf(parts, WORKBOOK);
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml'));
  const dates = dateStyles(parts.get('xl/styles.xml'));
  const is1904 = findAll(workbook, 'workbookPr').some(({ attribs }) => isOn(attribs.date1904));
  return findAll(workbook, 'sheet').flatMap((sheet) => {
    const part = parts.get(relationships.get(sheet.attribs['r:id'] ?? '')?.target ?? '');
    if (part === undefined) return [];
    const cells = cellsOf(decodeXml(part), strings, dates, is1904);
    return [{ name: attributeOf(sheet, 'name') ?? '', isHidden: /hidden/i.test(sheet.attribs.state ?? ''), ...cells }];
  });
}

/** Text that cells share, without the readings that Japanese has beside it. */
function sharedStrings(part: Uint8Array | undefined): string[] {
  if (part === undefined) return [];
  return findAll(parsePart(part), 'si').map((item) => {
    const readings = new Set(findAll(item.children, 'rPh').flatMap(({ children }) => findAll(children, 't')));
    return findAll(item.children, 't')
      .filter((text) => !readings.has(text))
      .map(({ children }) => textIn(children))
      .join('');
  });
}

/** For each style of a cell, whether it shows a date. */
function dateStyles(part: Uint8Array | undefined): boolean[] {
  if (part === undefined) return [];
  const styles = parsePart(part);
  const own = new Map(findAll(styles, 'numFmt').map(({ attribs }) => [attribs.numFmtId, attribs.formatCode ?? '']));
  const [formats] = findAll(styles, 'cellXfs');
  return findAll(formats?.children ?? [], 'xf').map(({ attribs }) => {
    const code = own.get(attribs.numFmtId)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '') ?? '';
    return DATE_FORMATS.has(Number(attribs.numFmtId)) || /[yd]/i.test(code);
  });
}

interface Cell {
  column: number;
  type: string;
  style: number;
  text: string;
}

/** A sheet's cells as it streams by: a tree of it would be many times as large. */
function cellsOf(
  xml: string,
  strings: readonly string[],
  dates: readonly boolean[],
  is1904: boolean,
): Pick<Sheet, 'rows' | 'unread' | 'hidden' | 'running' | 'characters'> {
  const rows: string[][] = [];
  const unread: string[] = [];
  const hidden: string[] = [];
  const running: string[] = [];
  const hiddenColumns = new Set<number>();
  let letters = 0;
  let row: string[] = [];
  let isHiddenRow = false;
  let cell: Cell | undefined;
  let isText = false;
  let open = '';
  let said = '';
  let characters = 0;
  const closeCell = (closed: Cell) => {
    const shown = cellText(closed, strings, dates[closed.style] ?? false, is1904);
    characters += shown.length;
    letters += countLetters(normalise(shown));
    if (isHiddenRow || hiddenColumns.has(closed.column) || closed.column >= MAX_COLUMNS) hidden.push(shown);
    else if (closed.type === 'e') unread.push(shown);
    else {
      while (row.length < closed.column) row.push('');
      row.push(shown);
    }
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open = name;
        if (name === 'row') {
          row = [];
          isHiddenRow = isOn(attributes.hidden);
        } else if (name === 'col') hideColumns(attributes, hiddenColumns);
        else if (name === 'c') cell = openCell(attributes, row.length);
        else isText = name === 'v' || name === 't';
      },
      ontext(text) {
        if (cell && isText) cell.text += text;
        else if (RUNNING.test(open)) said += text;
      },
      onclosetag(name) {
        if (RUNNING.test(name)) running.push(said.replace(FIELD, ' '));
        [open, said] = ['', ''];
        isText = false;
        if (name === 'c' && cell) closeCell(cell);
        else if (name === 'row' && row.length > 0) rows.push(row);
        if (rows.length > LIMITS.passages || characters > LIMITS.textBytes) throw new Unreadable('tooLarge');
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { rows, unread, hidden, running, characters: letters };
}

const isOn = (value: string | undefined): boolean => /^(?:1|true)$/.test(value ?? '');

function hideColumns({ min, max, hidden }: Record<string, string>, columns: Set<number>): void {
  if (!isOn(hidden)) return;
  for (let column = Number(min); column <= Math.min(Number(max), MAX_COLUMNS); column++) columns.add(column - 1);
}

const openCell = ({ r = '', t = '', s = '0' }: Record<string, string>, next: number): Cell => ({
  column: /^[A-Z]{1,3}/.test(r) ? columnOf(r) : next,
  type: t,
  style: Number(s),
  text: '',
});

/** "AB12" is in column 27, counted from 0. */
const columnOf = (place: string): number =>
  [...(/^[A-Z]{1,3}/.exec(place)?.[0] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cellText({ type, text }: Cell, strings: readonly string[], isDate: boolean, is1904: boolean): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type !== '' && type !== 'n') return text;
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return text;
  if (isDate && number > 0 && number < 2_958_466) return dateText(number, is1904);
  // A sum of tenths is kept with seventeen digits and shown with fewer.
  return String(Number(number.toPrecision(15)));
}

const DAY_MS = 86_400_000;

/** Days since the end of 1899, or since 1904, as "2001-02-28". */
function dateText(days: number, is1904: boolean): string {
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(start + Math.floor(days) * DAY_MS).toISOString().slice(0, 10);
}
