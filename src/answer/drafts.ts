import { groupBy } from '../group.ts';
import { type DraftedFact, draftingFacts } from '../material/drafts/index.ts';
import type { Material } from '../material/load.ts';
import { type Fact, OWN_COLLECTION } from '../material/types.ts';
import { inSlices, type Steps } from '../slices.ts';
import { fold } from '../text/fold.ts';
import { buildEntries } from './candidates/entries.ts';
import { spread } from './complete.ts';
import { type KnowledgeBase, languageOfArticle } from './knowledge-base.ts';
import type { FactEntry } from './types.ts';

/** A drafted fact as an entry of its own: drafts word values as their works do, so they are never said to disagree. */
export interface DraftEntry extends DraftedFact {
  readonly entry: FactEntry;
}

/** What rules drafted from a server's own works and nobody has taken into the fact table yet. */
export interface Drafts {
  /** In the works' order. */
  readonly all: readonly DraftEntry[];
  byId(entry: string): DraftEntry | undefined;
  /** How many drafts of a work have been taken into the fact table. */
  taken(source: string): number;
  /** The draft that has this question, however it is written. */
  asked(question: string): DraftEntry | undefined;
  /** The passages that state the answer to a question, however it is written. */
  statedIn(question: string): ReadonlySet<string>;
  /**
   * Those whose names hold words that begin with each of the typed ones, first where the subject begins so; then those of
   * which a question does. `sources`: drafts of these alone.
   */
  find(typed: string, limit: number, sources?: ReadonlySet<string>): DraftEntry[];
}

/** The drafts as they are looked up. */
interface Made {
  readonly named: readonly Named[];
  readonly taken: ReadonlyMap<string, number>;
  readonly ids: ReadonlyMap<string, DraftEntry>;
  readonly questions: ReadonlyMap<string, readonly DraftEntry[]>;
}

interface Named {
  readonly draft: DraftEntry;
  readonly subject: string;
  readonly parts: readonly string[];
  /** The words of each of its questions. */
  readonly questions: readonly (readonly string[])[];
}

const made = new WeakMap<Material, Promise<Made>>();
const NONE: ReadonlySet<string> = new Set();

/**
 * Made in slices when it is first needed, once for each state of the material. `skipped`: ids of facts that are left
 * out.
 */
export async function draftsOf(knowledge: KnowledgeBase, skipped: ReadonlySet<string> = NONE): Promise<Drafts> {
  const known = made.get(knowledge.material) ?? inSlices(drafting(knowledge));
  made.set(knowledge.material, known);
  return lookUp(await known, skipped);
}

function* drafting({ material, language }: KnowledgeBase): Steps<Made> {
  const own = material.collections.filter(({ id }) => id === OWN_COLLECTION);
  const traces = new Set(own.flatMap(({ facts }) => facts.flatMap(tracesOf)));
  const taken = new Map<string, number>();
  const all: DraftEntry[] = [];
  for (const article of own.flatMap(({ articles }) => articles)) {
    const drafts = yield* draftingFacts(article.passages, languageOfArticle(article, language));
    for (const draft of drafts) {
      const { source } = draft.fact;
      const isTaken = tracesOf(draft.fact).some((trace) => traces.has(trace));
      if (isTaken) taken.set(source, (taken.get(source) ?? 0) + 1);
      const [entry] = isTaken ? [] : buildEntries({ ...material, facts: [draft.fact] });
      if (entry) all.push({ ...draft, entry });
      yield;
    }
  }
  const named = all.map((draft) => ({ draft, ...namesOf(draft) }));
  yield;
  const ids = new Map(all.map((draft) => [draft.entry.id, draft]));
  const questions = byQuestion(all);
  return { named, taken, ids, questions };
}

function byQuestion(all: readonly DraftEntry[]): ReadonlyMap<string, readonly DraftEntry[]> {
  const asked = all.flatMap((draft) =>
    [draft.fact.question ?? '', ...draft.fact.otherQuestions].map((each) => ({ question: plain(each), draft })),
  );
  const groups = [...groupBy(asked, ({ question }) => question)];
  return new Map(groups.map(([question, drafts]) => [question, drafts.map(({ draft }) => draft)]));
}

function lookUp({ named, taken, ids, questions }: Made, skipped: ReadonlySet<string>): Drafts {
  const offered = (draft: DraftEntry | undefined) => (draft && skipped.has(draft.fact.id) ? undefined : draft);
  const all = named.flatMap(({ draft }) => offered(draft) ?? []);
  const askedBy = (question: string) => (questions.get(plain(question)) ?? []).filter(offered);
  return {
    all,
    taken: (source) => taken.get(source) ?? 0,
    byId: (entry) => offered(ids.get(entry)),
    asked: (question) => askedBy(question)[0],
    statedIn: (question) => new Set(askedBy(question).flatMap(({ fact }) => fact.passages)),
    find(typed, limit, sources) {
      const words = wordsOf(typed);
      const isWanted = (draft: DraftEntry) =>
        offered(draft) && (sources === undefined || sources.has(draft.fact.source));
      if (words.length === 0) return spread(all.filter(isWanted), limit);
      const isNamed = ({ parts }: Named) => holds(parts, words);
      const isAsked = ({ questions }: Named) => questions.some((question) => holds(question, words));
      const found = named.filter((each) => isWanted(each.draft) && (isNamed(each) || isAsked(each)));
      const nearness = (each: Named) => (each.subject.startsWith(words.join(' ')) ? 2 : Number(isNamed(each)));
      return found
        .sort((a, b) => nearness(b) - nearness(a))
        .slice(0, limit)
        .map(({ draft }) => draft);
    },
  };
}

/** By these a draft is known again among the rows, also where an editor worded the row anew. */
function tracesOf({ subject, attribute, value, unit, asOf, passages: [passage = ''] }: Fact): string[] {
  const as = (...parts: string[]) => [passage, ...parts.map(plain)].join('\n');
  return [as('value', `${value} ${unit ?? ''}`), as('name', subject, attribute, asOf ?? '')];
}

function namesOf({ fact: { question = '', otherQuestions, subject, attribute } }: DraftEntry): Omit<Named, 'draft'> {
  const questions = [question, ...otherQuestions].map(wordsOf);
  return { subject: plain(subject), parts: wordsOf(`${subject} ${attribute}`), questions };
}

/**
 * What is known and what is drafted, for somebody who types: what holds words that begin as typed comes first, the known
 * before the drafted; then what is known and only resembles it.
 */
export function besideDrafts<T>(known: readonly T[], drafted: readonly T[], nameOf: (one: T) => string, typed: string) {
  const words = wordsOf(typed);
  const begins = known.filter((one) => holds(wordsOf(nameOf(one)), words));
  return [...new Set([...begins, ...drafted, ...known])];
}

/** Each of the typed words begins one of the parts. */
const holds = (parts: readonly string[], typed: readonly string[]): boolean =>
  typed.every((word) => parts.some((part) => part.startsWith(word)));

const wordsOf = (text: string): string[] => plain(text).split(' ').filter(Boolean);

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
