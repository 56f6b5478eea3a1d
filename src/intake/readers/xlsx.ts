import { countLetters } from '../blocks/letters.ts';
import type { Block, Content, Omission } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { dublinCore, parsePart } from '../office/xml.ts';
import { isReadable, rowBlocks } from '../sheets/rows.ts';
import { sheetsOf } from '../sheets/workbook.ts';
import { unzipWanted } from '../zip.ts';

/** The parts with words. */
const PARTS =
  /^(?:docProps\/core\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/;

/** A workbook: each sheet with its name as a heading, a row a paragraph. Hidden sheets are left out. */
export async function readXlsx(bytes: Uint8Array): Promise<Content> {
  const parts = unzipWanted(bytes, (name) => PARTS.test(name));
  const sheets = sheetsOf(parts).filter(({ rows }) => rows.length > 0);
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  if (shown.length > 0 && !shown.some(({ rows }) => isReadable(rows))) throw new Unreadable('noProse');
  const blocks = shown.flatMap(({ name, rows }): Block[] => [
    ...(shown.length > 1 ? [{ type: 'heading' as const, text: name, level: 1 }] : []),
    ...rowBlocks(rows),
  ]);
  const omitted = sheets
    .filter(({ isHidden }) => isHidden)
    .map(({ rows }): Omission => ({ reason: 'hidden', text: rows.map((row) => row.join(' ')).join('\n') }));
  const core = parts.get('docProps/core.xml');
  const characters = [...blocks, ...omitted].reduce((sum, { text }) => sum + countLetters(text), 0);
  return { about: core ? dublinCore(parsePart(core)) : {}, blocks, omitted, characters, headsParts: true };
}
