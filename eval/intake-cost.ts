import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { readFile, Usage } from '../src/intake/index.ts';
import { packageRoot } from '../src/root.ts';
import { percentile } from './data/metrics.ts';

/**
 * Prints what reading a file costs, by format: CPU and wall time in milliseconds, and the most memory that the reader's
 * process held in MB. Files that are refused are counted too. Usage: npm run cost:intake -- [--project DIR] [FOLDER …];
 * another built checkout reads in the place of this one, and folders in the place of the tests' files.
 */
const { values, positionals } = parseArgs({
  options: { project: { type: 'string', default: packageRoot } },
  allowPositionals: true,
});
const INPUT = /^(?!expected\.)[^.].*\.(?:pdf|docx|pptx|odt|odp|epub|rtf|html?|md|txt|tex|csv|xlsx|vtt|srt|ipynb|eml)$/i;

const folders = positionals.length > 0 ? positionals : [join(packageRoot, 'tests', 'fixtures', 'intake')];
const module: { readFile: typeof readFile } = await import(
  pathToFileURL(join(values.project, 'dist', 'src', 'intake', 'index.js')).href
);
const costs = new Map<string, Usage[]>();
for (const path of folders.flatMap(filesIn)) {
  let usage: Usage | undefined;
  await module.readFile(
    { name: basename(path), bytes: new Uint8Array(readFileSync(path)) },
    { onUsage: (seen) => (usage = seen) },
  );
  const format = extname(path).slice(1).toLowerCase();
  if (usage) costs.set(format, [...(costs.get(format) ?? []), usage]);
}
console.log(['format', 'files', 'CPU p50', 'CPU max', 'wall p50', 'wall max', 'MB max'].join('\t'));
for (const [format, usages] of [...costs].sort(([a], [b]) => a.localeCompare(b))) {
  const [cpu, wall, bytes] = [
    usages.map(({ cpuMs }) => cpuMs),
    usages.map(({ ms }) => ms),
    usages.map(({ peakBytes }) => peakBytes / 2 ** 20),
  ];
  const row = [percentile(0.5, cpu), Math.max(...cpu), percentile(0.5, wall), Math.max(...wall), Math.max(...bytes)];
  console.log([format, usages.length, ...row.map((number) => number.toFixed(0))].join('\t'));
}

function filesIn(path: string): string[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesIn(join(path, name)));
  return INPUT.test(basename(path)) ? [path] : [];
}
