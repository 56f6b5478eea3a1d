import { ApplicationCommandType } from 'discord-api-types/v10';
import { type CommandGroup, slashCommand } from '../../src/bot/command.ts';
import { forgetView } from './view.ts';

/** `/forget me`: deletes what is stored of the person who asks, once they have confirmed it. */
const me = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'me',
  options: [],
  complete: {},
  run: (_args, { messages }) => ({ show: 'private', components: forgetView(messages) }),
});

export const forget = {
  type: ApplicationCommandType.ChatInput,
  name: 'forget',
  subcommands: [me],
} satisfies CommandGroup;
