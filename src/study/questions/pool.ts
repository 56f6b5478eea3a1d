import { buildEntries } from '../../answer/candidates/entries.ts';
import { type KnowledgeBase, languageOfArticle } from '../../answer/knowledge-base.ts';
import type { FactEntry } from '../../answer/types.ts';
import { type DraftedFact, draftingFacts } from '../../material/drafts/index.ts';
import type { Material } from '../../material/load.ts';
import type { Fact } from '../../material/types.ts';
import type { Steps } from '../../slices.ts';
import { analyserOf } from '../../text/analyser.ts';
import type { Language } from '../../text/language.ts';
import { type Claims, readingClaims } from './claims.ts';
import { goesOn, type ValueKind, valueKind } from './values.ts';

/** What questions are made of: the entries of the fact table and of drafts, and what the material says of any value. */
export interface Pool {
  readonly material: Material;
  readonly entries: readonly QuizEntry[];
  readonly claims: Claims;
  /** Names and terms that may be typed as an answer. */
  readonly names: readonly string[];
  /** The stems of a text's informative words, in the language of most of the material. */
  stems(text: string): readonly string[];
  /** Whether two stems are equal or near in meaning. */
  areNear(one: string, other: string): boolean;
}

export interface QuizEntry {
  readonly entry: FactEntry;
  /** Those that give the value; all of them where sources differ. */
  readonly rows: readonly Fact[];
  /** The value with its unit, where all sources give the same one; of drafts, whose wording differs, the first. */
  readonly value: string | undefined;
  readonly kind: ValueKind;
  /** Set where rules drafted the fact. */
  readonly draft?: DraftedFact['kind'];
  readonly prompt: string;
  /** The stems of its subject, attribute and question. */
  readonly words: ReadonlySet<string>;
  /** The stems of its value. */
  readonly stems: ReadonlySet<string>;
  /** The stems of a text's informative words, in the language of its work. */
  stemsOf(text: string): readonly string[];
}

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
  const stems = stemmerOf(language);
  const stemmers = new Map(
    material.articles.map((article) => [article.source.id, stemmerOf(languageOfArticle(article, language))]),
  );
  yield;
  const drafts = yield* draftsOf(knowledge);
  const kinds = new Map(drafts.map(({ fact, kind }) => [fact.id, kind]));
  const entries = buildEntries({ ...material, facts: [...material.facts, ...drafts.map(({ fact }) => fact)] });
  yield;
  const quizEntries: QuizEntry[] = [];
  for (const entry of entries) {
    const [row] = entry.rows;
    quizEntries.push(quizEntry(entry, kinds.get(row?.id ?? ''), stemmers.get(row?.source ?? '') ?? stems));
    yield;
  }
  return {
    material,
    entries: quizEntries,
    claims: yield* readingClaims(material, entries, language),
    names: namesIn(material, entries),
    stems,
    areNear: (one, other) => one === other || language.synonymsOf(one).some(({ term }) => term === other),
  };
}

function stemmerOf(language: Language): Pool['stems'] {
  const { analyse } = analyserOf(language);
  return (text) => analyse(text).flatMap(({ term, stop }) => (stop ? [] : [term]));
}

function namesIn({ terms }: Material, entries: readonly FactEntry[]): string[] {
  const values = entries.flatMap(({ sides }) =>
    sides.flatMap((side) => (valueKind(side) === 'name' ? [side.value] : [])),
  );
  return [...new Set([...terms.map(({ name }) => name), ...entries.map(({ subject }) => subject), ...values])];
}

/** People's professions are left out: who is called one thing may be another as well. */
function* draftsOf({ material, language, coverageOf }: KnowledgeBase): Steps<DraftedFact[]> {
  const drafts: DraftedFact[] = [];
  for (const article of material.articles) {
    const untold = article.passages.filter(({ id }) => coverageOf(id) === 'none');
    const written = languageOfArticle(article, language);
    drafts.push(...(yield* draftingFacts(untold, written)).filter(({ kind }) => kind !== 'person'));
  }
  return drafts;
}

function quizEntry(entry: FactEntry, draft: DraftedFact['kind'] | undefined, stems: Pool['stems']): QuizEntry {
  const { subject, attribute, asOf, sides, disputed, rows } = entry;
  const [side] = sides;
  const agreed = side !== undefined && (draft !== undefined ? !goesOn(side.value) : !disputed && sides.length === 1);
  const value = agreed ? (side.unit === undefined ? side.value : `${side.value} ${side.unit}`) : undefined;
  const asked = rows[0]?.question ?? `${subject}: ${attribute}`;
  return {
    entry,
    rows: agreed ? side.rows : rows,
    value,
    // A definition is text, even where it lists things.
    kind: side === undefined || draft === 'definition' || draft === 'glossary' ? 'text' : valueKind(side),
    ...(draft === undefined ? {} : { draft }),
    prompt: asOf === undefined || asked.includes(asOf) ? asked : `${asked} (${asOf})`,
    words: new Set(stems(`${subject} ${attribute} ${asked}`)),
    stems: new Set(stems(value ?? '')),
    stemsOf: stems,
  };
}
