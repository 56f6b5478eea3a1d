import { type CitationWords, formatShort } from '../../material/cite.ts';
import { contentRef } from '../../material/refs.ts';
import { editDistance } from '../marking/spelling.ts';
import { plain } from '../marking/words.ts';
import { blankOut } from './cloze.ts';
import { distractorsFor } from './distractors.ts';
import { BLANK } from './gaps.ts';
import { givenAway, isDefinition } from './likeness.ts';
import type { Pool, QuizEntry } from './pool.ts';
import { type Random, shuffled } from './random.ts';
import { termsBeside } from './terms.ts';
import type { Mode, Question, TypedQuestion } from './types.ts';
import { isBounded } from './values.ts';

const CHOICES = 4;
const MIN_CHOICES = 3;
/** Longer answers are not asked to be typed, in UTF-16 units. */
const MAX_TYPED = 40;
const MAX_SOURCES = 5;

type Maker = (quiz: QuizEntry) => Question | undefined;

/** Makes a question of a mode from an entry; undefined where the entry gives none. */
export function makersFor(pool: Pool, random: Random, words: CitationWords): Record<Exclude<Mode, 'order'>, Maker> {
  return {
    choice: (quiz) => choice(quiz, pool, random),
    typed: (quiz) => typed(quiz, pool),
    truth: (quiz) => truth(quiz, pool, random),
    source: (quiz) => source(quiz, random, (id) => nameOf(id, pool, words)),
    cloze: (quiz) => cloze(quiz, pool, random),
  };
}

function choice(quiz: QuizEntry, pool: Pool, random: Random): Question | undefined {
  const { value } = quiz;
  if (value === undefined || tellsItself(quiz) || isSpeltOut(quiz)) return undefined;
  const wrong = distractorsFor(quiz, pool, random, CHOICES - 1);
  if (wrong.length < MIN_CHOICES - 1 || standsOut(quiz, wrong)) return undefined;
  return withChoices('choice', quiz, quiz.prompt, { value, wrong, random });
}

/** Whether the right definition alone has a word of its term. */
function standsOut(quiz: QuizEntry, wrong: readonly string[]): boolean {
  if (!isDefinition(quiz)) return false;
  const others = new Set(wrong.flatMap(quiz.stemsOf));
  return givenAway(quiz.stemsOf(quiz.entry.subject), quiz.stems).some((stem) => givenAway([stem], others).length === 0);
}

function withChoices(
  mode: 'choice' | 'cloze',
  quiz: QuizEntry,
  prompt: string,
  { value, wrong, random }: { readonly value: string; readonly wrong: readonly string[]; readonly random: Random },
): Question {
  const choices = shuffled(random, [value, ...wrong]);
  return { ...base(mode, quiz, prompt), mode, choices, right: choices.indexOf(value) };
}

const TYPED_KINDS: Partial<Record<QuizEntry['kind'], TypedQuestion['kind']>> = {
  year: 'date',
  date: 'date',
  number: 'number',
  money: 'number',
  percent: 'number',
  list: 'list',
  name: 'name',
};

function typed(quiz: QuizEntry, pool: Pool): Question | undefined {
  const { value, kind, entry, form } = quiz;
  const as = form === 'acronym' ? 'name' : TYPED_KINDS[kind];
  const [side] = entry.sides;
  if (value === undefined || side === undefined || as === undefined) return undefined;
  if (value.length > MAX_TYPED || isBounded(value) || tellsItself(quiz)) return undefined;
  const head = value.split(', ', 1)[0] ?? value;
  const names = as === 'name' ? [head, ...pool.claims.aliasesOf(head)].filter((name) => !isTold(name, quiz)) : [];
  const withUnit = [side.value, side.unit].filter(Boolean).join(' ');
  const answers = [...new Set([value, side.value, withUnit, ...names])];
  return { ...base('typed', quiz, quiz.prompt), mode: 'typed', answers, kind: as, ...unlike(answers, pool) };
}

/** Other names are no answer where the question uses them itself. */
const isTold = (name: string, { words, stemsOf }: QuizEntry): boolean => stemsOf(name).every((stem) => words.has(stem));

/** Names farther away are never taken for one another. */
const MAX_DISTANCE = 4;

/** The names of the material that are spelt nearly like an answer. */
function unlike(answers: readonly string[], { names }: Pool): Pick<TypedQuestion, 'unlike'> {
  const own = answers.map(plain);
  const near = names.filter(
    ({ plain: other }) => own.every((answer) => answer !== other) && own.some((answer) => isWithin(answer, other)),
  );
  return near.length === 0 ? {} : { unlike: near.map(({ name }) => name) };
}

const isWithin = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) <= MAX_DISTANCE && editDistance(one, other) <= MAX_DISTANCE;

/** Whether the question says what it asks for. */
const tellsItself = ({ stems, words }: QuizEntry): boolean =>
  stems.size > 0 && [...stems].every((stem) => words.has(stem));

