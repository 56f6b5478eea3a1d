import { countLetters } from '../blocks/letters.ts';
import { oneLine } from '../blocks/normalise.ts';
import type { Content, Omission, OmissionReason, Paragraph } from '../blocks/types.ts';
import { decodeEntities } from '../office/entities.ts';

/** A silence that ends a paragraph, in seconds. */
const PAUSE = 3;
/** From this length on, in characters, a paragraph ends with its sentence; at the second, anywhere. */
const ENOUGH = 400;
const MAX_LENGTH = 1_200;

const TIMES =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})(?:\s.*)?$/;
const ENDS = /[.!?…。！？]["'”’»)\]]*$/;

const TAG = /<[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}/g;
const VOICE = /<v(?:\.[^\s>]+)?\s+([^<>\n]{1,200})>/;
const VOICES = new RegExp(VOICE, 'g');
/** How signs are read aloud, which stands above them; its end tag may be left out. */
const READING = /<rt(?:\.[^\s<>]{0,100})?>([^<>]{0,200})(?:<\/rt>)?/g;
/** Blocks of WebVTT that are not said. */
const UNSAID: readonly (readonly [names: RegExp, reason: OmissionReason])[] = [
  [/^NOTE\b/, 'comments'],
  [/^(?:WEBVTT|STYLE|REGION)\b/, 'details'],
];
/** Where captions are written for the deaf, the sign that another speaks. */
const TURN = /^>{2,3} ?/;
const NUMBER = /^\d+$/;

interface Cue {
  /** Seconds from the start. */
  readonly from: number;
  readonly to: number;
  readonly speaker: string;
  readonly lines: readonly string[];
}

/** WebVTT and SubRip: what is said, cues joined to paragraphs, each with the time at which it begins. */
export function readSubtitles(text: string): Content {
  const { cues, omitted } = cuesOf(text.split('\n').map((line) => line.trim()));
  const { cues: once, repeated } = withoutRepeats(cues);
  const { blocks, speakers } = paragraphsOf(once);
  return { about: {}, blocks, omitted: [...omitted, ...repeated, ...speakers], characters: lettersIn(text) };
}

/** Letters and digits that are no cue's number, time or mark-up; a speaker's name counts in each cue that has it. */
function lettersIn(text: string): number {
  const words = text
    .replace(/^[ \t]*\d+[ \t]*\n(?=.*-->)/gm, (number, at: number) =>
      TIMES.test(lineAt(text, at + number.length)) ? '' : number,
    )
    .replace(/^.*-->.*$/gm, (line) => (TIMES.test(line.trim()) ? '' : line))
    .replace(VOICES, '$1 ')
    .replace(TAG, '');
  return countLetters(decodeEntities(words));
}

const lineAt = (text: string, at: number): string =>
  text.slice(at, (text.indexOf('\n', at) + 1 || text.length + 1) - 1).trim();

/**
 * Cues as they stand in the file. Files are written carelessly: a cue may follow another without an empty line, and an
 * empty line may stand within one. What stands outside of them is left out: styles, comments, names of cues.
 */
function cuesOf(lines: readonly string[]): { cues: Cue[]; omitted: Omission[] } {
  const cues: Cue[] = [];
  const omitted: Omission[] = [];
  let times: RegExpExecArray | undefined;
  let said: string[] = [];
  let unsaid: OmissionReason | undefined;
  const close = () => {
    if (times) cues.push(...voicesOf(times, said));
    said = [];
  };
  for (const [i, line] of lines.entries()) {
    if (isFirst(lines, i)) unsaid = UNSAID.find(([names]) => names.test(line))?.[1];
    const found = TIMES.exec(line);
    if (found) {
      close();
      [times, unsaid] = [found, undefined];
    } else if (isName(lines, i)) {
      if (!NUMBER.test(line)) omitted.push({ reason: 'details', text: line });
    } else if (unsaid || !times) omitted.push({ reason: unsaid ?? 'details', text: line });
    else said.push(withoutReadings(line, omitted));
  }
  close();
  return { cues, omitted };
}

function withoutReadings(line: string, omitted: Omission[]): string {
  return line.replace(READING, (_tag, reading: string) => {
    omitted.push({ reason: 'repeated', text: decodeEntities(reading) });
    return '';
  });
}

/** Whether a line stands after an empty one. */
const isFirst = (lines: readonly string[], i: number): boolean => (lines[i - 1] ?? '') === '';

/** Whether a line is a cue's number, or its name. */
const isName = (lines: readonly string[], i: number): boolean =>
  TIMES.test(lines[i + 1] ?? '') && (isFirst(lines, i) || NUMBER.test(lines[i] ?? ''));

/** A cue for each of those who speak in it. */
function voicesOf([, h1, m1, s1, ms1, h2, m2, s2, ms2]: RegExpExecArray, said: readonly string[]): Cue[] {
  const [from, to] = [secondsOf(h1, m1, s1, ms1), secondsOf(h2, m2, s2, ms2)];
  const [first = '', ...others] = said.join('\n').split(/(?=<v[.\s])|\n(?=>>)/);
  return [...(first === '' && others.length > 0 ? [] : [first]), ...others].map((part) => ({
    from,
    to,
    speaker: oneLine(decodeEntities(VOICE.exec(part)?.[1] ?? '')),
    lines: part
      .split('\n')
      .map(cleanLine)
      .filter((line) => line !== ''),
  }));
}

const secondsOf = (h = '0', m = '0', s = '0', ms = '0'): number =>
  Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000;

/** Without tags, positions and entities. */
const cleanLine = (line: string): string => oneLine(decodeEntities(line.replace(TAG, '')));

/** Captions that roll show a line again while the next one comes: it was said once. */
function withoutRepeats(cues: readonly Cue[]): { cues: Cue[]; repeated: Omission[] } {
  const repeated: Omission[] = [];
  let before: readonly string[] = [];
  let until = 0;
  const once = cues.flatMap((cue): Cue[] => {
    // After a silence the same words are said again.
    const shown = cue.from - until > PAUSE ? 0 : overlap(before, cue.lines);
    const last = before.at(-1) ?? '';
    const [first = '', ...rest] = cue.lines.slice(shown);
    const grows = shown === 0 && last !== '' && cue.from - until <= PAUSE && first.startsWith(`${last} `);
    repeated.push(...cue.lines.slice(0, shown).map((text): Omission => ({ reason: 'repeated', text })));
    if (grows) repeated.push({ reason: 'repeated', text: last });
    const lines = [grows ? first.slice(last.length + 1) : first, ...rest].filter((line) => line !== '');
    if (cue.lines.length > 0) before = cue.lines;
    until = cue.to;
    if (lines.length === 0) repeated.push({ reason: 'repeated', text: cue.speaker });
    return lines.length === 0 ? [] : [{ ...cue, lines }];
  });
  return { cues: once, repeated };
}

/** How many of the first lines are the last ones of the cue before. */
function overlap(before: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(before.length, lines.length); count > 0; count--)
    if (before.slice(-count).every((line, i) => line === lines[i])) return count;
  return 0;
}

