import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { noticeView } from '../../src/reply/notice-view.ts';
import { PERIODS } from '../../src/study/periods.ts';
import { inServer } from '../library/permission.ts';
import { readBoard, readOwn } from './board.ts';
import { boardView, ownView } from './view.ts';

/** `/leaderboard`: who had most quiz questions right in a server. */
export const leaderboard = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'leaderboard',
  serverOnly: true,
  options: [{ name: 'when', type: ApplicationCommandOptionType.String, choices: PERIODS }],
  complete: {},
  run: ({ when = 'week' }, context) =>
    inServer<Reply>(context, async ({ id, isManager }) => {
      const { store, messages, publicMessages } = context;
      if (await store.leaderboardIsOn(id)) {
        return { show: 'public', components: boardView(when, await readBoard(when, id, context), publicMessages) };
      }
      // Managers are shown where to switch it on.
      const components = isManager
        ? ownView(when, await readOwn(when, id, context), isManager, messages)
        : noticeView(messages.markdown('leaderboard.off'));
      return { show: 'private', components };
    }),
});
