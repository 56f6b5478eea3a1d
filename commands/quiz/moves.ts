import type { Round } from '../../src/store/repositories/rounds.ts';
import type { Store } from '../../src/store/store.ts';
import type { Progress } from '../../src/study/rounds/progress.ts';
import { progressOf, stepTo } from './plan.ts';

/**
 * Moves a round on in the store; undefined where it is not at a point where that can happen, because somebody else has
 * moved it already. Where `at` is given, only while that question is the current one.
 */
export function move(
  store: Store,
  { guild, id }: Pick<Round, 'guild' | 'id'>,
  next: (progress: Progress, now: number) => Progress | undefined,
  at?: number,
): Promise<Round | undefined> {
  return store.moveRound(guild, id, (round) => {
    const progress = progressOf(round);
    if (at !== undefined && progress.at !== at) return undefined;
    const now = Date.now();
    const moved = next(progress, now);
    return moved && stepTo(round, moved, now);
  });
}
