import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../eval/hostile/files.ts';
import { type IntakeProblem, readFile } from '../../src/intake/index.ts';

/** What each file that is quickly made and read comes to. */
const OUTCOMES: Record<string, IntakeProblem | 'read'> = {
  'empty.md': 'empty',
  'only-spaces.txt': 'empty',
  'truncated.pdf': 'damaged',
  'truncated.docx': 'damaged',
  'encrypted.pdf': 'encrypted',
  'encrypted.docx': 'encrypted',
  'scanned.pdf': 'noText',
  'endless-page-tree.pdf': 'damaged',
  'million-pages.pdf': 'noText',
  'program.pdf': 'unknownFormat',
  'picture.md': 'unknownFormat',
  'nested-xml.docx': 'tooDeep',
  'entities.docx': 'damaged',
  'path-traversal.zip': 'badCollection',
  'nested-tags.html': 'tooDeep',
  'unclosed-tags.html': 'tooDeep',
  'quotes-100kb.md': 'noText',
  'alias-bomb.md': 'badFrontMatter',
  'javascript-front-matter.md': 'read',
  'prototype-front-matter.md': 'read',
  'broken-utf8.txt': 'badEncoding',
  'random.bin': 'unknownFormat',
  'lone-surrogates.txt': 'badEncoding',
};

describe('a file that is meant to harm', async () => {
  const files = (await Promise.all(HOSTILE.map(({ quick, make }) => (quick ? make() : undefined)))).filter(
    (file) => file !== undefined,
  );

  it('is listed here where it is quick', () => {
    expect(files.map(({ name }) => name).sort()).toEqual(Object.keys(OUTCOMES).sort());
  });

  it.concurrent.each(files)('ends in one clear outcome: $name', { timeout: 60_000 }, async (file) => {
    const result = await readFile(file, { timeMs: 40_000 });
    expect(result.ok ? 'read' : result.problem).toBe(OUTCOMES[file.name]);
  });
});
