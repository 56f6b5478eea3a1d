import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { asManager } from '../library/permission.ts';
import { channelPanel, tiedTo } from './channel.ts';
import { settingsView } from './view.ts';

/** `/settings`: how a server's answers are shown, what is searched, and who may change the library; or a channel's works. */
export const settings = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'settings',
  serverOnly: true,
  options: [{ name: 'channel', type: ApplicationCommandOptionType.Channel }],
  complete: {},
  run: ({ channel }, context) =>
    asManager(context, async (guild): Promise<Reply> => {
      const { degraded, messages, store } = context;
      if (degraded) return notice(messages.markdown('error.storeAway'));
      const components = channel
        ? channelPanel(channel.id, 0, await tiedTo(channel.id, guild, context), context)
        : settingsView(guild.settings, [...(await store.tiedWorks(guild.id)).keys()], messages);
      return { show: 'private', components };
    }),
});
