import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { groupBy } from '../../src/group.ts';
import type { ChoiceQuestion, Question } from '../../src/study/questions/types.ts';
import { fold } from '../../src/text/fold.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/** Longer choices are sentences of their own, and found nowhere else word for word. */
const MAX_WORDS = 8;

/**
 * What a run of questions shows: how many of each mode, distractors that the material bears out by a search of its own,
 * choices that stand twice, and where the right answer stands with its chi-square.
 */
export function auditQuestions(questions: readonly Question[], knowledge: KnowledgeBase): string {
  const sentences = sentencesOf(knowledge);
  const chosen = questions.filter((question) => 'choices' in question);
  const borneOut = new Set(
    chosen
      .filter(({ mode }) => mode === 'choice')
      .flatMap((question) =>
        wrongOf(question)
          .filter((choice) => isBorneOut(choice, question, sentences, knowledge))
          .map((choice) => `${question.prompt} ${choice}`),
      ),
  );
  const doubled = chosen.filter(({ choices }) => new Set(choices.map(fold)).size < choices.length);
  const wrongRight = chosen.filter(({ right, choices }) => choices[right] === undefined);
  return [
    ...[...groupBy(questions, ({ mode }) => mode)].map(
      ([mode, some]) => `${mode}: ${some.length} made, ${new Set(some.map(({ facts }) => facts.join())).size} facts`,
    ),
    `distractors that the material bears out: ${borneOut.size}${[...borneOut].map((each) => `\n  ${each}`).join('')}`,
    `questions with a choice twice: ${doubled.length}`,
    `questions without a right choice: ${wrongRight.length}`,
    ...[...groupBy(chosen, ({ mode, choices }) => `${mode} of ${choices.length}`)].map(([name, some]) =>
      placesOf(name, some),
    ),
  ].join('\n');
}

const wrongOf = ({ choices, right }: ChoiceQuestion): string[] => choices.filter((_, at) => at !== right);

/** By the table's rows of the subject, and by any sentence that has the subject and the choice. */
function isBorneOut(
  choice: string,
  question: ChoiceQuestion,
  sentences: readonly string[],
  { material }: KnowledgeBase,
): boolean {
  const [value, subject] = [fold(choice), fold(question.subject)];
  if (
    material.facts.some(
      (fact) => fold(fact.subject) === subject && fold(`${fact.value} ${fact.unit ?? ''}`).trim() === value,
    )
  )
    return true;
  if (choice.split(' ').length > MAX_WORDS) return false;
  const words = new RegExp(`(?<![\\p{L}\\p{N}])${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');
  return sentences.some((sentence) => sentence.includes(subject) && words.test(sentence));
}

function sentencesOf({ material, language }: KnowledgeBase): string[] {
  return [...material.passages.values()].flatMap(({ text }) =>
    splitSentences(text, language).map(([from, to]) => fold(text.slice(from, to))),
  );
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
