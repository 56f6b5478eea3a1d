import { z } from 'zod';
import { readJsonLines } from './lines.ts';
import { integer, pick, type Random } from './random.ts';
import type { Passage } from './types.ts';
import { UsageError } from './usage-error.ts';

const fillerLine = z.object({ title: z.string().default(''), text: z.string() });

/** About a paragraph's length, in UTF-16 units: 100,000 of them make about 50 MB. */
const SYNTHETIC_LENGTH = 500;

export interface Filling {
  readonly passages: readonly Passage[];
  /** How many of them were put together from sentences of the filler. */
  readonly synthetic: number;
}

/** Reads `{"title", "text"}` lines. Throws a UsageError that names the file and the line. */
export function readFiller(file: string): Passage[] {
  const lines = readJsonLines(file, fillerLine).filter(({ text }) => text.trim() !== '');
  if (lines.length === 0) throw new UsageError(`${file}: holds no text`);
  return lines.map(({ title, text }, index) => ({
    id: `filler-${index + 1}`,
    title,
    article: title || `filler-${index + 1}`,
    text,
  }));
}

/** As many passages as asked for: the filler's own first, then new ones recombined from its sentences. */
export function fill(count: number, filler: readonly Passage[], random: Random): Filling {
  const passages = filler.slice(0, count);
  const synthetic = count - passages.length;
  if (synthetic === 0) return { passages, synthetic };
  const sentences = filler.flatMap((passage) => passage.text.split(/(?<=[.!?])\s+/));
  for (let number = 1; number <= synthetic; number++) passages.push(recombine(number, sentences, filler, random));
  return { passages, synthetic };
}

function recombine(number: number, sentences: readonly string[], filler: readonly Passage[], random: Random): Passage {
  const chosen: string[] = [];
  const length = SYNTHETIC_LENGTH / 2 + integer(random, SYNTHETIC_LENGTH);
  for (let sum = 0; sum < length; ) {
    const sentence = pick(random, sentences);
    chosen.push(sentence);
    sum += sentence.length + 1;
  }
  const { title, article } = pick(random, filler);
  return { id: `synthetic-${number}`, title, article, text: chosen.join(' ') };
}
