import { ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { inServer } from './permission.ts';
import { shelfView } from './view.ts';

/** `/library list`: the works that this server added, and how much room is left. */
export const list = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'list',
  options: [],
  complete: {},
  run: (_args, context) =>
    inServer(context, async ({ library, isEditor }) => ({
      show: 'private',
      components: shelfView(await library.works(), { quota: library.quota, page: 0, isEditor }, context.messages),
    })),
});
