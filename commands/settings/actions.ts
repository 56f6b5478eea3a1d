import type { Context, GuildMember } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Settings } from '../../src/store/types.ts';
import { asManager } from '../library/permission.ts';
import { answers, editors, missed, shipped } from './buttons.ts';
import { channelActions } from './channel.ts';
import { settingsView } from './view.ts';

const setAnswers = answers.handle((_args, context) =>
  asManager(context, (guild) =>
    saved({ answers: context.values[0] === 'private' ? 'private' : 'public' }, guild, context),
  ),
);

const setShipped = shipped.handle(({ to }, context) =>
  asManager(context, (guild) => saved({ shipped: to === 'on' }, guild, context)),
);

const setMissed = missed.handle(({ to }, context) =>
  asManager(context, async (guild) => {
    const reply = await saved({ keepsMissed: to === 'on' }, guild, context);
    if (to === 'off') await context.store.forgetMissed(guild.id);
    return reply;
  }),
);

/** None chosen takes the role away. */
const setEditors = editors.handle((_args, context) =>
  asManager(context, (guild) => saved({ editorRole: context.values.find(isId) }, guild, context)),
);

/** Discord names roles by numbers; whatever else comes was not chosen in its app. */
const isId = (value: string): boolean => /^\d{1,20}$/.test(value);

async function saved(
  change: Partial<Settings>,
  { id, library }: GuildMember,
  { store, messages }: Context,
): Promise<Reply> {
  const settings = await library.saveSettings(change);
  const channels = [...(await store.tiedWorks(id)).keys()];
  return { show: 'update', components: settingsView(settings, channels, messages) };
}

export const settingsActions = [setAnswers, setShipped, setMissed, setEditors, ...channelActions];
