import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Profiler } from 'node:inspector';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { startSandbox } from 'discord-sandbox';
import { packageRoot } from '../src/root.ts';
import { percentile } from './data/metrics.ts';
import { Inspected } from './passes/inspected.ts';

/**
 * Prints which files and functions of the program one question passes, from the interaction to the reply: those that V8
 * counts in each of several asks, in a bot that has answered before. Usage: npm run passes [-- CHECKOUT]; CHECKOUT is a
 * built checkout, this one unless told. Functions that V8 has inlined are counted as well.
 */
const ASKS = 5;
const WARM_UP = 20;
const QUESTION = 'When was CELAC founded?';

const checkout = resolve(process.argv[2] ?? packageRoot);
const sandbox = await startSandbox();
const bot = spawn(process.execPath, ['--inspect=127.0.0.1:0', join(checkout, 'dist', 'src', 'main.js')], {
  cwd: checkout,
  env: { PATH: process.env.PATH, DISCORD_TOKEN: 'passes', DISCORD_API: sandbox.apiUrl, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'ignore', 'pipe'],
});
const inspected = await Inspected.connect(await inspectorOf(bot.stderr));
await sandbox.whenOnline();
while (sandbox.commands.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
const client = sandbox.client();
// One mark more each time: the very same question would be answered from memory.
let asked = 0;
const ask = () => client.command('ask', { question: `${QUESTION}${'?'.repeat(asked++)}`, private: true });
for (let at = 0; at < WARM_UP; at++) await ask();
await inspected.startCounting();
const passed: Set<string>[] = [];
const calls: number[] = [];
for (let at = 0; at < ASKS; at++) {
  await inspected.takeCalled();
  await ask();
  const called = (await inspected.takeCalled()).filter(isOurs);
  passed.push(new Set(called.flatMap(functionsOf)));
  calls.push(
    called.flatMap(({ functions }) => functions).reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0),
  );
}
bot.kill('SIGKILL');
await once(bot, 'exit');
inspected.close();
await sandbox.close();

const each = [...(passed[0] ?? [])].filter((name) => passed.every((names) => names.has(name)));
const byFile = new Map<string, number>();
for (const name of each) byFile.set(fileOf(name), (byFile.get(fileOf(name)) ?? 0) + 1);
for (const [file, count] of [...byFile].sort()) process.stdout.write(`${String(count).padStart(4)} ${file}\n`);
process.stdout.write(`${byFile.size} files, ${each.length} functions, ${percentile(0.5, calls)} calls (median)\n`);

async function inspectorOf(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const url = /ws:\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('The bot ended before its inspector listened.');
}

function isOurs({ url }: Profiler.ScriptCoverage): boolean {
  return /\/dist\/(?:src|commands)\//.test(url);
}

function functionsOf({ url, functions }: Profiler.ScriptCoverage): string[] {
  const file = url.replace(/^.*\/dist\//, '');
  return functions
    .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
    .map(({ functionName, ranges }) => `${file} ${functionName}@${ranges[0]?.startOffset}`);
}

function fileOf(name: string): string {
  return name.slice(0, name.indexOf(' '));
}
