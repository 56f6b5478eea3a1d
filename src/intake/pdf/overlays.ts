import { type PdfLine, placed } from './lines.ts';

/** A number by itself at a slide's edge: the slide's own, which differs on each. */
const NUMBER = /^\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** How small a slide is printed on the page of its notes, in times of itself, at most. */
const MINIATURE = 0.8;
/** Lines of a page that has one, at most: each is compared with each. */
const MAX_LINES = 200;
/** How far a line of it may stand from its place there, in points. */
const NEAR = 2;

/**
 * Slides without those that say nothing of their own: presenters show a slide line by line, and programs print each
 * step as a page, of which the last has all; they show a slide again later on, such as the outline; and a page of notes
 * has the slide before it in small.
 */
export function withoutOverlays(printed: readonly (readonly PdfLine[])[]): { pages: PdfLine[][]; repeated: PdfLine[] } {
  const small = printed.map((lines, i) => miniatureOf(printed[i - 1] ?? [], lines));
  const slides = printed.map((lines, i) => lines.filter((line) => !small[i]?.has(line)));
  const places = slides.map((lines) => new Set(lines.map(placeOf)));
  const seen = new Set<string>();
  const repeated = small.flatMap((lines) => [...lines]);
  const pages = slides.flatMap((lines, i) => {
    const whole = [...(places[i] ?? [])].sort().join('\n');
    const next = places[i + 1];
    const isStep = next !== undefined && lines.every((line) => next.has(placeOf(line)));
    if (lines.length > 0 && (isStep || seen.has(whole))) {
      repeated.push(...lines);
      return [];
    }
    seen.add(whole);
    return [[...lines]];
  });
  return { pages, repeated };
}

const placeOf = (line: PdfLine): string => placed(line, NUMBER.test(line.text) ? '#' : line.text);

/** The lines of a page that are those of a slide, all of them, at a smaller scale. */
function miniatureOf(slide: readonly PdfLine[], page: readonly PdfLine[]): Set<PdfLine> {
  const [first] = slide;
  const none = new Set<PdfLine>();
  if (!first || slide.length > page.length || page.length > MAX_LINES) return none;
  for (const start of page) {
    const scale = start.size / first.size;
    if (start.text !== first.text || scale > MINIATURE) continue;
    const found = slide.map((line) => {
      const [left, y] = [start.left + (line.left - first.left) * scale, start.y + (line.y - first.y) * scale];
      const isThere = (other: PdfLine) => Math.abs(other.left - left) < NEAR && Math.abs(other.y - y) < NEAR;
      return page.find((other) => other.text === line.text && isThere(other));
    });
    const whole = found.flatMap((line) => line ?? []);
    if (whole.length === slide.length) return new Set(whole);
  }
  return none;
}
