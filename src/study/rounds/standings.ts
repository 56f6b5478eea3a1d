/** An answer of a round. */
export interface Given {
  /** Counted from 0. */
  readonly question: number;
  readonly person: string;
  readonly right: boolean;
}

export interface Standing {
  readonly person: string;
  readonly right: number;
  readonly answered: number;
  /** From 1; the same for the same number of right answers. */
  readonly rank: number;
}

/** Who had how many right, the most first. */
export function standingsOf(answers: readonly Given[]): Standing[] {
  const counts = new Map<string, { right: number; answered: number }>();
  for (const { person, right } of answers) {
    const before = counts.get(person) ?? { right: 0, answered: 0 };
    counts.set(person, { right: before.right + Number(right), answered: before.answered + 1 });
  }
  const sorted = [...counts]
    .map(([person, count]) => ({ person, ...count }))
    .sort((a, b) => b.right - a.right || a.answered - b.answered || (a.person < b.person ? -1 : 1));
  return sorted.map((each) => ({ ...each, rank: 1 + sorted.filter(({ right }) => right > each.right).length }));
}

/** The questions, of the first `count`, that fewer than half of those who played had right. */
export function missedByMost(answers: readonly Given[], count: number): number[] {
  const players = new Set(answers.map(({ person }) => person)).size;
  return questions(count).filter(
    (at) => answers.filter(({ question, right }) => question === at && right).length < Math.max(1, players / 2),
  );
}

/** The questions, of the first `count`, that a person did not have right. */
export function missedBy(person: string, answers: readonly Given[], count: number): number[] {
  const right = new Set(answers.filter((each) => each.person === person && each.right).map(({ question }) => question));
  return questions(count).filter((at) => !right.has(at));
}

const questions = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
