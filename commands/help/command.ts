import { ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { helpView } from './view.ts';

/** `/help`: what the bot can do, what to try first, and what it will not do. */
export const help = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'help',
  options: [],
  complete: {},
  run: (_args, { knowledge, messages }) => ({ show: 'private', components: helpView(knowledge, messages) }),
});
