import { type PdfLine, placed } from './lines.ts';

/** A number by itself at a slide's edge: the slide's own, which differs on each. */
const NUMBER = /^\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/**
 * Slides without those that say nothing of their own: presenters show a slide line by line, and programs print each
 * step as a page, of which the last has all; and they show a slide again later on, such as the outline.
 */
export function withoutOverlays(slides: readonly (readonly PdfLine[])[]): { pages: PdfLine[][]; repeated: PdfLine[] } {
  const places = slides.map((lines) => new Set(lines.map(placeOf)));
  const seen = new Set<string>();
  const repeated: PdfLine[] = [];
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
