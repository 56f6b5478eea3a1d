import { normalise } from '../blocks/normalise.ts';
import type { PdfLine } from '../pdf/lines.ts';
import type { RecognisedLine } from './recognizer.ts';

/** How much of the common height a line's may differ without being of another size: letters reach up and down, or do not. */
const ALIKE = 0.3;
/** What bullets are taken for at the beginning of a line. */
const MISREAD_BULLET = /^[«»+©®¢*°·=] (?=\p{L})/u;
/** How high a line of print is, from the tops of its letters to their feet, in times of its size. */
const HEIGHT = 0.9;

/** What was recognised as lines of print, in points, y growing upwards. Lines of about the common height have its size. */
export function scannedLines(lines: readonly RecognisedLine[], page: number, pixelsPerPoint: number): PdfLine[] {
  const common = median(lines.map(({ height }) => height));
  return lines.map(({ text, left, top, width, height, block }) => ({
    text: normalise(text).replace(MISREAD_BULLET, '• '),
    left: left / pixelsPerPoint,
    right: (left + width) / pixelsPerPoint,
    y: -(top + height) / pixelsPerPoint,
    size: (Math.abs(height - common) < common * ALIKE ? common : height) / HEIGHT / pixelsPerPoint,
    page,
    flow: block,
  }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
