import { fitsType } from '../candidates/entry-value.ts';
import type { Candidate, Candidates } from '../candidates/gather.ts';
import { bestShare, share } from '../candidates/overlap.ts';

/** A candidate with its place in the order: larger is better, e to its power is in proportion to its chance to be first. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

/**
 * What puts entries in order. A feature is a line here and its weight in weights.ts. Shares are 0..1; a share of nothing
 * counts as a half.
 */
export const RANK_FEATURES = [
  // What the entry's likelihood lacks of the likeliest one's, in nats, as a negative number; see query-likelihood.ts.
  { name: 'lessLikely', compute: lessLikely },
  // How much of the nearest of the entry's own questions this one holds, by rarity.
  { name: 'held', compute: ({ asking }) => asking.held },
  // Share of the question, by rarity, that nobody asks of this entry, nor anything that means nearly the same.
  { name: 'unrelated', compute: unrelatedShare },
  // 1 where the passage search puts one of the entry's passages first, falling to 0 by its place.
  { name: 'passageRank', compute: passageRank },
] as const satisfies readonly { name: string; compute(candidate: Candidate, found: Candidates): number }[];

/** The first of the entries among the others, and among the passages found. */
interface Standing {
  readonly first: Ranked;
  readonly ranked: readonly Ranked[];
  readonly found: Candidates;
}

/** What tells whether the first entry answers. */
export const VERDICT_FEATURES = [
  // What the words that are less likely add to the likelihood.
  { name: 'against', compute: ({ first }) => first.candidate.asking.against },
  // 1 where one of the entry's questions asks by the same pair of words ("how many states"), a half where none asks.
  { name: 'pairAsked', compute: ({ first }) => first.candidate.asking.pairAsked },
  // 1 where it is asked for by several questions, and none is of this kind.
  { name: 'kindNeverAsked', compute: ({ first }) => first.candidate.asking.kindNeverAsked },
  // The weight of the heaviest word of the question, names apart, that neither the entry nor its passages have.
  { name: 'weightiestUnmatched', compute: weightiestUnmatched },
  // Where a date, a number or a person is asked for: the rarest word, names apart, by which nobody asks for the entry.
  { name: 'rarestUnseen', compute: rarestUnseen },
  // 1 where the question asks who, and all that the entry names is a person whom it mentions itself.
  { name: 'noNewPerson', compute: noNewPerson },
  // Where a figure is asked for and the value is one: how far the question names the attribute and its subject.
  { name: 'givesFigure', compute: givesFigure },
  // The share of the question's names that the entry does not state.
  { name: 'namesUnstated', compute: namesUnstated },
  // The share of all entries' chances to be first that the entries of its passages have.
  { name: 'agreeing', compute: agreeing },
  // What the passage search says of the best of its passages.
  { name: 'passageConfidence', compute: (standing) => passageOf(standing)?.confidence ?? 0 },
  { name: 'passageCoverage', compute: (standing) => passageOf(standing)?.coverage ?? 0 },
  // Names and numbers that the passage found first lacks, up to 1 at three.
  { name: 'passageMissing', compute: ({ found }) => Math.min(1, (found.hits[0]?.missing.length ?? 0) / 3) },
  // Share of the question that was taken for near spellings; ln(1 + informative words).
  { name: 'corrected', compute: ({ found }) => found.question.correctedShare },
  { name: 'length', compute: ({ found }) => Math.log(1 + found.question.length) },
  // 1 where the question is of that kind.
  { name: 'asksWhen', compute: ({ found }) => Number(found.question.kind === 'date') },
  { name: 'asksHowMany', compute: ({ found }) => Number(found.question.kind === 'number') },
] as const satisfies readonly { name: string; compute(standing: Standing): number }[];

export type RankName = (typeof RANK_FEATURES)[number]['name'];
export type VerdictName = (typeof VERDICT_FEATURES)[number]['name'];

/** The passage search's first so many places say something of an entry. */
const RANKED_PASSAGES = 5;

function lessLikely({ asking }: Candidate, { likeliest }: Candidates): number {
  return asking.likelihood - likeliest;
}

function passageRank({ parsed: { passages } }: Candidate, { hits }: Candidates): number {
  const at = hits.findIndex(({ id }) => passages.has(id));
  return at === -1 ? 0 : Math.max(0, 1 - at / RANKED_PASSAGES);
}

function unrelatedShare({ parsed: { asked } }: Candidate, { question, rarity, relatedTo }: Candidates): number {
  let whole = 0;
  let unrelated = 0;
  for (const { key, kind } of question.mentions) {
    whole += rarity(key);
    if (kind === 'name' || asked.has(key) || relatedTo(key).some((term) => asked.has(term))) continue;
    unrelated += rarity(key);
  }
  return unrelated / (whole || 1);
}

function namesUnstated({ first, found: { question } }: Standing): number {
  const names = question.mentions.filter(({ kind }) => kind === 'name');
  return names.length === 0 ? 0 : 1 - share(names, first.candidate.parsed.stated);
}

function weightiestUnmatched({ first, found: { question } }: Standing): number {
  const unmatched = question.words.filter(({ key }) => !first.candidate.parsed.supported.has(key));
  return Math.max(0, ...unmatched.map(({ weight }) => weight));
}

function rarestUnseen({ first, found: { question, rarity } }: Standing): number {
  if (!ASK_FOR_ONE_THING.has(question.kind)) return 0;
  const { asked } = first.candidate.parsed;
  const unseen = question.mentions.filter(({ key, kind }) => kind !== 'name' && !asked.has(key));
  return Math.max(0, ...unseen.map(({ key }) => rarity(key)));
}

const ASK_FOR_ONE_THING: ReadonlySet<string> = new Set(['date', 'number', 'person']);

/** "Who succeeded Chavez?" rather than "Who is Chavez?" asks for somebody else. */
function noNewPerson({ first, found: { question } }: Standing): number {
  const { kind, mentions, keys } = question;
  if (kind !== 'person' || mentions[0]?.isPerson || !mentions.some(({ isPerson }) => isPerson)) return 0;
  return Number([...first.candidate.parsed.persons].every((key) => keys.has(key)));
}

function givesFigure({ first, found: { question } }: Standing): number {
  const { parsed } = first.candidate;
  const { type, keys } = question;
  if ((type !== 'date' && type !== 'number') || !fitsType(parsed.value, type)) return 0;
  return Math.min(bestShare(parsed.attributes, keys), share(parsed.subject, keys));
}

function agreeing({ first, ranked }: Standing): number {
  const passages = passagesOf(first);
  const chance = ({ score }: Ranked) => Math.exp(score - first.score);
  const sum = (some: readonly Ranked[]) => some.reduce((total, each) => total + chance(each), 0);
  return sum(ranked.filter((each) => shareOne(passagesOf(each), passages))) / sum(ranked);
}

function shareOne(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const each of some) if (others.has(each)) return true;
  return false;
}

function passageOf({ first, found }: Standing) {
  const passages = passagesOf(first);
  return found.hits.find(({ id }) => passages.has(id));
}

function passagesOf({ candidate }: Ranked): ReadonlySet<string> {
  return candidate.parsed.passages;
}
