import type { APITextDisplayComponent } from 'discord-api-types/v10';
import { text } from './components.ts';
import { LIMITS } from './limits.ts';

/** Room kept for what is added to a reply later, such as who shared it. */
const RESERVE = 200;

/** What is left of the text that one message may hold, in UTF-16 units. */
export interface Budget {
  /** The first of the candidates, longest first, that still fits; undefined where none does. It is then taken off. */
  take(...candidates: readonly string[]): string | undefined;
  readonly left: number;
}

export function createBudget(total: number = LIMITS.messageText - RESERVE): Budget {
  let left = total;
  return {
    take(...candidates) {
      const fitting = candidates.find((candidate) => candidate.length <= left);
      left -= fitting?.length ?? 0;
      return fitting;
    },
    get left() {
      return left;
    },
  };
}

/** The contents that fit, one text display each; those that would leave less than `keep` are left out. */
export function textsWithin(
  budget: Budget,
  contents: readonly (string | undefined)[],
  keep = 0,
): APITextDisplayComponent[] {
  return contents.flatMap((content) => {
    if (content === undefined || content.length > budget.left - keep) return [];
    const taken = budget.take(content);
    return taken === undefined ? [] : [text(taken)];
  });
}
