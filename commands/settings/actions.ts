import type { Action } from '../../src/bot/action.ts';
import type { GuildMember } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { Settings } from '../../src/store/types.ts';
import { asManager } from '../library/permission.ts';
import { settingsView } from './view.ts';

/** Whether answers are shown to all. */
export const answers: Action = {
  name: 'answers',
  run: (_args, context) =>
    asManager(context, (guild) =>
      saved({ answers: context.values[0] === 'private' ? 'private' : 'public' }, guild, context.messages),
    ),
};

/** Whether the shipped collection is searched. */
export const shipped: Action = {
  name: 'shipped',
  run: ([to], context) => asManager(context, (guild) => saved({ shipped: to === 'on' }, guild, context.messages)),
};

/** The role whose members may change the library; none chosen takes it away. */
export const editors: Action = {
  name: 'editors',
  run: (_args, context) =>
    asManager(context, (guild) => saved({ editorRole: context.values.find(isId) }, guild, context.messages)),
};

/** Discord names roles by numbers; whatever else comes was not chosen in its app. */
const isId = (value: string): boolean => /^\d{1,20}$/.test(value);

async function saved(change: Partial<Settings>, { library }: GuildMember, messages: Messages): Promise<Reply> {
  return { show: 'update', components: settingsView(await library.saveSettings(change), messages) };
}
