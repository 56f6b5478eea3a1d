import { buildingEntries } from '../../answer/candidates/entries.ts';
import { type KnowledgeBase, languageOfArticle } from '../../answer/knowledge-base.ts';
import type { FactEntry, Side } from '../../answer/types.ts';
import { groupBy } from '../../group.ts';
import { type DraftedFact, draftingFacts } from '../../material/drafts/index.ts';
import type { Material } from '../../material/load.ts';
import type { Fact, Passage } from '../../material/types.ts';
import type { Steps } from '../../slices.ts';
import { analyserOf } from '../../text/analyser.ts';
import type { Language } from '../../text/language.ts';
import { plain } from '../marking/words.ts';
import { type Claims, readingClaims } from './claims.ts';
import { findingContested } from './contested.ts';
import { gapsIn } from './gaps.ts';
import { goesOn, isFigure, type ValueKind, valueKind } from './values.ts';

/** What questions are made of: the entries of the fact table and of drafts, and what the material says of any value. */
export interface Pool {
  readonly material: Material;
  readonly entries: readonly QuizEntry[];
  readonly claims: Claims;
  /** Names and terms that may be typed as an answer. */
  readonly names: readonly ComparedName[];
  /** The stems of a text's informative words, in the language of most of the material. */
  stems(text: string): readonly string[];
  /** Whether two stems are equal or near in meaning. */
  areNear(one: string, other: string): boolean;
}

export interface ComparedName {
  readonly name: string;
  /** As it is compared with others. */
  readonly plain: string;
}

export interface QuizEntry {
  readonly entry: FactEntry;
  /** Those that give the value; all of them where sources differ. */
  readonly rows: readonly Fact[];
  /** The value with its unit, where all sources give the same one; of drafts, whose wording differs, the first. */
  readonly value: string | undefined;
  readonly kind: ValueKind;
  readonly form?: FactForm | undefined;
  /** Nobody has checked the fact: rules read it from the text. */
  readonly isDrafted: boolean;
  /** What it was drafted from, where that gives the value word for word, once. */
  readonly sentence?: string | undefined;
  readonly prompt: string;
  /** The stems of its subject, attribute and question. */
  readonly words: ReadonlySet<string>;
  /** The stems of its value. */
  readonly stems: ReadonlySet<string>;
  /** The stems of a text's informative words, in the language of its work. */
  stemsOf(text: string): readonly string[];
}

/** What a fact is made as, where that is known; "gap": a sentence with a figure left out. */
export type FactForm = DraftedFact['kind'] | 'gap';

const pools = new WeakMap<Material, Pool>();

/** Made once for each state of the material. */
export function* poolOf(knowledge: KnowledgeBase): Steps<Pool> {
  const known = pools.get(knowledge.material);
  if (known) return known;
  const pool = yield* makePool(knowledge);
  pools.set(knowledge.material, pool);
  return pool;
}

function* makePool(knowledge: KnowledgeBase): Steps<Pool> {
  const { material, language } = knowledge;
  const own = readingOf(language);
  const readings = new Map(
    material.articles.map((article) => [article.source.id, readingOf(languageOfArticle(article, language))]),
  );
  yield;
  const drafts = yield* draftsOf(knowledge);
  const drafted = new Map(drafts.map((draft) => [draft.fact.id, draft]));
  const facts = [...material.facts, ...drafts.map(({ fact }) => fact)];
  const entries = yield* buildingEntries({ ...material, facts });
  const quizEntries: QuizEntry[] = [];
  for (const entry of entries) {
    const [row] = entry.rows;
    quizEntries.push(quizEntry(entry, drafted.get(row?.id ?? ''), readings.get(row?.source ?? '') ?? own));
    yield;
  }
  const contested = yield* findingContested(quizEntries);
  return {
    material,
    entries: quizEntries.map((quiz) => (contested.has(quiz) ? { ...quiz, value: undefined } : quiz)),
    claims: yield* readingClaims(material, entries, language),
    names: yield* comparing(namesIn(material, entries)),
    stems: own.stems,
    areNear: (one, other) => one === other || language.synonymsOf(one).some(({ term }) => term === other),
  };
}

