import type { Complete, Context, GuildMember } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Article, Source } from '../../src/material/types.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { WorkRecord } from '../../src/store/types.ts';

/** The server's own works whose title or id holds what is typed. */
export const completeWork: Complete = async (typed, { guild }) => {
  const found = holding(typed, guild ? await presentWorks(guild) : []);
  return found
    .slice(0, LIMITS.choices)
    .map(({ source }) => ({ name: labelOf(source, found), value: sourceRef(source) }));
};

function holding(typed: string, works: readonly WorkRecord[]): readonly WorkRecord[] {
  const wanted = typed.trim().toLowerCase();
  return works.filter(({ source }) => `${source.title} ${source.id}`.toLowerCase().includes(wanted));
}

/** The title; with the id where another work has the same. */
function labelOf({ id, title }: Source, works: readonly WorkRecord[]): string {
  const isOnly = works.filter(({ source }) => source.title === title).length === 1;
  return truncate(clean(isOnly ? title : `${truncate(title, 60)} (${id})`), LIMITS.choiceText);
}

export async function presentWorks({ library }: GuildMember): Promise<WorkRecord[]> {
  return (await library.works()).filter(({ removedAt }) => removedAt === undefined);
}

/** The work that an option or a button names: by its short name, its id or its title, or the only one that has the words. */
export async function findWork(named: string, guild: GuildMember): Promise<WorkRecord | undefined> {
  const wanted = named.trim().toLowerCase();
  const works = await presentWorks(guild);
  const [only, ...others] = wanted === '' ? [] : holding(wanted, works);
  return (
    works.find(({ source }) => sourceRef(source) === named.trim() || source.id === wanted) ??
    works.find(({ source }) => source.title.toLowerCase() === wanted) ??
    (others.length === 0 ? only : undefined)
  );
}

/** A work with its passages, as the library has it; undefined where it is being added or removed just now. */
export function articleOf(
  record: WorkRecord | undefined,
  { knowledge }: Pick<Context, 'knowledge'>,
): Article | undefined {
  const article = knowledge.material.articles.find(({ source }) => source.id === record?.source.id);
  return article && record && { ...article, source: record.source };
}

export function noWork(named: string, { messages }: Pick<Context, 'messages'>): Reply {
  const unknown = messages.markdown('library.noWork', { work: truncate(named, 100) });
  return notice(unknown);
}

/** What a button says whose work is no longer there. */
export function goneWork(messages: Messages): Reply {
  return notice(messages.markdown('library.gone'));
}
