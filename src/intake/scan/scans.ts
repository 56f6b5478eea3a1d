import type { getDocumentProxy } from 'unpdf';
import { LIMITS } from '../limits.ts';
import type { PdfLine } from '../pdf/lines.ts';
import { scannedLines } from './lines.ts';
import { pageImage } from './page-image.ts';
import { openRecognizer, type Recognizer } from './recognizer.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Told when a page has been recognised; pages are counted from 1. */
export type ReportPage = (page: number, pages: number) => void | Promise<void>;

export interface Scans {
  /** The lines of each page that was recognised, by its number. */
  readonly lines: ReadonlyMap<number, readonly PdfLine[]>;
  /** Pages that are pictures and were not recognised, or not well enough to be text. */
  readonly unread: readonly number[];
  /** Whether text recognition is installed; undefined where no page needs it. */
  readonly isOn: boolean | undefined;
}

/** Recognises the text of pages that are pictures. `numbers` are pages without text of their own. */
export async function readScans(
  openWithPictures: () => Promise<Pdf>,
  numbers: readonly number[],
  report: ReportPage,
  open = openRecognizer,
): Promise<Scans> {
  const lines = new Map<number, readonly PdfLine[]>();
  if (numbers.length === 0) return { lines, unread: [], isOn: undefined };
  const pdf = await openWithPictures();
  const unread: number[] = [];
  let recognizer: Recognizer | undefined | 'unopened' = 'unopened';
  for (const number of numbers) {
    const page = await pdf.getPage(number);
    const image = await pageImage(page);
    page.cleanup();
    if (image === undefined) continue;
    if (recognizer === 'unopened') recognizer = await open();
    if (recognizer === undefined || lines.size >= LIMITS.scanPages) unread.push(number);
    else {
      const tell = () => report(number, pdf.numPages);
      const { width, height } = page.getViewport({ scale: 1 });
      const pixelsPerPoint = Math.max(image.width, image.height) / Math.max(width, height);
      const found = await recognizer.recognise(image, tell);
      if (found) lines.set(number, scannedLines(found, number, pixelsPerPoint));
      else unread.push(number);
      await tell();
    }
  }
  await pdf.destroy();
  return { lines, unread, isOn: recognizer === 'unopened' ? undefined : recognizer !== undefined };
}
