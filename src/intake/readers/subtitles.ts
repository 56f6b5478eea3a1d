import { countLetters } from '../blocks/letters.ts';
import { oneLine } from '../blocks/normalise.ts';
import type { Content, Omission, Paragraph } from '../blocks/types.ts';
import { decodeEntities } from '../office/entities.ts';

/** A silence that ends a paragraph, in seconds. */
const PAUSE = 3;
/** From this length on, in characters, a paragraph ends with its sentence; at the second, anywhere. */
const ENOUGH = 400;
const MOST = 1_200;

const TIMES =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})(?:\s.*)?$/;
const ENDS = /[.!?…。！？]["'”’»)\]]*$/;

interface Cue {
  /** Seconds from the start. */
  readonly from: number;
  readonly to: number;
  readonly speaker: string;
  readonly lines: readonly string[];
}

/** WebVTT and SubRip: what is said, cues joined to paragraphs, each with the time at which it begins. */
export function readSubtitles(text: string): Content {
  const { cues, omitted } = cuesOf(text);
  const { cues: once, repeated } = withoutRepeats(cues);
  const blocks = paragraphsOf(once);
  const all = [...omitted, ...repeated];
  const kept = blocks.reduce((sum, block) => sum + countLetters(block.text), 0);
  return {
    about: {},
    blocks,
    omitted: all,
    characters: kept + all.reduce((sum, one) => sum + countLetters(one.text), 0),
  };
}

/** Cues as they stand in the file; what stands outside of them (styles, comments) is left out, numbers and times are no text. */
function cuesOf(text: string): { cues: Cue[]; omitted: Omission[] } {
  const cues: Cue[] = [];
  const omitted: Omission[] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block.split('\n').map((line) => line.trim());
    const at = lines.findIndex((line) => TIMES.test(line));
    const times = TIMES.exec(lines[at] ?? '');
    if (times === null) {
      if (!/^\s*WEBVTT/.test(block)) omitted.push({ reason: 'details', text: block });
      continue;
    }
    const [, h1, m1, s1, ms1, h2, m2, s2, ms2] = times;
    const spoken = lines.slice(at + 1);
    const speaker = oneLine(decodeEntities(/<v(?:\.[^\s>]+)?\s+([^>]+)>/.exec(spoken.join(' '))?.[1] ?? ''));
    const clean = spoken.map(cleanLine).filter((line) => line !== '');
    cues.push({ from: secondsOf(h1, m1, s1, ms1), to: secondsOf(h2, m2, s2, ms2), speaker, lines: clean });
  }
  return { cues, omitted };
}

const secondsOf = (h = '0', m = '0', s = '0', ms = '0'): number =>
  Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000;

/** Without tags, positions and entities. */
const cleanLine = (line: string): string =>
  oneLine(decodeEntities(line.replace(/<[^<>]{0,200}>/g, '').replace(/\{\\[^{}]{0,100}\}/g, '')));

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

function paragraphsOf(cues: readonly Cue[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let said: string[] = [];
  let length = 0;
  let first: Cue | undefined;
  let last: Cue | undefined;
  const end = () => {
    if (first === undefined) return;
    const speaker = first.speaker === '' ? '' : `${first.speaker}: `;
    paragraphs.push({ type: 'paragraph', text: speaker + said.join(' '), seconds: Math.floor(first.from) });
    [said, length, first] = [[], 0, undefined];
  };
  for (const cue of cues) {
    const text = oneLine(cue.lines.join(' '));
    const ended = ENDS.test(said.at(-1) ?? '');
    const isNew =
      last !== undefined &&
      (cue.speaker !== last.speaker ||
        /^(?:[-–—>]{1,2} ?|\p{Lu}[\p{Lu} .]{1,30}: )\S/u.test(text) ||
        cue.from - last.to > PAUSE ||
        (ended && length >= ENOUGH) ||
        length >= MOST);
    if (isNew) end();
    first ??= cue;
    last = cue;
    said.push(text);
    length += text.length + 1;
  }
  end();
  return paragraphs;
}
