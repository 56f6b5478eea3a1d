import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { linkTo } from './add.ts';
import { asEditor } from './permission.ts';
import { whyNoFacts } from './refusals.ts';

/** `/library facts`: the server's own fact table, from a CSV file. */
export const facts = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'facts',
  options: [{ name: 'file', type: ApplicationCommandOptionType.Attachment, required: true }],
  complete: {},
  run: ({ file }, context) =>
    asEditor(context, async ({ library }) => {
      const { messages, person } = context;
      const result = await library.replaceFacts(linkTo(file), person.id);
      const said = result.ok
        ? messages.markdown('library.factsDone', { count: result.rows })
        : whyNoFacts(result, messages);
      return notice(said);
    }),
});
