import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A text in Markdown of which everything is known. */
export interface Source {
  readonly path: string;
  /** Its plain text in reading order, notes at the end. */
  readonly text: string;
  readonly headings: readonly string[];
  readonly isLecture: boolean;
  readonly hasTables: boolean;
}

/** Opens a source, and writes it to `dir` without what is this project's own notation. Throws where there is no pandoc. */
export function openSource(path: string, dir: string): Source {
  const name = basename(path);
  const copy = join(dir, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(copy, /^source:/m.test(text) ? asMarkdown(text) : text);
  const pandoc = (to: string) =>
    execFileSync('pandoc', [copy, '-t', to, '--wrap=none', '-s'], { maxBuffer: 1 << 26 }).toString('utf8');
  const { blocks } = JSON.parse(pandoc('json')) as { blocks: { t: string; c: unknown }[] };
  const headings = blocks.filter(({ t }) => t === 'Header').map(({ c }) => stringOf(c));
  return {
    path: copy,
    text: pandoc('plain'),
    headings,
    isLecture: name === 'lecture.md',
    hasTables: blocks.some(({ t }) => t === 'Table'),
  };
}

/** Numbered paragraphs as plain ones, below a title. */
function asMarkdown(text: string): string {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^\[[^\]]*\] /gm, '');
  return `---\ntitle: Notes on a Journey\n---\n\n# The notes\n${body}`;
}

/** The words of a pandoc element. */
function stringOf(element: unknown): string {
  if (Array.isArray(element)) return element.map(stringOf).join('');
  if (typeof element !== 'object' || element === null || !('t' in element)) return '';
  const { t, c } = element as { t: string; c?: unknown };
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak') return ' ';
  if (t === 'Code') return String((c as unknown[])[1]);
  return stringOf(c);
}
