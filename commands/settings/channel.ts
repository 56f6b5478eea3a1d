import type { ActionContext } from '../../src/bot/action.ts';
import type { Context, GuildMember } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Source } from '../../src/material/types.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { pageOf } from '../../src/reply/pages.ts';
import { asManager } from '../library/permission.ts';
import { tie } from './buttons.ts';
import { channelView } from './channel-view.ts';

const turnPage = tie.page.handle(({ channel, page }, context) =>
  asManagerOf(channel, context, async (guild) => shown(channel, page, await tiedTo(channel, guild, context), context)),
);

/** What stands on other pages, or was removed and can be brought back, stays as it was. */
const chooseWorks = tie.choose.handle(({ channel, page }, context) =>
  asManagerOf(channel, context, async (guild) => {
    const listed = pageOf(worksOf(context), page, LIMITS.selectOptions).items;
    const ids = new Set(listed.map(({ id }) => id));
    const others = (await tiedTo(channel, guild, context)).filter((id) => !ids.has(id));
    const chosen = listed.filter((source) => context.values.includes(sourceRef(source))).map(({ id }) => id);
    return saved(channel, page, [...others, ...chosen], guild, context);
  }),
);

const clear = tie.clear.handle(({ channel }, context) =>
  asManagerOf(channel, context, (guild) => saved(channel, 0, [], guild, context)),
);

export const channelActions = [turnPage, chooseWorks, clear];

/** The works that a channel is tied to, by their ids; some may have been removed. */
export async function tiedTo(
  channel: string,
  { id }: Pick<GuildMember, 'id'>,
  { store }: Pick<Context, 'store'>,
): Promise<readonly string[]> {
  return (await store.tiedWorks(id, [channel])).get(channel) ?? [];
}

/** The settings of a channel that is tied to these works. */
export function channelPanel(channel: string, page: number, tied: readonly string[], context: Context) {
  const works = worksOf(context);
  const ids = new Set(tied);
  return channelView(
    { channel, tied: works.filter(({ id }) => ids.has(id)), page: pageOf(works, page, LIMITS.selectOptions) },
    context.messages,
  );
}

const worksOf = ({ knowledge }: Pick<Context, 'knowledge'>): Source[] =>
  knowledge.material.articles.map(({ source }) => source);

/** A channel's id comes from a custom id here: whatever is none was forged. */
function asManagerOf(channel: string, context: ActionContext, run: (guild: GuildMember) => Reply | Promise<Reply>) {
  if (!/^\d{1,20}$/.test(channel)) return notice(context.messages.markdown('error.outdated'));
  return asManager(context, run);
}

async function saved(
  channel: string,
  page: number,
  works: readonly string[],
  guild: GuildMember,
  context: Context,
): Promise<Reply> {
  await context.store.tieChannel(guild.id, channel, works);
  return shown(channel, page, works, context);
}

function shown(channel: string, page: number, tied: readonly string[], context: Context): Reply {
  return { show: 'update', components: channelPanel(channel, page, tied, context) };
}
