import { lazily } from '../../lazily.ts';
import type { Statement, StatementGrammar } from '../statement.ts';

/** What a form found, by the names of its groups. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A form of sentences, and the statement that one of them makes; undefined where it makes none. */
export interface Rule {
  readonly form: RegExp;
  read(groups: Groups): Statement | readonly Statement[] | undefined;
}

/** How a language states facts, as far as forms of whole sentences tell it. Words stand between spaces. */
export interface StatementRules {
  /** Words that make a sentence no plain statement, wherever they stand: hedges, denials, the reader addressed. */
  readonly hedges: string;
  /** Words that a sentence which stands by itself does not begin with. */
  readonly opens: string;
  /** Words that point at another sentence: they stand in no cell of a fact. */
  readonly pointsBack: string;
  /** Words that are no term and that no term begins with: pronouns, and nouns such as "result" or "town", with which a text means one in particular. */
  readonly noTerm: string;
  /** Small words in a name of which initials are made. */
  readonly small: string;
  /** Words of a name change with their place in a sentence: only at its head they are known to stand as people call it. */
  readonly inflects: boolean;
  /** Forms with a term and its value. */
  readonly definitions: readonly RegExp[];
  /** The others, each in its turn: the first that fits is the sentence's. */
  readonly rules: readonly Rule[];
  /** Those without a figure: lists, and by whom something was made. */
  readonly wordRules?: readonly Rule[];
  /** Forms with a person's `name` and `post`, wherever they stand. */
  readonly people?: readonly RegExp[];
  holds?(name: string, post: string): Statement;
  /** The articles that a subject has in front as the rules read it, and names whose own they are. */
  readonly articles?: RegExp;
  readonly kept?: RegExp;
  /** `definition` has no full stop at its end. */
  define(term: string, definition: string): Statement;
  standsFor(initials: string, words: string): Statement;
  /** The statements of somebody's years of birth and death. */
  lived(name: string, born: string, died: string): readonly Statement[];
}

