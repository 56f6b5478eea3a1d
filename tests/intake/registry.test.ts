import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/intake/detect/open.ts';
import { READERS } from '../../src/intake/readers/registry.ts';

const named = async (name: string, text: string) => {
  const file = await openFile({ name, bytes: new TextEncoder().encode(text) });
  return READERS.find(({ detect }) => detect(file))?.name;
};

describe('the registry of readers', () => {
  it('has every name once', () => {
    const names = READERS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['%PDF-1.4 …', 'notes.txt', 'pdf'],
    ['<!doctype html><p>The mill.</p>', 'mill.txt', 'html'],
    ['<p>The mill.</p>', 'mill.html', 'html'],
    ['# Mills\n\n## Leats\n', 'mill.txt', 'markdown'],
    ['---\nsource: mill-1\nkind: quote\n---\n\n[1] It turns.\n', 'mill.md', 'article'],
    ['The mill turns.', 'mill', 'text'],
    ['a,b\n1,2\n', 'mill.csv', 'csv'],
  ])('detects the format of %j called %s', async (text, name, reader) => {
    expect(await named(name, text)).toBe(reader);
  });
});
