import { getDocumentProxy } from 'unpdf';
import { parseDate } from '../../material/dates.ts';
import { type About, mergeAbout, splitNames, withoutJunk } from '../about/about.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { normalise } from '../blocks/normalise.ts';
import type { Content } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { noteBlocks, pdfBlocks } from '../pdf/blocks.ts';
import { inReadingOrder } from '../pdf/columns.ts';
import { linesOfItems, type PdfLine, type TextItem } from '../pdf/lines.ts';
import { partNotes } from '../pdf/notes.ts';
import { pdfPieces } from '../pdf/paragraphs.ts';
import { withoutRunning } from '../pdf/running.ts';
import { styleOf } from '../pdf/style.ts';
import { isContents } from '../print/contents.ts';
import { wordsOf } from '../print/join.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF with text: pages to lines, lines to paragraphs by where they stand. */
export async function readPdf(bytes: Uint8Array): Promise<Content> {
  const pdf = await open(bytes);
  if (pdf.numPages > LIMITS.pdfPages) throw new Unreadable('tooLarge');
  const pages = await pagesOf(pdf);
  if (pages.every((lines) => lines.length === 0)) throw new Unreadable('noText');
  const lines = withoutRunning(pages)
    .flatMap(inReadingOrder)
    .filter(({ text }) => !isContents(text));
  const style = styleOf(lines);
  const words = wordsOf(lines.map(({ text }) => text));
  const { text, notes } = partNotes(lines, style);
  const { blocks, title } = pdfBlocks(pdfPieces(text, style, words), style);
  blocks.push(...noteBlocks(pdfPieces(notes, { ...style, size: notes[0]?.size ?? style.size }, words)));
  const about = mergeAbout(withoutJunk(await aboutPdf(pdf)), title === undefined ? {} : { title });
  return { about, ...withoutFurniture(blocks) };
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Unreadable(name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

async function pagesOf(pdf: Pdf): Promise<PdfLine[][]> {
  const pages: PdfLine[][] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const kept = items.flatMap((item) => ('str' in item ? toItem(item) : []));
    characters += kept.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > LIMITS.textBytes) throw new Unreadable('tooLarge');
    pages.push(linesOfItems(kept, number));
    page.cleanup();
  }
  return pages;
}

interface PdfJsItem {
  readonly str: string;
  readonly width: number;
  readonly transform: number[];
}

/** Text that does not stand upright is a watermark or an axis of a chart. */
function toItem({ str, width, transform }: PdfJsItem): TextItem[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  if (Math.abs(b) > Math.abs(a) * 0.1 || a <= 0) return [];
  return [{ text: normalise(str), x, y, width, size: Math.hypot(c, d) }];
}

/**
 * What the file says of itself. Its dates of making are passed over: they tell when a print-out was saved, not when the
 * work appeared.
 */
async function aboutPdf(pdf: Pdf): Promise<About> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const { Title, Author } = info as Record<string, unknown>;
  const xmp = (key: string): string => [metadata?.get(key) ?? ''].flat().join('; ');
  const title = xmp('dc:title') || (typeof Title === 'string' ? Title : '');
  const author = xmp('dc:creator') || (typeof Author === 'string' ? Author : '');
  const issued = parseDate(xmp('prism:publicationdate')) ?? parseDate(xmp('dc:date'));
  return {
    title,
    authors: splitNames(author),
    publisher: xmp('dc:publisher') || xmp('prism:publicationname'),
    ...(issued === undefined ? {} : { issued }),
  };
}
