import { ApplicationCommandType } from 'discord-api-types/v10';
import { slashCommand } from '../../src/bot/command.ts';
import { nextReply } from './sitting.ts';

/** `/review start`: the person's own cards, one at a time, in private. */
export const start = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'start',
  options: [],
  complete: {},
  run: (_args, context) => nextReply(context, 'private', 0),
});
