import type { Candidates } from '../candidates/gather.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Answer, FactEntry } from '../types.ts';
import { NEARLY_AS_GOOD, withoutForeignFacts } from './decide.ts';
import { rank } from './model.ts';

/**
 * Whether what some works answer with is nearly as good as the best that was found in all: by themselves they answer with
 * whatever comes nearest, also where another work has the very thing.
 */
export function standsAmongAll(
  { entries: [entry], excerpts: [excerpt] = [] }: Pick<Answer, 'entries'> & Partial<Pick<Answer, 'excerpts'>>,
  all: Candidates,
  coverageOf: KnowledgeBase['coverageOf'],
): boolean {
  if (entry) return entryStands(entry, withoutForeignFacts(all, coverageOf));
  return passageStands(excerpt?.passage.id, all);
}

function entryStands({ id }: FactEntry, all: Candidates): boolean {
  const ranked = rank(
    all.candidates.filter(({ rejection }) => rejection === undefined),
    all,
  );
  const [best] = ranked;
  const own = ranked.find(({ candidate }) => candidate.entry.id === id);
  if (!best || !own || (best.candidate.isOwn && !own.candidate.isOwn)) return false;
  return isNear(own.score, best.score);
}

function passageStands(id: string | undefined, { hits }: Candidates): boolean {
  const [best] = hits;
  const own = hits.find((hit) => hit.id === id);
  return best !== undefined && own !== undefined && isNear(own.score, best.score);
}

const isNear = (score: number, best: number): boolean => Math.exp(score - best) >= NEARLY_AS_GOOD;
