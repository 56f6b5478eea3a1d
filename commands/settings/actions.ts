import type { GuildMember } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { Settings } from '../../src/store/types.ts';
import { asManager } from '../library/permission.ts';
import { answers, editors, missed, shipped } from './buttons.ts';
import { settingsView } from './view.ts';

const setAnswers = answers.handle((_args, context) =>
  asManager(context, (guild) =>
    saved({ answers: context.values[0] === 'private' ? 'private' : 'public' }, guild, context.messages),
  ),
);

const setShipped = shipped.handle(({ to }, context) =>
  asManager(context, (guild) => saved({ shipped: to === 'on' }, guild, context.messages)),
);

const setMissed = missed.handle(({ to }, context) =>
  asManager(context, async (guild) => {
    const reply = await saved({ keepsMissed: to === 'on' }, guild, context.messages);
    if (to === 'off') await context.store.forgetMissed(guild.id);
    return reply;
  }),
);

/** None chosen takes the role away. */
const setEditors = editors.handle((_args, context) =>
  asManager(context, (guild) => saved({ editorRole: context.values.find(isId) }, guild, context.messages)),
);

/** Discord names roles by numbers; whatever else comes was not chosen in its app. */
const isId = (value: string): boolean => /^\d{1,20}$/.test(value);

async function saved(change: Partial<Settings>, { library }: GuildMember, messages: Messages): Promise<Reply> {
  return { show: 'update', components: settingsView(await library.saveSettings(change), messages) };
}

export const settingsActions = [setAnswers, setShipped, setMissed, setEditors];
