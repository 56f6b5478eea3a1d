import type { Hit, QueryWord, RankedHit } from '../../search/types.ts';
import { remembered } from '../../text/analyser.ts';
import { withoutFraming } from '../../text/framing.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { type ParsedQuestion, parseQuestion } from '../question/parsed-question.ts';
import type { FactEntry } from '../types.ts';
import { type RejectionReason, rejectionOf } from '../verdict/rejection.ts';
import { isIn } from './entries.ts';
import type { EntryHit } from './entry-index.ts';
import type { ParsedEntry } from './parsed-entry.ts';
import type { Asking } from './query-likelihood.ts';

/** An entry that was found, compared with the question. */
export interface Candidate extends EntryHit {
  readonly parsed: ParsedEntry;
  readonly asking: Asking;
  readonly rejection: RejectionReason | undefined;
  /** The table itself says that this entry answers the question. */
  readonly isOwn: boolean;
}

/** Everything found for a question. */
export interface Candidates {
  readonly question: ParsedQuestion;
  readonly candidates: readonly Candidate[];
  /** The entries that the search finds, best first. */
  readonly facts: readonly EntryHit[];
  readonly hits: readonly Hit[];
  readonly words: readonly QueryWord[];
  /** How many different terms the passages have. */
  readonly terms: number;
  /** The largest likelihood of the candidates, in nats. */
  readonly likeliest: number;
  /** How telling a key is; see query-likelihood.ts. */
  rarity(key: string): number;
  /** Terms that the language uses for nearly the same as one. */
  relatedTo(key: string): readonly string[];
}

/** So many entries are compared that the search finds, and so many that the question most likely asks for. */
const MAX_FOUND = 15;
const MAX_ASKED_FOR = 10;
/** The search is heard on so many, should the question ask for one that it puts far down. */
const MAX_RATED = 60;
const MAX_PASSAGES = 10;

/** `sources`: these alone are searched. */
export function gatherCandidates(knowledge: KnowledgeBase, text: string, sources?: ReadonlySet<string>): Candidates {
  const { parser, language } = knowledge;
  const typed = parser.parseTokens(withoutFraming(parser.analyser.analyse(text), language.questions));
  const facts = knowledge.entries.search(text, typed.tokens, { limit: MAX_RATED, sources });
  const { hits, words } = knowledge.passages.search(knowledge.passages.parse(text, typed.tokens), {
    limit: MAX_PASSAGES,
    ...(sources === undefined ? {} : { groups: sources }),
  });
  const question = parseQuestion(text, typed, facts.words, parser);
  const likelihoods = knowledge.likelihoods(question);
  const own = new Set(knowledge.ownQuestions(question));
  const others = [...likelihoods.best(MAX_ASKED_FOR), ...own].filter((entry) => isIn(entry, sources));
  const candidates = choose(facts.hits, others).map((found) => {
    const parsed = knowledge.parsed(found.entry);
    const isOwn = own.has(found.entry);
    const rejection = isOwn ? undefined : rejectionOf(question, found, parsed);
    return { ...found, parsed, asking: likelihoods.of(found.entry), isOwn, rejection };
  });
  return {
    question,
    candidates,
    facts: facts.hits,
    hits,
    words,
    terms: knowledge.passages.terms,
    likeliest: Math.max(...candidates.map(({ asking }) => asking.likelihood)),
    rarity: likelihoods.rarity,
    relatedTo: remembered((key) => language.synonymsOf(key).map(({ term }) => term)),
  };
}

/** The first entries that the search finds, and the others. */
function choose(found: readonly EntryHit[], others: readonly FactEntry[]): EntryHit[] {
  const hits = new Map(found.map(({ entry, hit }) => [entry, hit]));
  const chosen = new Set([...found.slice(0, MAX_FOUND).map(({ entry }) => entry), ...others]);
  return [...chosen].map((entry) => ({ entry, hit: hits.get(entry) ?? { ...NOT_FOUND, id: entry.id } }));
}

/** What the search has to say of an entry that it did not find. */
const NOT_FOUND: RankedHit = {
  id: '',
  score: Number.NEGATIVE_INFINITY,
  coverage: 0,
};
