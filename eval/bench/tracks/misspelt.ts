import { readLines } from '../../data/lines.ts';
import { pick, type Random, randomFrom } from '../../data/random.ts';
import type { Question } from '../../data/types.ts';
import { UsageError } from '../../data/usage-error.ts';
import { sample } from './sample.ts';
import type { Track } from './types.ts';

/** A word -> the ways in which people misspell it. Lower case. */
export type Misspellings = ReadonlyMap<string, readonly string[]>;

/** The questions with every word misspelt that the list knows; questions without such a word are left out. */
export const misspelt: Track = {
  name: 'misspelt',
  family: 'misspelt',
  lacks: (_, options) => (options.misspellings === undefined ? 'it needs --misspellings FILE' : undefined),
  prepare(dataset, options) {
    const list = readMisspellings(options.misspellings ?? '');
    const respell = (question: Question): Question => ({
      ...question,
      text: misspellAll(question.text, list, randomFrom(options.seed, 'misspelt', question.id)),
    });
    const changed = dataset.questions.filter((question) => respell(question).text !== question.text);
    return { passages: dataset.passages, questions: sample(changed, options).map(respell) };
  },
};

/** Reads `wrong<TAB>right` lines. Throws a UsageError that names the file and the line. */
export function readMisspellings(file: string): Misspellings {
  const list = new Map<string, string[]>();
  for (const { text, number } of readLines(file)) {
    const [wrong, right, ...rest] = text.split('\t').map((word) => word.trim().toLowerCase());
    if (!wrong || !right || rest.length > 0) throw new UsageError(`${file}:${number}: expected wrong<TAB>right`);
    list.set(right, [...(list.get(right) ?? []), wrong]);
  }
  return list;
}

/** Misspells every word of the text that the list knows; a capital at its head stays one. */
export function misspellAll(text: string, list: Misspellings, random: Random): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const ways = list.get(word.toLowerCase());
    if (ways === undefined) return word;
    const wrong = pick(random, ways);
    return /^\p{Lu}/u.test(word) ? wrong.charAt(0).toUpperCase() + wrong.slice(1) : wrong;
  });
}
