/**
 * How far a passage is prose that can answer, told from its shape alone, in any language: 1 for sentences, less for
 * headings and short lists, 0 for blanks to be filled in, choices and references, less than that for what only asks.
 */
export function proseShare(text: string): number {
  if (asksMostly(text)) return ASKING;
  const words = text.split(/\s+/).length;
  if (asksTheReader(text, words) || isReference(text) || isShortList(text, ITEM, MIN_ITEMS, words)) return 0;
  if (!LEAD_IN.test(text) && isShortList(text, BULLET, MIN_BULLETS, words)) return BULLETS;
  if (CAPTION.test(text)) return CAPTIONS;
  return isHeading(text, words) ? HEADINGS : 1;
}

/** Of what only asks. */
export const ASKING = -1;
const BULLETS = 0.2;
const CAPTIONS = 0.3;
const HEADINGS = 0.1;

/** An exercise ends with a question or holds a blank to be filled in; a longer text with a question is prose. */
const QUESTION_END = /[?？؟]["”’)\]]*\s*$/;
const BLANK = /(?:\\?_){3,}/;
const MAX_EXERCISE_WORDS = 60;

function asksTheReader(text: string, words: number): boolean {
  return BLANK.test(text) || (QUESTION_END.test(text) && words < MAX_EXERCISE_WORDS && isSpaced(text, words));
}

/** Between sentences and between lines, as far as their shape tells. */
const BREAK = /(?<=[.!?…।؟]["”’)\]]*)\s+|(?<=[。！？])|\n/;

/**
 * Whether most sentences of a text, and most of its length, are questions, as in a list of exercises: it shares the words of
 * a question and answers none.
 */
export function asksMostly(text: string): boolean {
  if (!/[?？؟]/.test(text)) return false;
  const sentences = text.split(BREAK).filter((sentence) => /\p{L}/u.test(sentence));
  const questions = sentences.filter((sentence) => QUESTION_END.test(sentence));
  const lengthOf = (parts: readonly string[]) => parts.reduce((sum, { length }) => sum + length, 0);
  return questions.length > sentences.length / 2 && lengthOf(questions) > lengthOf(sentences) / 2;
}

/** Choices and steps: "1. … 2. … 3. …"; objectives and outlines: "* … * …". Longer items are prose in a list. */
const ITEM = /(?:^|\s)(?:\d{1,2}|[a-eA-E])[.)]\s+/g;
const BULLET = /(?:^|\s)[*•–-]\s+/g;
/** "A rider changed horses at three places:" before the first bullet: the list says something. */
const LEAD_IN = /^[^*•–:]{12,}:\s*[*•–-]\s/;
const MIN_ITEMS = 3;
const MIN_BULLETS = 2;
const MAX_ITEM_WORDS = 13;

function isShortList(text: string, item: RegExp, least: number, words: number): boolean {
  const items = text.match(item)?.length ?? 0;
  return items >= least && words / items <= MAX_ITEM_WORDS;
}

const AUTHOR = /^\p{Lu}[\p{L}'’-]+,\s+(?:\p{Lu}[\p{L}.'’-]*\s?)+/u;
const PUBLICATION =
  /\bdoi\b|\bISBN\b|https?:\/\/|www\.|\bpp?\.\s?\d|\bVol\.|\bet al\.|\d+\s?\(\d+\)\s?:\s?\d+|\bPress\b/i;
const YEAR_EARLY = /^.{0,120}?\b(?:1[6-9]|20)\d\d[a-z]?\b/s;
const BEGINS_WITH_NAME = /^\W*\p{Lu}/u;
const MAX_REFERENCE = 600;
const MAX_NAMELESS_REFERENCE = 320;

/** An entry of a list of references: an author and a year, or a short line with a year and where it was published. */
function isReference(text: string): boolean {
  if (text.length > MAX_REFERENCE || !YEAR_EARLY.test(text)) return false;
  if (AUTHOR.test(text)) return true;
  return text.length < MAX_NAMELESS_REFERENCE && PUBLICATION.test(text) && BEGINS_WITH_NAME.test(text);
}

/** "Figure 3", "Tabla 1.2" at the beginning. */
const CAPTION = /^(?:fig(?:ure|ura)?|table|tabl[ae]|tableau|tabelle|abb(?:ildung)?|chart|рис)\.?\s*\d/i;

const SENTENCE_END = /[.!?…。！？।؟:;]["”’»)\]*_]*(?:\[\d+\])?\s*$/;
const MAX_HEADING_WORDS = 12;
const LONG_WORD = /\p{L}{4,}/gu;
const CAPITAL_WORD = /\b\p{Lu}\p{L}{3,}/gu;

function isHeading(text: string, words: number): boolean {
  if (words > MAX_HEADING_WORDS || !isSpaced(text, words) || SENTENCE_END.test(text)) return false;
  // "Planned Obsolescence: Built to Crash" is a heading; "mores: the moral views of a group" defines a term, as does a term
  // with a line of its own.
  return !/:\s|\n/.test(text) || text.match(CAPITAL_WORD)?.length === text.match(LONG_WORD)?.length;
}

/** Whether the text's script writes spaces: otherwise its words cannot be counted so. */
function isSpaced(text: string, words: number): boolean {
  return words >= text.length / MAX_WORD_LENGTH;
}

const MAX_WORD_LENGTH = 14;
