import { buildEntries } from '../../answer/candidates/entries.ts';
import type { KnowledgeBase } from '../../answer/knowledge-base.ts';
import type { FactEntry } from '../../answer/types.ts';
import { formatShort } from '../../material/cite.ts';
import { contentRef } from '../../material/refs.ts';
import { fold } from '../../text/fold.ts';
import { randomOf, shuffled } from './random.ts';
import type { Mode, Question } from './types.ts';

export interface QuestionOptions {
  /** Every mode that there are questions of, unless said. */
  readonly modes?: readonly Mode[];
  readonly about?: string;
  /** A source's id. */
  readonly source?: string;
  /** The most that are made. */
  readonly count: number;
  readonly seed: number;
  /** A Discord locale. */
  readonly locale: string;
}

const MODES: readonly Mode[] = ['choice', 'typed', 'truth', 'source', 'order'];
const DISTRACTORS = 3;
const MAX_TYPED = 40;
const MAX_CHOICE = 120;
const ORDERED = 4;

/** Questions from the fact table, each entry asked for once. The same seed, options and material make the same ones. */
export function makeQuestions(knowledge: KnowledgeBase, options: QuestionOptions): readonly Question[] {
  const random = randomOf(options.seed);
  const all = buildEntries(knowledge.material);
  const entries = shuffled(
    random,
    all.filter((entry) => isWanted(entry, options)),
  );
  const modes = options.modes ?? MODES;
  const questions: Question[] = [];
  const dated = entries.filter((entry) => yearOf(entry) !== undefined);
  if (modes.includes('order')) questions.push(...inOrder(random, dated));
  for (const entry of entries) {
    const made = shuffled(random, modes).map((mode) => MAKERS[mode]?.({ entry, all, knowledge, random }));
    const question = made.find((each) => each !== undefined);
    if (question !== undefined) questions.push(question);
  }
  return shuffled(random, questions).slice(0, options.count);
}

function isWanted(entry: FactEntry, { about, source }: QuestionOptions): boolean {
  if (source !== undefined && !entry.rows.every((row) => row.source === source)) return false;
  const words = fold(`${entry.subject} ${entry.attribute} ${entry.rows[0]?.question ?? ''}`);
  return about === undefined || words.includes(fold(about).trim());
}

interface Making {
  readonly entry: FactEntry;
  readonly all: readonly FactEntry[];
  readonly knowledge: KnowledgeBase;
  readonly random: () => number;
}

const MAKERS: Partial<Record<Mode, (making: Making) => Question | undefined>> = {
  choice({ entry, all, random }) {
    const value = agreedValue(entry);
    const wrong = distractors(entry, all, random);
    if (value === undefined || value.length > MAX_CHOICE || wrong.length < DISTRACTORS) return undefined;
    const choices = shuffled(random, [value, ...wrong.slice(0, DISTRACTORS)]);
    return { ...baseOf('choice', entry, promptOf(entry)), mode: 'choice', choices, right: choices.indexOf(value) };
  },
  typed({ entry }) {
    const [side] = entry.sides;
    const value = agreedValue(entry);
    if (side === undefined || value === undefined || value.length > MAX_TYPED) return undefined;
    const kind = /^[\d.,]+$/.test(side.value) ? 'number' : 'text';
    return {
      ...baseOf('typed', entry, promptOf(entry)),
      mode: 'typed',
      answers: [...new Set([value, side.value])],
      kind,
    };
  },
  truth({ entry, all, random }) {
    const value = agreedValue(entry);
    const [wrong] = distractors(entry, all, random);
    if (value === undefined || wrong === undefined) return undefined;
    const right = random() < 0.5 ? 0 : 1;
    const prompt = `${promptOf(entry)} ${right === 0 ? value : wrong}`;
    return { ...baseOf('truth', entry, prompt), mode: 'truth', choices: ['true', 'false'], right };
  },
  source({ entry, knowledge, random }) {
    if (!entry.disputed) return undefined;
    const sides = shuffled(random, entry.sides);
    const [asked] = sides;
    const names = sides.flatMap(({ rows }) => {
      const source = knowledge.material.sources.get(rows[0]?.source ?? '');
      return source && new Set(rows.map((row) => row.source)).size === 1 ? [formatShort(source)] : [];
    });
    if (asked === undefined || names.length < sides.length || new Set(names).size < names.length) return undefined;
    const choices = names.toSorted();
    const prompt = `${promptOf(entry)} ${withUnit(asked)}`;
    const base = { ...baseOf('source', entry, prompt), passages: asked.rows.flatMap(({ passages }) => passages) };
    return { ...base, mode: 'source', choices, right: choices.indexOf(names[0] ?? '') };
  },
};

