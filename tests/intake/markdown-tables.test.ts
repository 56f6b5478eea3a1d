import { expect, it } from 'vitest';
import { readMarkdown } from '../../src/intake/readers/markdown.ts';

const rowsOf = (text: string): string[] =>
  readMarkdown(text).blocks.flatMap((block) => ('text' in block ? block.text.split('\n') : []));

it('keeps cells of a table that stand beyond its head', () => {
  const rows = rowsOf('| plant | height |\n|:--|--:|\n| willow | 9 m | wet ground |\n| elder | 4 m |\n');
  expect(rows).toEqual(['plant | height | ', 'willow | 9 m | wet ground', 'elder | 4 m | ']);
});

it.each([
  ['without bars around it', 'plant | height\n--- | ---\nwillow | 9 m | wet\n', 'willow | 9 m | wet'],
  ['with code and escaped bars', '| `a` | b |\n|---|---|\n| x \\| y | 2 |\n', 'x | y | 2'],
])('reads a table %s', (_what, text, row) => {
  expect(rowsOf(text)).toContain(row);
});

it('leaves tables in code as they are', () => {
  const code = '| a |\n|---|\n| b | c |';
  expect(rowsOf(`\`\`\`\n${code}\n\`\`\`\n`)).toEqual(code.split('\n'));
});
