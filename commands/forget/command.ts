import { ApplicationCommandType } from 'discord-api-types/v10';
import { type CommandGroup, slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';

/** `/forget me`: deletes what is stored of the person who asks. */
const me = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'me',
  options: [],
  complete: {},
  async run(_args, { forget, messages, person }) {
    const count = await forget(person.id);
    const said = count === 0 ? messages.markdown('forget.nothing') : messages.markdown('forget.done', { count });
    return notice(said);
  },
});

export const forget = {
  type: ApplicationCommandType.ChatInput,
  name: 'forget',
  subcommands: [me],
} satisfies CommandGroup;
