import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { inServer } from './permission.ts';
import { workView } from './view.ts';
import { articleOf, completeWork, findWork, noWork } from './work.ts';

/** `/library show`: one work that this server added. */
export const show = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'show',
  options: [
    { name: 'work', type: ApplicationCommandOptionType.String, required: true, max_length: 300, autocomplete: true },
  ],
  complete: { work: completeWork },
  run: ({ work }, context) =>
    inServer(context, async (guild) => {
      const record = await findWork(work, guild);
      const article = articleOf(record, context);
      if (!record || !article) return noWork(work, context);
      return { show: 'private', components: workView(article, record, guild.isEditor, context.messages) };
    }),
});
