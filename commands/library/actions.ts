import type { Action, ActionContext } from '../../src/bot/action.ts';
import type { GuildMember } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import type { WorkRecord } from '../../src/store/types.ts';
import { readAbout } from './about.ts';
import { asEditor, inServer } from './permission.ts';
import { whyRefused } from './refusals.ts';
import { removedView, removeView, shelfView, workView } from './view.ts';
import { articleOf, findWork, goneWork, presentWorks } from './work.ts';
import { workForm } from './work-form.ts';

/** The list of the server's works, turned to a page. */
export const shelf: Action = {
  name: 'shelf',
  run: ([page = '0'], context) =>
    inServer(context, async ({ library, isEditor }) => ({
      show: 'update',
      components: shelfView(
        await library.works(),
        { quota: library.quota, page: Number(page), isEditor },
        context.messages,
      ),
    })),
};

/** A work chosen from that list. */
export const work: Action = {
  name: 'work',
  run: (_args, context) =>
    inServer(context, async (guild) => {
      const { messages, values } = context;
      const record = await findWork(values[0] ?? '', guild);
      const article = articleOf(record, context);
      if (!record || !article) return goneWork(messages);
      return { show: 'private', components: workView(article, record, guild.isEditor, messages) };
    }),
};

/** Removing a work, as it is first asked for. */
export const remove: Action = {
  name: 'remove',
  run: ([ref = ''], context) =>
    asEditor(context, async (guild) => {
      const record = await findWork(ref, guild);
      if (!record) return goneWork(context.messages);
      return { show: 'private', components: removeView(record.source, context.messages) };
    }),
};

/** … and as it is meant. */
export const removed: Action = {
  name: 'removed',
  run: ([ref = ''], context) =>
    asEditor(context, async (guild) => {
      const record = await findWork(ref, guild);
      const isGone = !record || !(await guild.library.remove(record.source.id));
      if (isGone) return goneWork(context.messages);
      return { show: 'update', components: removedView(record.source, context.messages) };
    }),
};

export const kept: Action = {
  name: 'kept',
  run: (_args, { messages }) => said('update', messages.markdown('library.kept')),
};

/** Takes back what was just added. */
export const undo: Action = {
  name: 'undo',
  run: ([at = ''], context) =>
    asEditor(context, async (guild) => {
      const added = (await presentWorks(guild)).filter(({ addedAt }) => addedAt === Number(at));
      if (added.length === 0) return goneWork(context.messages);
      for (const { source } of added) await guild.library.remove(source.id);
      return said('update', context.messages.markdown('library.undone', { count: added.length }));
    }),
};

/** Brings a removed work back: named by a button, or chosen from the list. */
export const restore: Action = {
  name: 'restore',
  run: ([ref], context) =>
    asEditor(context, async (guild) => {
      const record = await removedWork(ref ?? context.values[0] ?? '', guild.library.works());
      if (!record) return goneWork(context.messages);
      const outcome = await guild.library.restore(record.source.id);
      if (outcome.ok)
        return said('update', context.messages.markdown('library.restored', { title: record.source.title }));
      return outcome.reason === 'gone'
        ? goneWork(context.messages)
        : said('private', whyRefused(outcome, context.messages));
    }),
};

async function removedWork(ref: string, works: Promise<readonly WorkRecord[]>): Promise<WorkRecord | undefined> {
  return (await works).find(({ source, removedAt }) => removedAt !== undefined && sourceRef(source) === ref);
}

/** Opens the form that corrects what cites a work. */
export const describe: Action = {
  name: 'describe',
  run: ([ref = ''], context) =>
    asEditor(context, async (guild) => {
      const record = await findWork(ref, guild);
      if (!record) return goneWork(context.messages);
      return { show: 'modal', modal: workForm(record.source, context.messages) };
    }),
};

/** What was filled in there. */
export const described: Action = {
  name: 'described',
  run: ([ref = ''], context) =>
    asEditor(context, async (guild) => {
      const { fields, messages } = context;
      const record = await findWork(ref, guild);
      if (!record) return goneWork(messages);
      const read = readAbout({ ...fields, title: fields.work }, messages);
      if ('problem' in read) return said('private', read.problem);
      const { source } = record;
      const { title = source.title, authors = [], ...dated } = read.about;
      const publisher = fields.publisher?.trim() ?? '';
      const isThere = await guild.library.describe(source.id, { ...dated, title, authors, publisher });
      return isThere ? correctedView(ref, guild, context) : goneWork(messages);
    }),
};

async function correctedView(ref: string, guild: GuildMember, context: ActionContext): Promise<Reply> {
  const record = await findWork(ref, guild);
  const article = articleOf(record, context);
  if (!record || !article) return goneWork(context.messages);
  const corrected = noticeView(context.messages.markdown('library.described'));
  return { show: 'update', components: [...corrected, ...workView(article, record, true, context.messages)] };
}

function said(show: Reply['show'], content: string): Reply {
  return { show, components: noticeView(content) };
}
