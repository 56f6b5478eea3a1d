import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../src/intake/formats.ts';
import { packageRoot } from '../src/root.ts';

const ELSEWHERE = /^(?:node_modules|dist|knowledge|\.\w.*)$/;

/** Every page, but for inputs that tests read. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ELSEWHERE.test(entry.name) || entry.name === 'fixtures' ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const withoutCode = (text: string) =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ' '));

/** Links and pictures to files of the project, with the heading that they point at. */
function linksOf(page: string): { readonly to: string; readonly heading: string | undefined }[] {
  return [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(
    ([, path = '', heading]) => ({ to: path === '' ? page : join(dirname(page), path), heading }),
  );
}

/** As GitHub names a heading in an address. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function headingsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));
}

const pages = pagesIn(packageRoot);

describe('the documentation', () => {
  it.each(pages.map((page) => relative(packageRoot, page)))(
    'has links in %s to files and headings that are there',
    (name) => {
      for (const { to, heading } of linksOf(join(packageRoot, name))) {
        expect(existsSync(to), relative(packageRoot, to)).toBe(true);
        if (heading !== undefined) expect(headingsOf(to), relative(packageRoot, to)).toContain(heading);
      }
    },
  );

  it('shows every picture in docs/', () => {
    const shown = new Set(pages.flatMap(linksOf).map(({ to }) => to));
    const pictures = readdirSync(join(packageRoot, 'docs')).filter((name) => name.endsWith('.png'));
    expect(pictures.filter((name) => !shown.has(join(packageRoot, 'docs', name)))).toEqual([]);
  });

  it('describes every format that people are told of', () => {
    const formats = readFileSync(join(packageRoot, 'docs', 'formats.md'), 'utf8');
    const described = [...formats.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.split(', '));
    expect(FORMAT_NAMES.filter((name) => !described.includes(name))).toEqual([]);
  });

  it('explains every line of the log', () => {
    const operating = readFileSync(join(packageRoot, 'docs', 'operating.md'), 'utf8');
    const said = sourcesIn(join(packageRoot, 'src')).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/logger\??\.(?:fatal|error|warn|info)\(([\s\S]*?)\);/g)].flatMap(
        ([, given = '']) => [...given.matchAll(/['`]([A-Z][^'`$]+)/g)].map(([, line = '']) => line.trim()),
      ),
    );
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((line) => !operating.includes(`\`${line}`))).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