/** Initials tell which words they stand for: these are to be typed only. */
function isSpeltOut({ form, entry: { subject }, value = '' }: QuizEntry): boolean {
  const initials = value.replace(/(?<=\p{L})[^\s-]*|[^\p{L}]/gu, '');
  return form === 'acronym' || (subject.length > 1 && subject === initials.replace(/\p{Ll}/gu, ''));
}

/** The prompt is the question, or the term that is defined, with the right value or a wrong one. */
function truth(quiz: QuizEntry, pool: Pool, random: Random): Question | undefined {
  if (quiz.value === undefined || tellsItself(quiz) || isSpeltOut(quiz)) return undefined;
  const [wrong] = distractorsFor(quiz, pool, random, 1);
  if (wrong === undefined || standsOut(quiz, [wrong])) return undefined;
  const isTrue = random() < 0.5;
  const prompt = stated(quiz, isTrue ? quiz.value : wrong);
  const behind = { prompt: quiz.prompt, answer: quiz.value };
  return { ...base('truth', quiz, prompt), mode: 'truth', choices: ['true', 'false'], right: isTrue ? 0 : 1, behind };
}

/** "(WWO)" behind its long form would answer another question, which asks what it stands for. */
const INITIALS = /\s\(\p{Lu}{2,6}s?\)/gu;

function stated(quiz: QuizEntry, value: string): string {
  if (quiz.form === 'gap') return quiz.prompt.replace(BLANK, value);
  if (quiz.kind === 'year' && quiz.sentence !== undefined && quiz.value !== undefined)
    return quiz.sentence.replace(quiz.value, value).replace(INITIALS, '');
  return `${isDefinition(quiz) ? `${quiz.entry.subject}:` : quiz.prompt} ${value}`;
}

/** Only where sources differ, and each says one thing. */
function source(quiz: QuizEntry, random: Random, name: (source: string) => string): Question | undefined {
  const { sides, disputed } = quiz.entry;
  if (!disputed || quiz.isDrafted || sides.length > MAX_SOURCES) return undefined;
  const named = sides.map(({ rows }) => [...new Set(rows.map((row) => row.source))]);
  const ids = named.flat();
  if (named.some(({ length }) => length !== 1) || new Set(ids).size < ids.length) return undefined;
  const names = ids.map(name);
  if (new Set(names).size < names.length) return undefined;
  const at = Math.floor(random() * sides.length);
  const [side, right = ''] = [sides[at], names[at]];
  if (side === undefined) return undefined;
  const prompt = `${quiz.prompt} ${[side.value, side.unit].filter(Boolean).join(' ')}`;
  const choices = shuffled(random, names);
  const passages = [...new Set(side.rows.flatMap((row) => row.passages))];
  return { ...base('source', quiz, prompt), passages, mode: 'source', choices, right: choices.indexOf(right) };
}

function nameOf(id: string, { material }: Pool, words: CitationWords): string {
  const found = material.sources.get(id);
  return found ? formatShort(found, words) : id;
}

/** A gap, or the definition with its term left out: to be chosen where there are others, else to be typed. */
function cloze(quiz: QuizEntry, pool: Pool, random: Random): Question | undefined {
  const { entry, value } = quiz;
  if (quiz.form === 'gap') return asCloze(choice(quiz, pool, random) ?? typed(quiz, pool), quiz);
  if (!isDefinition(quiz) || value === undefined) return undefined;
  const prompt = blankOut(quiz);
  if (prompt === undefined) return undefined;
  const wrong = termsBeside(quiz, pool, random, CHOICES - 1);
  if (wrong.length >= MIN_CHOICES - 1) {
    const [value = '', ...others] = alike([entry.subject, ...wrong]);
    return withChoices('cloze', quiz, prompt, { value, wrong: others, random });
  }
  return {
    ...base('cloze', quiz, prompt),
    mode: 'cloze',
    answers: [entry.subject],
    kind: 'text',
    ...unlike([entry.subject], pool),
  };
}

const asCloze = (question: Question | undefined, quiz: QuizEntry): Question | undefined =>
  question && ({ ...question, ...base('cloze', quiz, quiz.prompt) } as Question);

/** Terms that stood at the beginning of a sentence have a capital: where only some have one, all get it. */
function alike(terms: readonly string[]): readonly string[] {
  const isSmall = (term: string) => /^\p{Ll}/u.test(term);
  if (terms.every(isSmall)) return terms;
  return terms.map((term) => (/^\p{Ll}+(?!\p{L})/u.test(term) ? term.charAt(0).toUpperCase() + term.slice(1) : term));
}

function base<M extends Mode>(mode: M, { entry, rows }: QuizEntry, prompt: string) {
  return {
    id: contentRef(mode, entry.id, prompt),
    mode,
    prompt,
    passages: [...new Set(rows.flatMap(({ passages }) => passages))],
    facts: rows.map(({ id }) => id),
    subject: entry.subject,
  };
}
