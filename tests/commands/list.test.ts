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

/** Every command and subcommand, as the README calls it, with its options. */
const listed = commands.flatMap((command): { readonly name: string; readonly options: readonly Option[] }[] => {
  if (command.type === ApplicationCommandType.Message) return [{ name: `Apps › ${command.name}`, options: [] }];
  if (!('subcommands' in command)) return [{ name: `/${command.name}`, options: command.options }];
  return command.subcommands.map(({ name, options }) => ({ name: `/${command.name} ${name}`, options }));
});

it('names every command with its options in the README, in the order of the list', () => {
  const signatures = listed.map(({ name, options }) => [name, ...options.map(optionText)].join(' '));
  expect(rows.map(([, command]) => command?.replaceAll('`', ''))).toEqual(signatures);
});

it('leads in the README from every command to a page that shows it', () => {
  for (const [i, { name }] of listed.entries()) {
    const [, , does = ''] = rows[i] ?? [];
    const pages = [...does.matchAll(/\]\((docs\/[\w-]+\.md)/g)].map(([, page = '']) => page);
    const text = pages.map((page) => readFileSync(join(packageRoot, page), 'utf8')).join('\n');
    expect(text, name).toMatch(/!\[.+\]\([\w-]+\.png\)/);
    expect(text, name).toContain(name.replace(/^Apps › /, ''));
  }
});

function optionText({ name, required }: Option): string {
  return required ? name : `[${name}]`;
}
