import { countLetters } from '../blocks/letters.ts';
import type { Block, Content, Omission } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { dublinCore, findAll, parsePart } from '../office/xml.ts';
import { textIn } from '../pages/tree.ts';
import { isReadable, rowBlocks } from '../sheets/rows.ts';
import { sheetsOf } from '../sheets/workbook.ts';
import { unzipWanted } from '../zip.ts';

/** The parts with words. */
const PARTS =
  /^(?:docProps\/core\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(?:worksheets|drawings|charts|threadedComments)\/[\w-]+\.xml|xl\/comments\d*\.xml)$/;

/** A workbook: each sheet with its name as a heading, a row a paragraph. Hidden sheets are left out. */
export async function readXlsx(bytes: Uint8Array): Promise<Content> {
  const parts = unzipWanted(bytes, (name) => PARTS.test(name));
  const sheets = sheetsOf(parts).filter(({ rows }) => rows.length > 0);
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  if (shown.length > 0 && !shown.some(({ rows }) => isReadable(rows))) throw new Unreadable('noProse');
  const read = shown.map(({ name, rows }) => {
    const heading: Block[] = shown.length > 1 ? [{ type: 'heading', text: name, level: 1 }] : [];
    return { ...rowBlocks(rows), heading };
  });
  const beside = besideCells(parts);
  const omitted: Omission[] = [
    ...read.flatMap((one) => one.omitted),
    ...sheets
      .filter(({ isHidden }) => isHidden)
      .map(({ rows }): Omission => ({ reason: 'hidden', text: rows.map((row) => row.join(' ')).join('\n') })),
    ...sheets.map(({ unread }): Omission => ({ reason: 'details', text: unread.join('\n') })),
    ...beside,
  ];
  const characters = [
    ...sheets.map((sheet) => sheet.characters),
    ...read.map(({ repeated }) => repeated),
    ...[...read.flatMap(({ heading }) => heading), ...beside].map(({ text }) => countLetters(text)),
  ].reduce((sum, count) => sum + count, 0);
  const core = parts.get('docProps/core.xml');
  return {
    about: core ? dublinCore(parsePart(core)) : {},
    blocks: read.flatMap(({ heading, blocks }) => [...heading, ...blocks]),
    omitted,
    characters,
    headsParts: true,
  };
}

/** Comments, which show when a cell is pointed at, and text of pictures and charts. */
function besideCells(parts: ReadonlyMap<string, Uint8Array>): Omission[] {
  return [...parts].flatMap(([name, part]): Omission[] => {
    const isComment = /omments/.test(name);
    if (!isComment && !/^xl\/(?:drawings|charts)\//.test(name)) return [];
    const texts = findAll(parsePart(part), name.includes('threaded') ? 'text' : 't').map(({ children }) =>
      textIn(children),
    );
    return texts.map((text) => ({ reason: isComment ? 'hidden' : 'pictures', text }));
  });
}
