import type { ActionContext } from '../../src/bot/action.ts';
import { notice } from '../../src/bot/notice.ts';
import { pageOf } from '../../src/reply/pages.ts';
import { renderPng } from '../../src/reply/png.ts';
import { topicOf } from '../../src/reply/topic-line.ts';
import { isDrawable, timelineSvg } from '../../src/study/timeline/picture.ts';
import { timelinePage, timelinePicture } from './buttons.ts';
import { readPage } from './read.ts';
import { PAGE, pictureEvents, pictureView, type TimelinePage, timelineView, titleOf } from './view.ts';

const turnPage = timelinePage.handle(async (args, context) => {
  const { knowledge, messages, isPrivate } = context;
  const page = await read(args, context);
  if (!page) return notice(messages.markdown('error.outdated'));
  const components = timelineView(page, { material: knowledge.material, messages });
  return { show: isPrivate ? 'update' : 'private', components };
});

const draw = timelinePicture.handle(async (args, context) => {
  const { messages, knowledge } = context;
  const page = await read(args, context);
  if (!page) return notice(messages.markdown('error.outdated'));
  const events = pictureEvents(pageOf(page.events, page.page, PAGE).items, {
    material: knowledge.material,
    messages,
  });
  if (events.length === 0 || !isDrawable(events)) {
    return notice(messages.markdown('timeline.notDrawable'));
  }
  const data = await renderPng(timelineSvg(titleOf(page, messages), events));
  const name = 'timeline.png';
  return { show: 'private', components: pictureView(name, page, events, messages), files: [{ name, data }] };
});

/** The timeline that a button's message shows, as it is now. */
function read(
  { page, from, to, source }: { page: number; from: number; to: number; source: string },
  context: ActionContext,
): Promise<TimelinePage | undefined> {
  const about = topicOf(context.message.components);
  return readPage({ about, from: from || undefined, to: to || undefined, page, source }, context);
}

export const timelineActions = [turnPage, draw];
