import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Option } from '../../src/bot/command.ts';
import { packageRoot } from '../../src/root.ts';

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
const [, table = ''] = /\| command \| does \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme) ?? [];
const rows = table
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()));

it('names every command with its options in the README, in the order of the list', () => {
  expect(rows.map(([, command]) => command?.replaceAll('`', ''))).toEqual(commands.flatMap(signatures));
});

it('leads in the README from every command to a page that shows it', () => {
  for (const [, command = '', does = ''] of rows) {
    const pages = [...does.matchAll(/\]\((docs\/[\w-]+\.md)/g)].map(([, page = '']) => page);
    const text = pages.map((page) => readFileSync(join(packageRoot, page), 'utf8')).join('\n');
    const [name = ''] = /^(?:\/[\w-]+(?: (?!\[)[a-z]+)?|Apps › .*)/.exec(command.replaceAll('`', '')) ?? [];
    expect(text, command).toMatch(/!\[.+\]\([\w-]+\.png\)/);
    expect(text, command).toContain(name.replace(/^Apps › /, ''));
  }
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
