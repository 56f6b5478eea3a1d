import { ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { asManager } from '../library/permission.ts';
import { settingsView } from './view.ts';

/** `/settings`: how a server's answers are shown, what is searched, and who may change the library. */
export const settings = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'settings',
  serverOnly: true,
  options: [],
  complete: {},
  run: (_args, context) =>
    asManager(context, (guild) => ({
      show: 'private',
      components: context.degraded
        ? noticeView(context.messages.markdown('error.storeAway'))
        : settingsView(guild.settings, context.messages),
    })),
});
