import { ApplicationCommandType } from 'discord-api-types/v10';
import type { CommandGroup } from '../../src/bot/command.ts';
import { exportCards } from './export.ts';
import { importCards } from './import.ts';
import { remind } from './remind.ts';
import { start } from './start.ts';
import { stats } from './stats.ts';

/** `/review`: a person's own cards. All that it shows is for that person alone. */
export const review = {
  type: ApplicationCommandType.ChatInput,
  name: 'review',
  subcommands: [start, stats, remind, exportCards, importCards],
} satisfies CommandGroup;
