import type { ActionContext } from '../../src/bot/action.ts';
import type { GuildMember } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import type { Player } from '../../src/store/repositories/scores.ts';
import type { Period } from '../../src/study/periods.ts';
import { asManager, inServer } from '../library/permission.ts';
import { readZone } from '../review/zone-option.ts';
import { readOwn } from './board.ts';
import { mine, power, visibility, ZONE_FIELD, zone } from './buttons.ts';
import { ownView, zoneForm } from './view.ts';

const showMine = mine.handle(({ period }, context) => inServer(context, (guild) => own(period, guild, context)));

const openZone = zone.open.handle(({ period }, context) =>
  inServer(context, async (guild) => {
    const { timeZone } = await context.store.player(guild.id, context.person.id);
    return { show: 'modal' as const, modal: zoneForm(period, timeZone, context.messages) };
  }),
);

const setZone = zone.submit.handle(({ period }, context) =>
  inServer(context, (guild) => {
    const typed = context.fields[ZONE_FIELD] ?? '';
    const timeZone = readZone(typed);
    if (timeZone !== undefined) return saved({ timeZone }, period, guild, context);
    const components = noticeView(context.messages.markdown('leaderboard.noZone', { zone: typed.trim() }));
    return { show: 'private' as const, components };
  }),
);

const setVisibility = visibility.handle(({ period, to }, context) =>
  inServer(context, (guild) => saved({ hidden: to === 'off' }, period, guild, context)),
);

const setPower = power.handle(({ period, to }, context) =>
  asManager(context, async (guild) => {
    await context.store.switchLeaderboard(guild.id, to === 'on');
    return own(period, guild, context);
  }),
);

export const leaderboardActions = [showMine, openZone, setZone, setVisibility, setPower];

async function saved(change: Partial<Player>, period: Period, guild: GuildMember, context: ActionContext) {
  const { store, person } = context;
  const before = await store.player(guild.id, person.id);
  await store.savePlayer(guild.id, person.id, { ...before, ...change });
  return own(period, guild, context);
}

/** A private message is changed; under the leaderboard itself, a private one is begun. */
async function own(period: Period, guild: GuildMember, context: ActionContext): Promise<Reply> {
  const components = ownView(period, await readOwn(period, guild.id, context), guild.isManager, context.messages);
  return { show: context.isPrivate ? 'update' : 'private', components };
}
