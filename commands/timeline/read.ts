import type { Context } from '../../src/bot/command.ts';
import { timelineOf } from '../../src/study/timeline/timeline.ts';
import { scopeOfWord, worksOf } from '../ask/scope.ts';
import type { TimelinePage } from './view.ts';

/**
 * What a page shows, as it is now; undefined where the source that it names is gone. A channel whose works date nothing
 * of it shows what all works do, as its answers come from all.
 */
export async function readPage(
  page: Omit<TimelinePage, 'events' | 'sources'>,
  context: Pick<Context, 'knowledge' | 'messages' | 'tied'>,
): Promise<TimelinePage | undefined> {
  const named = scopeOfWord(page.source);
  const works = worksOf(named, context);
  if (!works) return undefined;
  const { knowledge } = context;
  const events = await timelineOf(knowledge, { ...page, ...works });
  if (events.length > 0 || named !== undefined || works.sources === undefined) return { ...page, ...works, events };
  return { ...page, events: await timelineOf(knowledge, page) };
}
