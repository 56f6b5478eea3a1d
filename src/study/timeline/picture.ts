/** A line of a timeline's picture; plain text. */
export interface PictureEvent {
  readonly date: string;
  readonly text: string;
  readonly cite: string;
}

/** Pixels. The picture is as high as its events need. */
const WIDTH = 900;
const MARGIN = 32;
const AXIS = 210;
const TEXT_AT = 240;
const SIZES = { title: 28, date: 20, text: 19, cite: 15 } as const;
const LEADING = 1.35;
const GAP = 20;
/** Of a font's size, the width of its average letter. */
const LETTER = 0.56;
const MAX_LINES = 4;

/** The scripts that the picture's font has; a text in another is shown as text alone. */
const DRAWABLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether every letter of the events can be drawn. */
export function isDrawable(events: readonly PictureEvent[]): boolean {
  return events.every(({ date, text, cite }) => DRAWABLE.test(date + text + cite));
}

/** A timeline as SVG: dates to the left of an axis, what happened to its right. The same events give the same picture. */
export function timelineSvg(title: string, events: readonly PictureEvent[]): string {
  const parts: string[] = [];
  let y = MARGIN;
  for (const line of wrapped(title, SIZES.title, WIDTH - 2 * MARGIN, 2)) {
    y += SIZES.title * LEADING;
    parts.push(textAt(MARGIN, y, SIZES.title, INK, line));
  }
  y += GAP;
  const top = y;
  for (const { date, text, cite } of events) {
    const begun = y + SIZES.text;
    parts.push(`<circle cx="${AXIS}" cy="${begun - 6}" r="7" fill="${ACCENT}"/>`);
    wrapped(date, SIZES.date, AXIS - MARGIN - 20, 2).forEach((line, at) => {
      parts.push(textAt(AXIS - 22, begun + at * SIZES.date * LEADING, SIZES.date, INK, line, 'end'));
    });
    for (const line of wrapped(text, SIZES.text, WIDTH - TEXT_AT - MARGIN, MAX_LINES)) {
      y += SIZES.text * LEADING;
      parts.push(textAt(TEXT_AT, y - SIZES.text * (LEADING - 1), SIZES.text, INK, line));
    }
    y += SIZES.cite * LEADING;
    parts.push(textAt(TEXT_AT, y, SIZES.cite, MUTED, wrapped(cite, SIZES.cite, WIDTH - TEXT_AT - MARGIN, 1)[0] ?? ''));
    y += GAP;
  }
  const height = Math.ceil(y + MARGIN - GAP / 2);
  const axis = `<line x1="${AXIS}" y1="${top}" x2="${AXIS}" y2="${height - MARGIN}" stroke="${ACCENT}" stroke-width="3"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="100%" height="100%" fill="${PAPER}"/>${axis}${parts.join('')}</svg>`;
}

const INK = '#1f2430';
const MUTED = '#565d6d';
const ACCENT = '#4f5bd5';
const PAPER = '#ffffff';

function textAt(x: number, y: number, size: number, fill: string, text: string, anchor = 'start'): string {
  return `<text x="${x}" y="${Math.round(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

/** Lines of whole words that fit, the last with an ellipsis where there would be more. */
function wrapped(text: string, size: number, width: number, most: number): string[] {
  const letters = Math.floor(width / (size * LETTER));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, letters))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, letters - 1)}…`];
}

function pieces(word: string, letters: number): string[] {
  const characters = [...word];
  const count = Math.ceil(characters.length / letters);
  return Array.from({ length: count }, (_, at) => characters.slice(at * letters, (at + 1) * letters).join(''));
}

function escapeXml(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
