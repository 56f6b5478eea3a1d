import { ApplicationCommandType } from 'discord-api-types/v10';
import type { CommandGroup } from '../../src/bot/command.ts';
import { start } from './start.ts';

/** `/quiz`: questions from the material, for everybody in a channel. */
export const quiz = {
  type: ApplicationCommandType.ChatInput,
  name: 'quiz',
  serverOnly: true,
  subcommands: [start],
} satisfies CommandGroup;
