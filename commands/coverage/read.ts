import type { Context } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import type { Coverage } from '../../src/store/repositories/coverage.ts';
import { inServer } from '../library/permission.ts';
import { flushCoverage } from './record.ts';

/** A work with what of it was shown. */
export interface CoveredWork {
  readonly article: Article;
  /** Of its body text: captions are not counted. */
  readonly passages: number;
  readonly neverShown: readonly Passage[];
}

export interface Covered {
  readonly works: readonly CoveredWork[];
  readonly missed: Coverage['missed'];
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
    const works = knowledge.material.articles.map((article) => coveredWork(article, shown));
    return run({ works, missed, keepsMissed: guild.settings.keepsMissed === true });
  });
}

function coveredWork(article: Article, shown: Coverage['shown']): CoveredWork {
  const body = article.passages.filter(({ role }) => role === undefined);
  const neverShown = body.filter((passage) => !shown.has(passageRef(passage)));
  return { article, passages: body.length, neverShown };
}
