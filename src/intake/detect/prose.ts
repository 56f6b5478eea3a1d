/** Characters that tell what the rest is like. */
const SAMPLE = 100_000;
/** Shorter texts are taken as they are: a note of three figures is a note. */
const MIN_LENGTH = 200;
/** Of what is no white space, in a text with words; tables of figures have fewer. */
const MIN_LETTERS = 0.4;
/** Lines that end as those of programs do. */
const CODE_LINE =
  /(?:[;{}],?|\)\s*=>\s*\{|^\s*(?:\/\/|#include|import\s.*from|def |\\(?:relax|newlabel|@writefile|providecommand|citation|bib(?:cite|data|style))\b|class \w+[:({]).*)$/;
const MAX_CODE = 0.6;
/** A longer line without the spaces of prose, of which every sixth sign is one, is minified. */
const LONG_LINE = 2_000;
const MIN_SPACES = 1 / 15;
/** Letters of scripts that may do without spaces. */
const UNSPACED = /\p{Lo}/u;
const MARKUP = /^\s*<\?xml\b/;

/** Whether a text is a program's (data, figures, code) and not written to be read. */
export function isProgramText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (MARKUP.test(sample) || isJson(text)) return true;
  if (sample.length < MIN_LENGTH) return false;
  return isMinified(sample) || isFigures(sample) || isCode(sample);
}

function isJson(text: string): boolean {
  if (!/^\s*(?:\{\s*["}]|\[\s*["{[\d\]])/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    // A log has one value on each line.
    const lines = text.trim().split('\n', 50);
    return lines.length > 1 && lines.slice(0, -1).every((line) => /^\s*\{.*\}\s*$/.test(line));
  }
}

function isMinified(sample: string): boolean {
  const lines = sample.split('\n').filter((line) => line.length > LONG_LINE && !UNSPACED.test(line));
  return lines.some((line) => (line.match(/\s/g)?.length ?? 0) < line.length * MIN_SPACES);
}

function isFigures(sample: string): boolean {
  const signs = sample.replace(/\s+/g, '');
  return (signs.match(/\p{L}|\p{M}/gu)?.length ?? 0) < [...signs].length * MIN_LETTERS;
}

function isCode(sample: string): boolean {
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  return lines.length >= 5 && lines.filter((line) => CODE_LINE.test(line)).length > lines.length * MAX_CODE;
}
