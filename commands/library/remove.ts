import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { asEditor } from './permission.ts';
import { removeView } from './view.ts';
import { completeWork, findWork, noWork } from './work.ts';

/** `/library remove`: asks first; a removed work can be brought back for a day. */
export const remove = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'remove',
  options: [
    { name: 'work', type: ApplicationCommandOptionType.String, required: true, max_length: 300, autocomplete: true },
  ],
  complete: { work: completeWork },
  run: ({ work }, context) =>
    asEditor(context, async (guild) => {
      const record = await findWork(work, guild);
      if (!record) return noWork(work, context);
      return { show: 'private', components: removeView(record.source, context.messages) };
    }),
});
