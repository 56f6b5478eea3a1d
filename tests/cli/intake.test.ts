import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadMaterial } from '../../src/material/load.ts';
import { packageRoot } from '../../src/root.ts';

const FIXTURES = join(packageRoot, 'tests', 'fixtures', 'intake');

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = join(packageRoot, 'dist', 'src', 'cli', 'intake.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'footnote-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

describe('npm run intake', { timeout: 120_000 }, () => {
  it('writes a collection that passes the check, and adds to it without touching what is there', async () => {
    const dir = folder();
    const into = join(dir, 'mine');
    const first = await run(join(FIXTURES, 'txt-clean', 'input.txt'), '--into', into, '--publisher', 'Lane Press');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain(
      'articles/the-bees-of-farrow-lane-2014.md: “The Bees of Farrow Lane”, 4 paragraphs, 89 words\n',
    );
    // Fields that are other tools' business stay.
    const sources = join(into, 'sources.json');
    writeFileSync(sources, readFileSync(sources, 'utf8').replace('"type": "article"', '"type": "book", "volume": "7"'));
    expect(await run(join(FIXTURES, 'md-own-format', 'input.md'), '--into', into)).toMatchObject({ code: 0 });
    const { value, problems } = loadMaterial(dir);
    expect(problems).toEqual([]);
    expect(value.articles.map(({ source: { id, publisher } }) => [id, publisher])).toEqual([
      ['the-bees-of-farrow-lane-2014', 'Lane Press'],
      ['torvane-2016', ''],
    ]);
    expect(value.passages.get('torvane-2016#2.2')).toMatchObject({
      page: 4,
      text: 'Nobody walked it twice.\nNot even the dog.',
    });
    expect(readFileSync(sources, 'utf8')).toContain('"volume": "7"');
  });

  it('writes the files that can be read, and says what is wrong with the others', async () => {
    const into = join(folder(), 'mine');
    const { code, out, err } = await run(
      join(FIXTURES, 'not-there.md'),
      join(FIXTURES, 'pdf-encrypted', 'input.pdf'),
      join(FIXTURES, 'txt-clean', 'input.txt'),
      '--into',
      into,
    );
    expect(code).toBe(1);
    expect(err).toMatch(/not-there\.md cannot be read: there is no such file\.\n/);
    expect(err).toMatch(/input\.pdf: This file has a password. Save it without one\.\n$/);
    expect(out).toContain('“The Bees of Farrow Lane”');
    expect(readdirSync(join(into, 'articles'))).toEqual(['the-bees-of-farrow-lane-2014.md']);
  });

  it('writes nothing where no file can be read', async () => {
    const into = join(folder(), 'mine');
    const { code, err } = await run(join(FIXTURES, 'pdf-encrypted', 'input.pdf'), '--into', into);
    expect(code).toBe(1);
    expect(err).toMatch(/\nNothing was written\.\n$/);
    expect(readdirSync(join(into, '..'))).toEqual([]);
  });

  it('takes no work twice', async () => {
    const file = join(FIXTURES, 'txt-clean', 'input.txt');
    const { code, err } = await run(file, file, '--into', join(folder(), 'mine'));
    expect(code).toBe(1);
    expect(err).toContain('is there already, as "The Bees of Farrow Lane"');
  });

  it.each([
    [['--help'], 0, 'Usage: npm run intake'],
    [[], 2, 'Usage: npm run intake'],
    [['a.md', '--into', 'x', '--date', 'soon'], 2, '"soon" is no date'],
    [['a.md', 'b.md', '--into', 'x', '--title', 'T'], 2, 'for a single file'],
    [['not-there.md', '--into', 'x'], 1, 'not-there.md cannot be read: there is no such file.'],
    [[FIXTURES, '--into', 'x'], 1, 'cannot be read: it is a folder. Name the files in it.'],
  ])('explains itself: %j', async (args, code, text) => {
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(result.out + result.err).toContain(text);
  });
});