/** A line may end at the hyphen within a word; "pre- and post-war" is two words. */
const joinSaid = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/(?<=\p{L}-)\n(?=\p{Ll})(?!(?:and|or|to)\b)/gu, '')
    .replaceAll('\n', ' ');

/** What is said without a break by one speaker, whose name stands before it once. */
function paragraphsOf(cues: readonly Cue[]): { blocks: Paragraph[]; speakers: Omission[] } {
  const paragraphs: Paragraph[] = [];
  const speakers: Omission[] = [];
  let said: string[] = [];
  let length = 0;
  let first: Cue | undefined;
  let last: Cue | undefined;
  const end = () => {
    if (first === undefined) return;
    const speaker = first.speaker === '' ? '' : `${first.speaker}: `;
    paragraphs.push({ type: 'paragraph', text: speaker + joinSaid(said), seconds: Math.floor(first.from) });
    [said, length, first] = [[], 0, undefined];
  };
  for (const cue of cues) {
    const text = oneLine(joinSaid(cue.lines));
    const ended = ENDS.test(said.at(-1) ?? '');
    const isNew =
      last !== undefined &&
      (cue.speaker !== last.speaker ||
        /^(?:[-–—>]{1,2} ?|\p{Lu}[\p{Lu} .]{1,30}: )\S/u.test(text) ||
        cue.from - last.to > PAUSE ||
        (ended && length >= ENOUGH) ||
        length >= MAX_LENGTH);
    if (isNew) end();
    if (first === undefined) first = cue;
    else speakers.push({ reason: 'repeated', text: cue.speaker });
    last = cue;
    said.push(text.replace(TURN, ''));
    length += text.length + 1;
  }
  end();
  return { blocks: paragraphs, speakers };
}
