import type { Context } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import { inSlices, type Steps } from '../../src/slices.ts';
import type { Coverage } from '../../src/store/repositories/coverage.ts';
import type { RoundResult } from '../../src/store/repositories/rounds.ts';
import { inServer } from '../library/permission.ts';
import { planOf } from '../quiz/plan.ts';
import { flushCoverage } from './record.ts';

/** A work with what of it was shown. */
export interface CoveredWork {
  readonly article: Article;
  /** Of its body text: captions are not counted. */
  readonly passages: number;
  readonly neverShown: readonly Passage[];
}

/** A question of quizzes that was answered wrongly. */
export interface Mistaken {
  readonly prompt: string;
  readonly wrong: number;
  readonly answers: number;
}

export interface Covered {
  readonly works: readonly CoveredWork[];
  readonly missed: Coverage['missed'];
  readonly mistaken: readonly Mistaken[];
  /** Questions without a clear answer are kept here. */
  readonly keepsMissed: boolean;
}

/** Goes on with what was shown and asked in the server, for those who may change its library. */
export function coverageOf(context: Context, run: (covered: Covered) => Reply): Reply | Promise<Reply> {
  const { store, messages, knowledge } = context;
  return inServer(context, async (guild): Promise<Reply> => {
    if (!guild.isEditor) return notice(messages.markdown('coverage.notEditor'));
    await flushCoverage(store);
    const { shown, missed } = await store.coverage(guild.id);
    const mistaken = mistakenIn(await store.roundResults(guild.id));
    const works = await inSlices(coveringWorks(knowledge.material.articles, shown));
    return run({ works, missed, mistaken, keepsMissed: guild.settings.keepsMissed === true });
  });
}

/** What of each work was shown. Each passage's name is made from its text. */
export function* coveringWorks(
  articles: readonly Article[],
  shown: Pick<Coverage['shown'], 'has'>,
): Steps<CoveredWork[]> {
  const works: CoveredWork[] = [];
  for (const article of articles) {
    const body = article.passages.filter(({ role }) => role === undefined);
    const neverShown: Passage[] = [];
    for (const passage of body) {
      if (!shown.has(passageRef(passage))) neverShown.push(passage);
      yield;
    }
    works.push({ article, passages: body.length, neverShown });
  }
  return works;
}

/** One person's mistakes are their own: so many answers a question needs, of all rounds that are kept. */
const MIN_ANSWERS = 3;

/** The questions with the largest share of wrong answers first, whoever gave them. */
function mistakenIn(results: readonly RoundResult[]): Mistaken[] {
  const counts = new Map<string, Mistaken>();
  for (const { plan, questions } of results) {
    for (const [at, { wrong, answers }] of questions) {
      const question = planOf({ plan }).questions[at]?.question;
      if (!question) continue;
      const known = counts.get(question.id) ?? { prompt: question.prompt, wrong: 0, answers: 0 };
      counts.set(question.id, { ...known, wrong: known.wrong + wrong, answers: known.answers + answers });
    }
  }
  return [...counts.values()]
    .filter(({ wrong, answers }) => wrong > 0 && answers >= MIN_ANSWERS)
    .sort((one, other) => other.wrong / other.answers - one.wrong / one.answers || other.wrong - one.wrong);
}