/** Entries with a year each, all different, to be put in their order. */
function inOrder(random: () => number, dated: readonly FactEntry[]): Question[] {
  const questions: Question[] = [];
  for (let from = 0; from + ORDERED <= dated.length; from += ORDERED) {
    const some = dated.slice(from, from + ORDERED);
    const years = some.map((entry) => yearOf(entry) ?? 0);
    const [first] = some;
    if (first === undefined || new Set(years).size < ORDERED) continue;
    const shown = shuffled(random, some);
    const items = shown.map(({ subject, attribute }) => `${subject}: ${attribute}`);
    const right = shown.map((_, at) => at).sort((a, b) => yearAt(shown, a) - yearAt(shown, b));
    const passages = some.flatMap(({ rows }) => rows[0]?.passages ?? []);
    questions.push({
      ...baseOf('order', first, items.join('\n')),
      mode: 'order',
      prompt: [...new Set(shown.map(({ subject }) => subject))].join(' · '),
      passages: [...new Set(passages)],
      facts: some.flatMap(({ rows }) => rows.map(({ id }) => id)),
      items,
      right,
    });
  }
  return questions;
}

const yearAt = (entries: readonly FactEntry[], at: number): number => yearOf(entries[at] as FactEntry) ?? 0;

function yearOf(entry: FactEntry): number | undefined {
  const value = entry.disputed ? undefined : entry.sides[0];
  return value?.unit === undefined && /^(1\d|20)\d\d$/.test(value?.value ?? '') ? Number(value?.value) : undefined;
}

/** Values of other entries that are alike in kind; none that the table gives for the same subject and attribute. */
function distractors(entry: FactEntry, all: readonly FactEntry[], random: () => number): string[] {
  const value = agreedValue(entry);
  if (value === undefined) return [];
  const ruledOut = all
    .filter((other) => other.subject === entry.subject)
    .flatMap(({ sides }) => sides.map(withUnit))
    .map(fold);
  const others = all.filter((other) => other !== entry && !other.disputed);
  const alike = [
    ...shuffled(
      random,
      others.filter(({ attribute }) => attribute === entry.attribute),
    ),
    ...shuffled(
      random,
      others.filter((other) => kindOf(other) === kindOf(entry)),
    ),
  ];
  const values = [...new Set(alike.flatMap((other) => agreedValue(other) ?? []))];
  return values.filter((other) => {
    const folded = fold(other);
    const longer = Math.max(other.length, value.length);
    const overlaps = ruledOut.some((out) => out.includes(folded) || folded.includes(out));
    return other.length <= MAX_CHOICE && longer < 4 * Math.min(other.length, value.length) && !overlaps;
  });
}

function kindOf({ sides: [side] }: FactEntry): string {
  if (side === undefined) return '';
  if (/^(1\d|20)\d\d$/.test(side.value) && side.unit === undefined) return 'year';
  if (/^[\d.,$€ ]+( (thousand|million|billion))?$/.test(side.value)) return `number ${side.unit ?? ''}`;
  return /\d/.test(side.value) ? 'mixed' : 'text';
}

function agreedValue(entry: FactEntry): string | undefined {
  const [side] = entry.sides;
  return entry.disputed || side === undefined || entry.sides.length > 1 ? undefined : withUnit(side);
}

const withUnit = ({ value, unit }: { value: string; unit?: string }): string =>
  unit === undefined ? value : `${value} ${unit}`;

function promptOf({ subject, attribute, asOf, rows: [row] }: FactEntry): string {
  const asked = row?.question ?? `${subject}: ${attribute}?`;
  return asOf === undefined || asked.includes(asOf) ? asked : `${asked} (${asOf})`;
}

function baseOf<M extends Mode>(mode: M, entry: FactEntry, prompt: string) {
  return {
    id: contentRef(mode, entry.id, prompt),
    mode,
    prompt,
    passages: entry.rows.flatMap(({ passages }) => passages),
    facts: entry.rows.map(({ id }) => id),
    subject: entry.subject,
  };
}
