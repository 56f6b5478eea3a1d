import type { ActionContext } from '../../src/bot/action.ts';
import { notice } from '../../src/bot/notice.ts';
import { pageOf } from '../../src/reply/pages.ts';
import { renderPng } from '../../src/reply/png.ts';
import { topicOf } from '../../src/reply/topic-line.ts';
import { isDrawable, timelineSvg } from '../../src/study/timeline/picture.ts';
import { timelineOf } from '../../src/study/timeline/timeline.ts';
import { timelinePage, timelinePicture } from './buttons.ts';
import { PAGE, pictureEvents, pictureView, type TimelinePage, timelineView, titleOf } from './view.ts';

const turnPage = timelinePage.handle(async (args, context) => ({
  show: context.isPrivate ? 'update' : 'private',
  components: timelineView(await read(args, context), {
    material: context.knowledge.material,
    messages: context.messages,
  }),
}));

const draw = timelinePicture.handle(async (args, context) => {
  const { messages, knowledge } = context;
  const page = await read(args, context);
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
async function read(
  { page, from, to }: { page: number; from: number; to: number },
  { knowledge, message }: ActionContext,
): Promise<TimelinePage> {
  const options = { about: topicOf(message.components), from: from || undefined, to: to || undefined };
  return { ...options, page, events: await timelineOf(knowledge, options) };
}

export const timelineActions = [turnPage, draw];