const MAX_SENTENCE = 320;
/** It begins as a sentence does, and ends as one. */
const WHOLE = /^["“„«(]?[\p{Lu}\d].*[.!]$/su;
const MAX_TERM_WORDS = 4;
const MIN_VALUE_WORDS = 4;
const MAX_VALUE = 240;
const MAX_ITEM_WORDS = 5;

/** A grammar that reads each sentence by its rules alone, and passes over whatever they do not fit. */
export function statementsFrom(rules: StatementRules): StatementGrammar {
  const [hedges, opens, pointsBack, noTerm] = [
    anyOf(rules.hedges),
    anyOf(rules.opens, '^'),
    anyOf(rules.pointsBack),
    anyOf(rules.noTerm),
  ];
  const small = new Set(rules.small.split(/\s+/));
  const isSound = ({ subject, attribute, value }: Statement): boolean =>
    [subject, attribute, value].every((cell) => cell.trim() !== '' && !pointsBack.test(cell));

  const define = (term: string, definition: string): Statement => rules.define(term, definition.replace(/[\s.]+$/, ''));

  function definition({ term = '', value = '' }: Groups): Statement[] {
    const named = term.replace(/^["“„«]\s?|\s?["“”»]$/g, '').trim();
    const isTerm = named.length > 2 && named.split(/\s+/).length <= MAX_TERM_WORDS && !/[\d,;:()?!"“”„«»]/.test(named);
    if (!isTerm || noTerm.test(named) || value.length > MAX_VALUE) return [];
    return value.split(/\s+/).length < MIN_VALUE_WORDS ? [] : [define(named, value)];
  }

  const isWhole = (sentence: string): boolean => sentence.length <= MAX_SENTENCE && WHOLE.test(sentence);
  const isPlain = (text: string): boolean => !hedges.test(text) && !opens.test(text) && !text.includes('?');

  function statementsIn(sentence: string): readonly Statement[] {
    if (!isWhole(sentence)) return [];
    const text = withoutReferences(sentence);
    const stated = isPlain(text) ? statementOf(text.replace(INITIALS, '')) : [];
    const { articles = NONE, kept = NONE } = rules;
    return [...livesIn(sentence, rules), ...initialsIn(text, small, rules), ...stated, ...peopleIn(text)]
      .map((statement) => withoutArticle(statement, articles, kept))
      .filter(isSound);
  }

  function peopleIn(text: string): Statement[] {
    const { people = [], holds } = rules;
    const found = people.flatMap((form) => [...text.matchAll(form)].map(({ groups }) => groups ?? {}));
    return holds ? found.map(({ name = '', post = '' }) => holds(name, post)) : [];
  }

  function statementOf(text: string): Statement[] {
    const [defined] = rules.definitions.flatMap((form) => definition(form.exec(text)?.groups ?? {}));
    if (defined) return [defined];
    // What is no definition has a figure: a year or an amount.
    for (const { form, read } of [...(/\d/.test(text) ? rules.rules : []), ...(rules.wordRules ?? [])]) {
      const groups = form.exec(text)?.groups;
      const statement = groups && read(groups);
      if (statement) return [statement].flat();
    }
    return [];
  }

  const standsAlone = (sentence: string): boolean =>
    isWhole(sentence) && isPlain(sentence) && !pointsBack.test(sentence);

  return { statementsIn, standsAlone, goesOn: (sentence) => opens.test(sentence), define };
}

/** Any of the words, whole; "_" joins those of a phrase. */
export function anyOf(words: string, before = String.raw`(?<![\p{L}\d])`): RegExp {
  const forms = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', String.raw`\s`));
  return new RegExp(String.raw`${before}(?:${forms.join('|')})(?![\p{L}\d])`, 'iu');
}

/** Capital words, with one of a language's particles ("de|del|de la") between any two. */
export const nameWith = (particles: string): string =>
  String.raw`\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:${particles})\s)?\p{Lu}[\p{L}.’'-]*){0,6}`;

/** A year of which people keep records. */
export const YEAR = String.raw`(?<year>1[0-9]\d\d|20\d\d)`;

/** What stands between a verb and the year or the end of its sentence. */
export const REST = String.raw`(?<rest>(?:\s(?:[^,.;:]|(?<=\d)[.,](?=\d)){2,120}?)?)`;

/** A number with the word of approximation before it, where there is one: "about 300". */
export const amount = ({ about, number = '' }: Groups): string => [about, number.trim()].filter(Boolean).join(' ');

export const alternatives = (words: string): string => words.trim().split(/\s+/).join('|');

const NONE = /(?!)/;

/** Whether a list has as many items as its lead-in says; `numbers`: the words from two on. */
export function isCounted(items: string, count: string, numbers: string, and: string): boolean {
  const parts = items.split(new RegExp(String.raw`,\s|\s${and}\s`));
  const areShort = parts.every((part) => part.trim() !== '' && part.split(' ').length <= MAX_ITEM_WORDS);
  return parts.length === numbers.split(' ').indexOf(count) + 2 && parts.length > 1 && areShort;
}

/** A subject is filed without its article, unless that is a part of the name (`kept`: "Hague", of "The Hague"). */
export function withoutArticle(statement: Statement, article: RegExp, kept: RegExp): Statement {
  const [found = ''] = article.exec(statement.subject) ?? [];
  if (found === '' || statement.kind === 'acronym') return statement;
  const name = statement.subject.slice(found.length);
  const isKept = kept.test(name);
  return { ...statement, subject: isKept ? found.charAt(0).toUpperCase() + found.slice(1) + name : name };
}

/** The past of a verb of which a participle in -o or -a is written. `endings`: each with what it becomes, the first that fits. */
export function pastOf(participle: string, endings: readonly (readonly [string, string])[]): string {
  const stem = participle.replace(/[oa]s?$/, '');
  const [ending = '', becomes = ''] = endings.find(([end]) => stem.endsWith(end)) ?? [];
  return `${stem.slice(0, stem.length - ending.length)}${becomes}`;
}

export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const INITIALS = /\s\(\p{Lu}[\p{L}&.]{1,7}\)/gu;

/** Without what stands in brackets for the reader of an article: "(García 1909)", "[3]". */
const withoutReferences = (text: string): string =>
  text
    .replace(/\s*\([^()]*\b(?:1[5-9]|20)\d\d[a-z]?[^()]*\)/g, '')
    .replace(/\s*\[\d+\]/g, '')
    .trim();

const LIFE =
  /(?<name>\p{Lu}[\p{L}.’'-]*(?:\s(?:(?:de|del|da|do|dos|von|van|der|la|du)\s){0,2}\p{Lu}[\p{L}.’'-]*){1,4})\s\((?<born>1[0-9]\d\d|20\d\d)\s?[–—-]\s?(?<died>1[0-9]\d\d|20\d\d)\)/gu;
const YOUNGEST = 15;
const OLDEST = 105;
/** Wars, reigns and periods have years in brackets too: their names have words that no person's has. */
const noPerson = lazily(() =>
  anyOf(`guerra guerras revolución revolução révolution revolution guerre krieg война революция империя
  república república república república époque epoca época ära zeit reich república movimiento movimento mouvement
  dinastía dinastia dynastie династия revuelta rebelión revolta rebelião révolte rébellion aufstand восстание imperio império
  reino royaume crisis crise krise кризис`),
);

function livesIn(sentence: string, { lived }: StatementRules): Statement[] {
  if (!/\d{4}\)/.test(sentence)) return [];
  return [...sentence.matchAll(LIFE)].flatMap(({ groups: { name = '', born = '', died = '' } = {} }) => {
    const years = Number(died) - Number(born);
    return years < YOUNGEST || years > OLDEST || noPerson().test(name) ? [] : lived(name, born, died);
  });
}

const IN_BRACKETS = /\((?<short>\p{Lu}(?:[\p{Lu}.]|\p{Ll}(?=\p{Ll}?\p{Lu})){1,7})\)/gu;

/** "Organización Mundial de la Salud (OMS)": the initials of the words before the bracket. */
function initialsIn(
  sentence: string,
  small: ReadonlySet<string>,
  { standsFor, inflects }: StatementRules,
): Statement[] {
  return [...sentence.matchAll(IN_BRACKETS)].flatMap((found) => {
    const short = (found.groups?.short ?? '').replaceAll('.', '');
    const words = sentence.slice(0, found.index).trim().split(/\s+/);
    const at = beginningOf(short, words, small);
    if (at === undefined) return [];
    const long = words.slice(at).join(' ');
    if (inflects && at > 0 && !/^(?:der|die|das)$/i.test(words.slice(0, at).join(' '))) return [];
    return /[,.;:()“”«»]|[’']s$/.test(long) ? [] : [standsFor(short, long)];
  });
}

/** Where the words begin whose initials are the capitals of the short form; small words may stand between them. */
function beginningOf(short: string, words: readonly string[], small: ReadonlySet<string>): number | undefined {
  let at = words.length;
  for (const letter of short.match(/\p{Lu}/gu)?.reverse() ?? []) {
    at--;
    while (small.has(words[at]?.toLowerCase() ?? '')) at--;
    if (words[at]?.charAt(0).toUpperCase() !== letter) return undefined;
  }
  return at;
}
