import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One meaning and the words for it; a key is the part of speech and the offset in its data file ("n00001740"). */
export interface Synset {
  /** Words and phrases ("carry_out"); names with capitals. */
  readonly lemmas: readonly string[];
  readonly pointers: readonly Pointer[];
}

export interface Pointer {
  /** WordNet's sign for the relation, "@" for the more general meaning and so on; see its wninput(5). */
  readonly sign: string;
  readonly target: string;
  /** The lemma of this synset and that of the target, where the relation is one of words and not of meanings. */
  readonly words?: readonly [from: string, to: number];
}

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** All meanings of a lemma with their probability: how often each was met in WordNet's tagged texts, smoothed. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
}

export interface Sense {
  readonly synset: string;
  readonly probability: number;
}

const FILES = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const;
/** index.sense numbers the parts of speech; adjective satellites (5) stand among the adjectives. */
const NUMBERED: Readonly<Record<string, string>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };

export function loadWordNet(folder: string): WordNet {
  const synsets = new Map<string, Synset>();
  for (const [file, part] of Object.entries(FILES)) {
    for (const line of lines(join(folder, `data.${file}`))) {
      if (/^\d{8} /.test(line)) synsets.set(part + line.slice(0, 8), readSynset(line));
    }
  }
  return { synsets, senses: readSenses(join(folder, 'index.sense')) };
}

/** "offset file type count (lemma id)… count (sign offset part from-to)… | gloss"; counts of words are hexadecimal. */
function readSynset(line: string): Synset {
  const fields = (line.split(' | ')[0] as string).split(' ');
  const words = Number.parseInt(fields[3] as string, 16);
  const lemmas = Array.from({ length: words }, (_, at) => (fields[4 + 2 * at] as string).replace(/\(.*\)$/, ''));
  const first = 5 + 2 * words;
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => {
    const [sign, offset, part, places] = fields.slice(first + 4 * at, first + 4 * at + 4) as [
      string,
      string,
      string,
      string,
    ];
    const target = (part === 's' ? 'a' : part) + offset;
    const [from, to] = [Number.parseInt(places.slice(0, 2), 16), Number.parseInt(places.slice(2), 16)];
    return from === 0 ? { sign, target } : { sign, target, words: [lemmas[from - 1] as string, to - 1] as const };
  });
  return { lemmas, pointers };
}

/** "lemma%part:… offset number count", number 1 being the most usual sense; 1 / number smooths the counts. */
function readSenses(file: string): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>();
  for (const line of lines(file)) {
    const [key = '', offset, number, count] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    if (lemma === '') continue;
    const synset = `${NUMBERED[rest[0] ?? '']}${offset}`;
    senses.set(lemma, [...(senses.get(lemma) ?? []), { synset, probability: Number(count) + 1 / Number(number) }]);
  }
  for (const [lemma, all] of senses) {
    const total = all.reduce((sum, { probability }) => sum + probability, 0);
    senses.set(
      lemma,
      all.map((sense) => ({ ...sense, probability: sense.probability / total })),
    );
  }
  return senses;
}

function lines(file: string): string[] {
  return readFileSync(file, 'latin1').split('\n');
}
