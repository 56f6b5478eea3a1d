import { parse } from 'csv-parse/sync';
import { readCell } from '../../material/tables.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { delimiterOf } from '../readers/csv.ts';
import type { DeckNote } from '../types.ts';
import { fieldText, plainText } from './field-text.ts';

/**
 * A table of cards: CSV, or text as Anki exports it, with or without Anki's own lines at the top ("#separator:tab",
 * "#html:true", "#guid column:1"). Without names of columns the first two are the front and the back.
 */
export function readDeckTable(text: string): DeckNote[] {
  const { settings, body } = splitSettings(text.replace(/^\ufeff/, ''));
  const rows = parseRows(body, separatorOf(settings.get('separator')) ?? guessedSeparator(body));
  const header = headerOf(rows[0]);
  const named = columnsSaid(settings) ?? header ?? [];
  const isHtml = settings.get('html')?.toLowerCase() === 'true';
  const guidAt = columnOf(settings, 'guid') ?? named.findIndex((name) => name.toLowerCase() === 'guid');
  const others = ['notetype', 'deck', 'tags'].map((name) => columnOf(settings, name) ?? -1);
  return (header === undefined ? rows : rows.slice(1)).flatMap((cells) => {
    const fields = cells.flatMap((cell, at) =>
      at === guidAt || others.includes(at)
        ? []
        : [{ name: named[at] ?? '', text: isHtml ? fieldText(cell) : plainText(readCell(cell)) }],
    );
    if (fields.length < 2) return [];
    const guid = cells[guidAt]?.trim();
    return [guid === undefined || guid === '' ? { fields } : { guid, fields }];
  });
}

type Settings = ReadonlyMap<string, string>;

/** Anki's lines stand at the top, each "#name:value". */
function splitSettings(text: string): { settings: Settings; body: string } {
  const lines = text.split('\n');
  const isSetting = (line: string) => /^#[a-z][a-z ]*:/i.test(line);
  const end = lines.findIndex((line) => !isSetting(line));
  const settings = lines.slice(0, end === -1 ? lines.length : end).map((line): [string, string] => {
    const [, name = '', value = ''] = /^#([^:]*):(.*?)\r?$/.exec(line) ?? [];
    return [name.toLowerCase(), value];
  });
  return { settings: new Map(settings), body: end === -1 ? '' : lines.slice(end).join('\n') };
}

const SEPARATORS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

function separatorOf(said: string | undefined): string | undefined {
  if (said === undefined || said === '') return undefined;
  return SEPARATORS[said.trim().toLowerCase()] ?? said[0];
}

/** A tab in each of the first lines is no chance; other signs stand in texts as well. */
function guessedSeparator(text: string): string {
  const lines = text.split('\n', SAMPLE).filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every((line) => line.includes('\t')) ? '\t' : delimiterOf(text);
}

/** Lines that tell which sign stands between cells. */
const SAMPLE = 20;

function parseRows(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: LIMITS.deckNotes + 2,
    });
  } catch {
    throw new Unreadable('damaged');
  }
}

/** Names that programs give to the two columns, in the header of a table. */
const FRONTS = new Set(['front', 'question', 'term', 'word', 'prompt', 'text']);
const BACKS = new Set(['back', 'answer', 'definition', 'meaning', 'response', 'back extra']);

function headerOf(first: readonly string[] | undefined): readonly string[] | undefined {
  const names = first?.map((cell) => cell.trim()) ?? [];
  const has = (all: ReadonlySet<string>) => names.some((name) => all.has(name.toLowerCase()));
  return has(FRONTS) && has(BACKS) ? names : undefined;
}

function columnsSaid(settings: Settings): readonly string[] | undefined {
  const said = settings.get('columns');
  const separator = separatorOf(settings.get('separator')) ?? '\t';
  return said?.split(separator).map((name) => name.trim());
}

/** "#guid column:1": counted from 1 there, from 0 here. */
function columnOf(settings: Settings, name: string): number | undefined {
  const said = Number(settings.get(`${name} column`));
  return Number.isInteger(said) && said > 0 ? said - 1 : undefined;
}
