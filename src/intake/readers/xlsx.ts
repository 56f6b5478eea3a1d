import { countLetters } from '../blocks/letters.ts';
import type { Block, Content, Omission, OmissionReason } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { pictureTexts } from '../office/slide.ts';
import { dublinCore, findAll, parsePart, runsIn } from '../office/xml.ts';
import { textIn } from '../pages/tree.ts';
import { isReadable, rowBlocks } from '../sheets/rows.ts';
import { sheetsOf } from '../sheets/workbook.ts';
import { unzipWanted } from '../zip.ts';

/** The parts with words. */
const PARTS =
  /^(?:docProps\/core\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(?:worksheets|drawings|charts|diagrams|threadedComments)\/[\w-]+\.xml|xl\/comments\d*\.xml)$/;

/** A workbook: each sheet with its name as a heading, a row a paragraph. Hidden sheets are left out. */
export async function readXlsx(bytes: Uint8Array): Promise<Content> {
  const parts = unzipWanted(bytes, (name) => PARTS.test(name));
  const sheets = sheetsOf(parts);
  const shown = sheets.filter(({ isHidden, rows }) => !isHidden && rows.length > 0);
  if (shown.length > 0 && !shown.some(({ rows }) => isReadable(rows))) throw new Unreadable('noProse');
  const read = shown.map(({ name, rows }) => {
    const heading: Block[] = shown.length > 1 ? [{ type: 'heading', text: name, level: 1 }] : [];
    return { ...rowBlocks(rows), heading };
  });
  const unnamed = sheets.filter((sheet) => shown.length < 2 || !shown.includes(sheet));
  const names = unnamed.map(
    ({ name, isHidden }): Omission => ({ reason: isHidden ? 'hidden' : 'details', text: name }),
  );
  const running = sheets.flatMap((sheet) => sheet.running).map((text): Omission => ({ reason: 'runningHeads', text }));
  const beside = [...names, ...running, ...besideCells(parts)];
  const omitted: Omission[] = [
    ...read.flatMap((one) => one.omitted),
    ...sheets.flatMap(({ isHidden, rows }) => (isHidden ? rows : [])).map(omission('hidden')),
    ...sheets.map(({ hidden }) => hidden).map(omission('hidden')),
    ...sheets.map(({ unread }) => unread).map(omission('details')),
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

const omission =
  (reason: OmissionReason) =>
  (cells: readonly string[]): Omission => ({ reason, text: cells.join('\n') });

/** Comments and what is asked for in cells, which show when one points at them; text of pictures and charts. */
function besideCells(parts: ReadonlyMap<string, Uint8Array>): Omission[] {
  return [...parts].flatMap(([name, part]): Omission[] => {
    if (/omments/.test(name)) {
      const texts = findAll(parsePart(part), 'text');
      return texts.map(({ children }) => ({ reason: 'comments', text: runsIn(children) || textIn(children) }));
    }
    if (!/^xl\/(?:drawings|charts|diagrams)\//.test(name)) return [];
    const nodes = parsePart(part);
    const texts = findAll(nodes, 't').map(({ children }): Omission => ({ reason: 'pictures', text: textIn(children) }));
    return [...texts, ...pictureTexts(nodes)];
  });
}
