import type { SandboxClient } from 'discord-sandbox';
import type { Store } from '../../src/store/store.ts';
import { standingsOf } from '../../src/study/rounds/standings.ts';
import { textOf } from '../../tests/support/message.ts';

interface Given {
  readonly round: string;
  readonly question: number;
  readonly person: string;
}

/** What the people of a channel know: the answers that were acknowledged to them, and those that came to nothing. */
export interface Ledger {
  readonly guild: string;
  readonly channel: string;
  readonly host: SandboxClient;
  readonly answers: (Given & { readonly right: boolean; readonly ms: number })[];
  readonly unacknowledged: Given[];
}

export interface RoundCheck {
  readonly storedOnce: number;
  /** Stored as right or wrong just as the person was told. */
  readonly asTold: number;
  /** Stored, though nobody sent it. */
  readonly strange: number;
  readonly closedOnce: number;
  readonly postedTwice: number;
  readonly standingsRight: boolean;
}

/** Compares what the store and the channel hold of a round with what the people know. */
export async function checkRound(store: Store, ledger: Ledger): Promise<RoundCheck> {
  const { guild, answers, unacknowledged, host } = ledger;
  const id = answers[0]?.round ?? '';
  const stored = await store.roundAnswers(guild, id);
  const same = (a: Given | { question: number; person: string }, b: { question: number; person: string }) =>
    a.question === b.question && a.person === b.person;
  const texts = host.messages().map(textOf);
  const questions = texts.flatMap(
    (text) => /^-# Question (\d+) of \d+ · (\w+)/.exec(text)?.slice(1, 3).join(' ') ?? [],
  );
  const numbers = [...new Set(questions.map((question) => question.split(' ')[0]))];
  return {
    storedOnce: answers.filter((each) => stored.filter((row) => same(each, row)).length === 1).length,
    asTold: answers.filter((each) => stored.some((row) => same(each, row) && row.right === each.right)).length,
    strange: stored.filter((row) => ![...answers, ...unacknowledged].some((each) => same(each, row))).length,
    closedOnce: numbers.filter((number) => questions.filter((question) => question === `${number} closed`).length === 1)
      .length,
    postedTwice: numbers.filter(
      (number) => questions.filter((question) => question.startsWith(`${number} `)).length > 1,
    ).length,
    standingsRight: standingsShown(texts) === standingsDue(stored),
  };
}

function standingsShown(texts: readonly string[]): string {
  const shown = texts.filter((text) => text.startsWith('## Standings'));
  if (shown.length !== 1) return `${shown.length} standings`;
  const lines = [...(shown[0] ?? '').matchAll(/\*\*(\d+)\*\* <@(\d+)>: (\d+) of/g)];
  return lines.map(([, rank, person, right]) => `${rank} ${person} ${right}`).join('\n');
}

function standingsDue(stored: Parameters<typeof standingsOf>[0]): string {
  return standingsOf(stored)
    .slice(0, 20)
    .map(({ rank, person, right }) => `${rank} ${person} ${right}`)
    .join('\n');
}
