import type { ActionContext } from '../../src/bot/action.ts';
import type { GuildMember } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { readAbout } from './about.ts';
import { edit, list, open, remove, restore, restoreChosen, undo } from './buttons.ts';
import { draftActions } from './draft-actions.ts';
import { asEditor, inServer } from './permission.ts';
import { whyRefused } from './refusals.ts';
import { removedView, removeView, shelfView, workView } from './view.ts';
import { articleOf, findWork, goneWork, presentWorks } from './work.ts';
import { workForm } from './work-form.ts';

const turnList = list.handle(({ page }, context) =>
  inServer(context, async ({ library, isEditor }) => ({
    show: 'update',
    components: shelfView(await library.works(), { quota: library.quota, page, isEditor }, context.messages),
  })),
);

const openWork = open.handle((_args, context) =>
  inServer(context, async (guild) => {
    const { messages, values } = context;
    const record = await findWork(values[0] ?? '', guild);
    const article = articleOf(record, context);
    if (!record || !article) return goneWork(messages);
    return { show: 'private', components: workView(article, record, guild.isEditor, messages) };
  }),
);

const askToRemove = remove.ask.handle(({ work }, context) =>
  asEditor(context, async (guild) => {
    const record = await findWork(work, guild);
    if (!record) return goneWork(context.messages);
    return { show: 'private', components: removeView(record.source, context.messages) };
  }),
);

const confirmRemoval = remove.confirm.handle(({ work }, context) =>
  asEditor(context, async (guild) => {
    const record = await findWork(work, guild);
    const isGone = !record || !(await guild.library.remove(record.source.id));
    if (isGone) return goneWork(context.messages);
    return { show: 'update', components: removedView(record.source, context.messages) };
  }),
);

const cancelRemoval = remove.cancel.handle((_args, { messages }) =>
  notice(messages.markdown('library.kept'), 'update'),
);

const undoAddition = undo.handle(({ at }, context) =>
  asEditor(context, async (guild) => {
    const added = (await presentWorks(guild)).filter(({ addedAt }) => addedAt === at);
    if (added.length === 0) return goneWork(context.messages);
    const undone = [];
    for (const { source } of added) undone.push(await guild.library.undo(source.id));
    if (undone.every((one) => one === 'former'))
      return notice(context.messages.markdown('library.versionUndone', { count: added.length }), 'update');
    return notice(context.messages.markdown('library.undone', { count: added.length }), 'update');
  }),
);

const restoreWork = restore.handle(({ work }, context) => restored(work, context));

const restoreFromList = restoreChosen.handle((_args, context) => restored(context.values[0] ?? '', context));

function restored(ref: string, context: ActionContext): Reply | Promise<Reply> {
  return asEditor(context, async ({ library }) => {
    const { messages } = context;
    const record = (await library.works()).find(
      ({ source, removedAt }) => removedAt !== undefined && sourceRef(source) === ref,
    );
    if (!record) return goneWork(messages);
    const outcome = await library.restore(record.source.id);
    if (outcome.ok) return notice(messages.markdown('library.restored', { title: record.source.title }), 'update');
    return outcome.reason === 'gone' ? goneWork(messages) : notice(whyRefused(outcome, messages));
  });
}

const openForm = edit.open.handle(({ work }, context) =>
  asEditor(context, async (guild) => {
    const record = await findWork(work, guild);
    if (!record) return goneWork(context.messages);
    return { show: 'modal', modal: workForm(record.source, context.messages) };
  }),
);

const submitForm = edit.submit.handle(({ work }, context) =>
  asEditor(context, async (guild) => {
    const { fields, messages } = context;
    const record = await findWork(work, guild);
    if (!record) return goneWork(messages);
    const read = readAbout({ ...fields, title: fields.work }, messages);
    if ('problem' in read) return notice(read.problem);
    const { source } = record;
    const { title = source.title, authors = [], ...dated } = read.about;
    const publisher = fields.publisher?.trim() ?? '';
    const isThere = await guild.library.describe(source.id, {
      ...{ ...dated, title, authors, publisher },
      ...(source.reference === undefined ? {} : { reference: source.reference }),
    });
    return isThere ? correctedView(work, guild, context) : goneWork(messages);
  }),
);

async function correctedView(ref: string, guild: GuildMember, context: ActionContext): Promise<Reply> {
  const record = await findWork(ref, guild);
  const article = articleOf(record, context);
  if (!record || !article) return goneWork(context.messages);
  const corrected = noticeView(context.messages.markdown('library.described'));
  return { show: 'update', components: [...corrected, ...workView(article, record, true, context.messages)] };
}

export const libraryActions = [
  turnList,
  openWork,
  askToRemove,
  confirmRemoval,
  cancelRemoval,
  undoAddition,
  restoreWork,
  restoreFromList,
  openForm,
  submitForm,
  ...draftActions,
];
