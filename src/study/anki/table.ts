import { writeTable } from '../../material/tables.ts';
import type { CardContent } from '../cards/types.ts';
import { FIELDS, fieldsOf, guidOf } from './notes.ts';

export interface ExportedCard {
  readonly id: string;
  readonly content: CardContent;
}

/** Cards as a table for spreadsheets: CSV with a header row. */
export function writeCardsCsv(cards: readonly ExportedCard[]): string {
  return writeTable(['GUID', ...FIELDS], rowsOf(cards));
}

/** Cards as text for Anki's import, which its first lines tell how to read. */
export function writeCardsText(cards: readonly ExportedCard[]): string {
  const header = ['#separator:tab', '#html:false', '#guid column:1', `#columns:${['GUID', ...FIELDS].join('\t')}`];
  return [...header, ...rowsOf(cards).map((row) => row.map(cell).join('\t'))].map((line) => `${line}\n`).join('');
}

const rowsOf = (cards: readonly ExportedCard[]) => cards.map(({ id, content }) => [guidOf(id), ...fieldsOf(content)]);

function cell(text: string): string {
  return /["\t\r\n]|^#/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
