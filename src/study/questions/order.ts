import { contentRef } from '../../material/refs.ts';
import type { Steps } from '../../slices.ts';
import { capitalised } from '../references/title-case.ts';
import { areOfOneWork } from './likeness.ts';
import type { QuizEntry } from './pool.ts';
import type { Random } from './random.ts';
import type { OrderQuestion } from './types.ts';

const MAX_EVENTS = 5;
const MIN_EVENTS = 3;
const MAX_ITEM = 120;

/** Things with a year each, all different, to be put in their order, the earliest first. Each subject stands in one question. */
export function* orderQuestions(entries: readonly QuizEntry[], random: Random): Steps<OrderQuestion[]> {
  let left = entries.filter(
    (quiz) =>
      quiz.form !== 'gap' &&
      yearOf(quiz) !== undefined &&
      !/\d{4}/.test(itemOf(quiz)) &&
      itemOf(quiz).length <= MAX_ITEM,
  );
  const questions: OrderQuestion[] = [];
  while (left.length >= MIN_EVENTS) {
    const some = together(left, MIN_EVENTS + Math.floor(random() * (MAX_EVENTS - MIN_EVENTS + 1)));
    if (some.length < MIN_EVENTS) break;
    questions.push(toQuestion(some));
    const subjects = new Set(some.map(({ entry }) => entry.subject));
    left = left.filter(({ entry }) => !subjects.has(entry.subject));
    yield;
  }
  return questions;
}

/**
 * Entries of the first one's work, and of others only where it has too few: dates of works that have nothing to do with
 * each other make no sensible order.
 */
function together(entries: readonly QuizEntry[], most: number): QuizEntry[] {
  const [first] = entries;
  const isNear = (quiz: QuizEntry) => first !== undefined && areOfOneWork(first, quiz);
  const near = entries.filter(isNear);
  const own = distinct(near, most);
  return own.length >= MIN_EVENTS ? own : distinct([...near, ...entries.filter((quiz) => !isNear(quiz))], most);
}

/** The first entries whose years and subjects differ from each other's. */
function distinct(entries: readonly QuizEntry[], most: number): QuizEntry[] {
  const chosen = new Map<number, QuizEntry>();
  const items = new Set<string>();
  for (const quiz of entries) {
    const year = yearOf(quiz) ?? 0;
    if (chosen.size === most) break;
    if (chosen.has(year) || items.has(quiz.entry.subject)) continue;
    chosen.set(year, quiz);
    items.add(quiz.entry.subject);
  }
  return [...chosen.values()];
}

function toQuestion(shown: readonly QuizEntry[]): OrderQuestion {
  const items = shown.map(itemOf);
  const rows = shown.flatMap((quiz) => quiz.rows);
  const right = shown.map((_, at) => at).sort((a, b) => yearAt(shown, a) - yearAt(shown, b));
  const inOrder = right.flatMap((at) => shown[at]?.rows ?? []);
  return {
    id: contentRef('order', ...rows.map(({ id }) => id), ...items),
    mode: 'order',
    prompt: [...new Set(shown.map(({ entry }) => capitalised(entry.subject)))].join(' · '),
    passages: [...new Set(inOrder.flatMap(({ passages }) => passages))],
    facts: rows.map(({ id }) => id),
    subject: shown[0]?.entry.subject ?? '',
    items,
    years: shown.map((_, at) => yearAt(shown, at)),
    right,
  };
}

const yearAt = (shown: readonly QuizEntry[], at: number): number => {
  const quiz = shown[at];
  return (quiz && yearOf(quiz)) ?? 0;
};

/** "Mill House: built"; of a drafted event, whose attribute is what happened, "Mill House was built". */
const itemOf = ({ entry: { subject, attribute }, form }: QuizEntry): string =>
  `${capitalised(subject)}${form === 'event' ? '' : ':'} ${attribute}`;

function yearOf({ kind, value = '' }: QuizEntry): number | undefined {
  const year = kind === 'year' || kind === 'date' ? /\b(?:1\d|20)\d\d\b/.exec(value)?.[0] : undefined;
  return year === undefined ? undefined : Number(year);
}
