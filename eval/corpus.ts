import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFile, type Usage } from '../src/intake/index.ts';
import { packageRoot } from '../src/root.ts';
import { PROGRAMS, type Program } from './corpus/programs.ts';
import { type Score, scoreOf } from './corpus/score.ts';
import { openSource, type Source } from './corpus/source.ts';

const USAGE = `Usage: npm run corpus [-- WORD…] [--keep DIR]
  Makes documents of known text with the programs that are installed (Debian: pandoc, texlive-xetex, groff, libreoffice,
  chromium, poppler-utils), reads each, and prints what was kept of it. With words, only the files whose names contain one.`;

interface Row extends Score {
  readonly name: string;
  readonly program: string;
  readonly usage: Usage;
}

const SOURCES = [
  ...['weir', 'knots', 'lecture'].map((name) => join('eval', 'corpus', 'sources', `${name}.md`)),
  ...['CONTRIBUTING.md', join('docs', 'operating.md')],
  ...['moscow-times-2013', 'stratfor-2014'].map((name) =>
    join('knowledge', 'russia-latin-america', 'articles', `${name}.md`),
  ),
];

/** Token F1, order, headings and page labels by file and by program, with what reading cost. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keep: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(USAGE);
  const dir = values.keep ?? mkdtempSync(join(tmpdir(), 'footnote-corpus-'));
  mkdirSync(dir, { recursive: true });
  try {
    const sources = SOURCES.map((path) => openSource(join(packageRoot, path), dir));
    const rows: Row[] = [];
    console.log(['file', 'F1', 'order', 'headings', 'labels', 'CPU ms', 'MB'].join('\t'));
    for (const program of PROGRAMS) rows.push(...(await readAll(program, sources, dir, positionals)));
    printMeans(rows);
  } finally {
    if (values.keep === undefined) rmSync(dir, { recursive: true, force: true });
  }
}

async function readAll(
  program: Program,
  sources: readonly Source[],
  dir: string,
  words: readonly string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const source of sources) {
    if ((program.slides && !source.isLecture) || (program.proseOnly && source.hasTables)) continue;
    const name = `${basename(source.path, '.md')}.${program.name}`;
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    const made = make(program, source, join(dir, name));
    if (made === undefined) continue;
    const row = { name, program: program.name, ...(await readOne(made, source)) };
    rows.push(row);
    console.log(lineOf(row));
  }
  return rows;
}

function make(program: Program, source: Source, folder: string): string | undefined {
  mkdirSync(folder, { recursive: true });
  const find = () => readdirSync(folder).find((file) => file === `out.${program.format}`);
  try {
    if (find() === undefined) program.make(source.path, folder);
  } catch (error) {
    console.error(`${basename(folder)}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
  const file = join(folder, `out.${program.format}`);
  return existsSync(file) ? file : undefined;
}

async function readOne(file: string, source: Source): Promise<Score & { usage: Usage }> {
  let usage: Usage = { ms: 0, cpuMs: 0, peakBytes: 0 };
  const result = await readFile(
    { name: basename(file), bytes: readFileSync(file) },
    { onUsage: (seen) => (usage = seen) },
  );
  return { ...scoreOf(result, source, file), usage };
}

function lineOf({ name, f1, order, headings, labels, usage }: Row): string {
  return [
    name.padEnd(36),
    ...[f1, order, headings, labels].map(share),
    usage.cpuMs.toFixed(0),
    usage.peakBytes === 0 ? '–' : (usage.peakBytes / 2 ** 20).toFixed(0),
  ].join('\t');
}

const share = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(3));

function printMeans(rows: readonly Row[]): void {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of [row.program, row.name.endsWith('.pdf') ? 'all PDFs' : 'all others'])
      groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  console.log('\nMeans');
  for (const [name, group] of groups) {
    const mean = (pick: (row: Row) => number | undefined): number | undefined => {
      const values = group.flatMap((row) => pick(row) ?? []);
      return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const usage = {
      ms: 0,
      cpuMs: mean((row) => row.usage.cpuMs) ?? 0,
      peakBytes: Math.max(...group.map((row) => row.usage.peakBytes)),
    };
    const means = { f1: mean((row) => row.f1) ?? 0, order: mean((row) => row.order) ?? 0 };
    const [headings, labels] = [mean((row) => row.headings), mean((row) => row.labels)];
    console.log(lineOf({ name: `${name} (${group.length})`, program: name, ...means, headings, labels, usage }));
  }
}

await main();
