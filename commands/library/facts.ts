import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import { linkTo } from './add.ts';
import { firstDraft } from './draft-actions.ts';
import { asEditor } from './permission.ts';
import { whyNoFacts } from './refusals.ts';
import { completeWork, findWork, noWork } from './work.ts';

/** `/library facts`: the server's own fact table, from a CSV file or from what rules draft from one of its works. */
export const facts = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'facts',
  options: [
    { name: 'file', type: ApplicationCommandOptionType.Attachment },
    { name: 'draft', type: ApplicationCommandOptionType.String, max_length: 300, autocomplete: true },
  ],
  complete: { draft: completeWork },
  run: ({ file, draft }, context) =>
    asEditor(context, async (guild) => {
      const { messages, person } = context;
      if ((file === undefined) === (draft === undefined)) return notice(messages.markdown('library.drafts.either'));
      if (file === undefined) {
        const record = await findWork(draft ?? '', guild);
        return record ? firstDraft(record.source, guild, context) : noWork(draft ?? '', context);
      }
      const result = await guild.library.replaceFacts(linkTo(file), person.id);
      const said = result.ok
        ? messages.markdown('library.factsDone', { count: result.rows })
        : whyNoFacts(result, messages);
      return notice(said);
    }),
});