/** What telling questions of a work takes of its language. */
interface Reading {
  readonly stems: Pool['stems'];
  /** What a fact that defines its subject calls that. */
  readonly definition: string;
}

function readingOf(language: Language): Reading {
  const { analyse } = analyserOf(language);
  return {
    stems: (text) => analyse(text).flatMap(({ term, stop }) => (stop ? [] : [term])),
    definition: language.statements.define('', '').attribute,
  };
}

function namesIn({ terms }: Material, entries: readonly FactEntry[]): string[] {
  const values = entries.flatMap(({ sides }) =>
    sides.flatMap((side) => (valueKind(side) === 'name' ? [side.value] : [])),
  );
  return [...new Set([...terms.map(({ name }) => name), ...entries.map(({ subject }) => subject), ...values])];
}

function* comparing(names: readonly string[]): Steps<ComparedName[]> {
  const compared: ComparedName[] = [];
  for (const name of names) {
    compared.push({ name, plain: plain(name) });
    yield;
  }
  return compared;
}

interface Drafted {
  readonly kind: FactForm;
  readonly fact: Fact;
  readonly sentence?: string;
}

/**
 * Drafts of passages that the table says nothing of, and figures of their sentences that no draft has. People's professions
 * are left out: who is called one thing may be another as well.
 */
function* draftsOf({ material, language, coverageOf }: KnowledgeBase): Steps<Drafted[]> {
  const drafted: Drafted[] = [];
  for (const article of material.articles) {
    const uncovered = article.passages.filter(({ id }) => coverageOf(id) === 'none');
    const written = languageOfArticle(article, language);
    const drafts = (yield* draftingFacts(uncovered, written)).filter(({ kind }) => kind !== 'person');
    const figures = groupBy(drafts, ({ fact }) => fact.passages[0] ?? '');
    const isDrafted = ({ id }: Passage, figure: string) =>
      figures.get(id)?.some(({ fact }) => `${fact.attribute} ${fact.value}`.includes(figure)) ?? false;
    const gaps = yield* gapsIn(uncovered, written, isDrafted);
    drafted.push(...drafts, ...gaps.map((fact) => ({ kind: 'gap' as const, fact })));
  }
  return drafted;
}

function quizEntry(entry: FactEntry, draft: Drafted | undefined, { stems, definition }: Reading): QuizEntry {
  const { subject, attribute, asOf, sides, rows } = entry;
  const [side] = sides;
  const form = draft?.kind ?? (attribute === definition ? 'definition' : undefined);
  const agreed = side !== undefined && isAgreed(entry, side, draft) ? side : undefined;
  // Behind a gap its unit stands already.
  const value = agreed && [agreed.value, form === 'gap' ? undefined : agreed.unit].filter(Boolean).join(' ');
  const asked = rows[0]?.question ?? `${subject}: ${attribute}`;
  return {
    entry,
    rows: agreed?.rows ?? rows,
    value,
    // A definition is text, even where it lists things.
    kind: side === undefined || form === 'definition' || form === 'glossary' ? 'text' : valueKind(side),
    form,
    isDrafted: draft !== undefined,
    sentence: draft?.sentence?.split(side?.value ?? '').length === 2 ? draft.sentence : undefined,
    prompt: asOf === undefined || asked.includes(asOf) ? asked : `${asked} (${asOf})`,
    words: new Set(stems(`${subject} ${attribute} ${asked}`)),
    stems: new Set(stems(value ?? '')),
    stemsOf: stems,
  };
}

/** Of drafts the wording differs where the sources do not; a figure that differs is another one. */
function isAgreed({ sides, disputed }: FactEntry, side: Side, draft: Drafted | undefined): boolean {
  if (draft === undefined || draft.kind === 'gap' || isFigure(valueKind(side))) return !disputed && sides.length === 1;
  return !goesOn(side.value);
}
