import { ApplicationCommandType } from 'discord-api-types/v10';
import { type Command, type SlashCommand, slashCommand } from '../../src/bot/command.ts';
import { helpView } from './view.ts';

/** `/help`: what the bot can do with these commands, what to try first, and what it will not do. */
export function helpOn(commands: readonly Command[]): SlashCommand {
  return slashCommand({
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    options: [],
    complete: {},
    run: (_args, { knowledge, messages, commandIds: ids }) => ({
      show: 'private',
      components: helpView(commands, knowledge, { messages, ids }),
    }),
  });
}
