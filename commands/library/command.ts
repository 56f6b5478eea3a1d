import { ApplicationCommandType } from 'discord-api-types/v10';
import type { CommandGroup } from '../../src/bot/command.ts';
import { add } from './add.ts';
import { exportAll } from './export.ts';
import { facts } from './facts.ts';
import { list } from './list.ts';
import { remove } from './remove.ts';
import { show } from './show.ts';

/** `/library`: a server's own material. Everybody reads it; who manages the server, or has the role chosen for it, changes it. */
export const library = {
  type: ApplicationCommandType.ChatInput,
  name: 'library',
  serverOnly: true,
  subcommands: [add, list, show, remove, exportAll, facts],
} satisfies CommandGroup;
