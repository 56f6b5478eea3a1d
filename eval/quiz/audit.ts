import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { groupBy } from '../../src/group.ts';
import { ENGLISH_CITATIONS, formatShort } from '../../src/material/cite.ts';
import type { Fact } from '../../src/material/types.ts';
import type { ChoiceQuestion, OrderQuestion, Question } from '../../src/study/questions/types.ts';
import { fold } from '../../src/text/fold.ts';
import { readStated, type Stated, statedValue } from './stated.ts';

/**
 * What a run of questions shows: how many of each mode; by a reading of its own, what in them the material gainsays;
 * choices that stand twice, and where the right answer stands with its chi-square.
 */
export function auditQuestions(questions: readonly Question[], knowledge: KnowledgeBase): string {
  const stated = readStated(knowledge);
  const chosen = questions.filter((question) => 'choices' in question);
  const faults = groupBy(
    [...byId(questions)].flatMap((question) => faultsOf(question, stated, knowledge)),
    ([name]) => name,
  );
  const doubled = chosen.filter(({ choices }) => new Set(choices.map(fold)).size < choices.length);
  const wrongRight = chosen.filter(({ right, choices }) => choices[right] === undefined);
  return [
    ...[...groupBy(questions, ({ mode }) => mode)].map(
      ([mode, some]) => `${mode}: ${some.length} made, ${new Set(some.map(({ facts }) => facts.join())).size} facts`,
    ),
    ...FAULTS.map((name) => {
      const found = new Set(faults.get(name)?.map(([, what]) => what));
      return `${name}: ${found.size}${[...found].map((each) => `\n  ${each}`).join('')}`;
    }),
    `questions with a choice twice: ${doubled.length}`,
    `questions without a right choice: ${wrongRight.length}`,
    ...[...groupBy(chosen, ({ mode, choices }) => `${mode} of ${choices.length}`)].map(([name, some]) =>
      placesOf(name, some),
    ),
  ].join('\n');
}

/** Each question with its choices once, wherever they stand. */
function byId(questions: readonly Question[]): Iterable<Question> {
  const key = (question: Question) =>
    'choices' in question ? `${question.id} ${[...question.choices].sort().join('|')}` : question.id;
  return new Map(questions.map((question) => [key(question), question])).values();
}

const FAULTS = [
  'distractors that are true by the material',
  'false statements that are true by the material',
  'true statements that no row gives',
  'blanks that another choice fills',
  'other sources that say it too',
  'orders that the rows do not give',
] as const;
type Fault = readonly [(typeof FAULTS)[number], string];

function faultsOf(question: Question, stated: Stated, knowledge: KnowledgeBase): Fault[] {
  switch (question.mode) {
    case 'choice':
      return wrongOf(question)
        .filter((choice) => isBorneOut(choice, question.subject, stated))
        .map((choice) => ['distractors that are true by the material', `${question.prompt} ${choice}`]);
    case 'truth':
      return truthFaults(question, stated);
    case 'cloze':
      return 'choices' in question ? clozeFaults(question, stated) : [];
    case 'source':
      return sourceFaults(question, stated, knowledge);
    case 'order':
      return isInOrder(question, stated) ? [] : [['orders that the rows do not give', question.items.join(' · ')]];
    default:
      return [];
  }
}

const wrongOf = ({ choices, right }: ChoiceQuestion): string[] => choices.filter((_, at) => at !== right);

const isGiven = (value: string, subject: string, { rowsOn }: Stated): boolean =>
  rowsOn(subject).some((row) => statedValue(row) === fold(value));

/** By a row of the subject, or by any sentence that has the subject and the value. */
const isBorneOut = (value: string, subject: string, stated: Stated): boolean =>
  isGiven(value, subject, stated) || stated.isSaid(subject, value);

function truthFaults({ prompt, subject, right }: ChoiceQuestion, stated: Stated): Fault[] {
  if (stated.isSentence(prompt)) return right === 0 ? [] : [['false statements that are true by the material', prompt]];
  const value = stated.valueAtEnd(prompt);
  // A sentence with another figure in it.
  if (value === '' && right !== 0) return [];
  if (right === 0) return isGiven(value, subject, stated) ? [] : [['true statements that no row gives', prompt]];
  return isBorneOut(value, subject, stated) ? [['false statements that are true by the material', prompt]] : [];
}

function clozeFaults(question: ChoiceQuestion, stated: Stated): Fault[] {
  const definition = question.prompt.replace(/_{2,}:?/g, ' ');
  return wrongOf(question)
    .filter((term) => stated.isDefinedBy(definition, term, question.subject))
    .map((term) => ['blanks that another choice fills', `${question.prompt} ${term}`]);
}

function sourceFaults(question: ChoiceQuestion, stated: Stated, { material }: KnowledgeBase): Fault[] {
  const value = stated.valueAtEnd(question.prompt);
  const wrong = new Set(wrongOf(question));
  const sources = [...material.sources.values()].filter((source) => wrong.has(formatShort(source, ENGLISH_CITATIONS)));
  const asked = stated.rowsOn(question.subject).filter(({ id }) => question.facts.includes(id));
  const attributes = new Set(asked.map(({ attribute }) => attribute));
  return sources
    .filter(({ id }) =>
      stated
        .rowsOn(question.subject)
        .some((row) => row.source === id && attributes.has(row.attribute) && statedValue(row) === value),
    )
    .map((source) => ['other sources that say it too', `${question.prompt} ${formatShort(source, ENGLISH_CITATIONS)}`]);
}

/** By the years of all rows of each item's subject and attribute. */
function isInOrder({ items, right }: OrderQuestion, { rowsOn }: Stated): boolean {
  const years = right.map((at) => {
    const dates = rowsNamed(items[at] ?? '', rowsOn);
    const found = new Set(dates.map(({ value }) => /\b(?:1\d|20)\d\d\b/.exec(value)?.[0]));
    return found.size === 1 ? Number([...found][0]) : Number.NaN;
  });
  return years.every((year, at) => at === 0 || year > (years[at - 1] ?? 0)) && !years.some(Number.isNaN);
}

/** Those of "Mill House: built", and of "Mill House was built". */
function rowsNamed(item: string, rowsOn: Stated['rowsOn']): readonly Fact[] {
  const words = item.split(' ');
  return words.flatMap((_, at) => {
    const [subject, attribute] = [words.slice(0, at).join(' ').replace(/:$/, ''), words.slice(at).join(' ')];
    return rowsOn(subject).filter((row) => row.attribute === attribute);
  });
}

/** 5 % of even draws exceed these: chi-square for 1 to 4 degrees of freedom. */
const CRITICAL = [3.84, 5.99, 7.81, 9.49];

function placesOf(name: string, questions: readonly ChoiceQuestion[]): string {
  const places = questions[0]?.choices.length ?? 0;
  const counts = Array.from({ length: places }, (_, at) => questions.filter(({ right }) => right === at).length);
  const expected = questions.length / places;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return `right place, ${name}: ${counts.join(' ')}, chi-square ${chiSquare.toFixed(2)} (5 %: ${CRITICAL[places - 2]})`;
}
