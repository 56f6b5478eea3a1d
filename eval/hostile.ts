import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readFacts, readFile, type Usage } from '../src/intake/index.ts';
import { messagesFor } from '../src/reply/messages.ts';
import { HOSTILE, type HostileFile } from './hostile/files.ts';

const MAKE = '--make';

/**
 * Makes files that are to harm in a temporary folder, reads one after another, and prints what came of each: the outcome, the time, the most
 * memory that its process held, the most that this one held, and how long this one's event loop stood still at worst.
 * `npm run hostile -- NAME…` reads only those whose names contain one of the words.
 */
async function main(): Promise<void> {
  const [first = '', folder = ''] = process.argv.slice(2);
  if (first === MAKE) return make(folder);
  const dir = mkdtempSync(join(tmpdir(), 'footnote-hostile-'));
  try {
    // In a process of its own: what making them costs is no part of what reading them does.
    execFileSync(process.execPath, [...process.argv.slice(1, 2), MAKE, dir], { stdio: 'inherit' });
    await readAll(dir, process.argv.slice(2));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function make(dir: string): Promise<void> {
  for (const [i, maker] of HOSTILE.entries()) {
    const { name, bytes } = await maker.make();
    writeFileSync(join(dir, `${String(i).padStart(2, '0')}-${name}`), bytes);
  }
}

async function readAll(dir: string, wanted: readonly string[]): Promise<void> {
  console.log(['file', 'bytes', 'outcome', 'ms', 'child MB', 'parent MB', 'lag ms'].join('\t'));
  for (const path of readdirSync(dir).sort()) {
    const name = path.slice(3);
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    console.log((await measure({ name, bytes: readFileSync(join(dir, path)) })).join('\t'));
  }
  console.log('\nWhat people are told:');
  const messages = messagesFor('en');
  for (const problem of [...told].sort()) console.log(`${problem}: ${messages.plain(`intake.problem.${problem}`)}`);
}

const told = new Set<string>();

async function measure(file: HostileFile): Promise<(string | number)[]> {
  let peak = process.memoryUsage.rss();
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  const lag = monitorEventLoopDelay({ resolution: 5 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  lag.enable();
  let usage: Usage = { ms: 0, cpuMs: 0, peakBytes: 0 };
  const read = file.name.endsWith('.csv') ? readFacts : readFile;
  const result = await read(file, { onUsage: (cost) => (usage = cost) });
  lag.disable();
  clearInterval(sampler);
  if (!result.ok) told.add(result.problem);
  const outcome = result.ok
    ? `read${'works' in result ? `, ${result.works[0]?.passages.length} passages` : ''}`
    : result.problem;
  return [
    file.name,
    file.bytes.length,
    outcome,
    Math.round(usage.ms),
    megabytes(usage.peakBytes),
    megabytes(peak),
    Math.round(lag.max / 1e6),
  ];
}

const megabytes = (bytes: number): number => Math.round(bytes / (1024 * 1024));

await main();
