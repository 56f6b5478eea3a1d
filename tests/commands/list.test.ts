import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Option } from '../../src/bot/command.ts';
import { packageRoot } from '../../src/root.ts';

it('names every command with its options in the README, in the order of the list', () => {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const [, table = ''] = /\| command \| does \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme) ?? [];
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.split('|')[1]?.trim().replaceAll('`', ''));
  expect(rows).toEqual(commands.flatMap(signatures));
});

function signatures(command: (typeof commands)[number]): string[] {
  if (command.type === ApplicationCommandType.Message) return [`Apps › ${command.name}`];
  if ('subcommands' in command) {
    return command.subcommands.map(({ name, options }) =>
      [`/${command.name} ${name}`, ...options.map(optionText)].join(' '),
    );
  }
  return [[`/${command.name}`, ...command.options.map(optionText)].join(' ')];
}

function optionText({ name, required }: Option): string {
  return required ? name : `[${name}]`;
}
