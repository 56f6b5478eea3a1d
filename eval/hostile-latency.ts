import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SandboxClient, startSandbox, studyGroup } from 'discord-sandbox';
import { packageRoot } from '../src/root.ts';
import { percentile } from './data/metrics.ts';
import { startAttack, UPLOAD_LIMIT } from './hostile/attack.ts';

/**
 * Prints how long `/ask` takes at rest and while five hostile files are being read again and again, and how much memory
 * the bot holds at most: the bot in a process of its own, the real discord.js client between it and a sandbox.
 * `npm run hostile:latency -- SECONDS` measures each for so long (20).
 */
const SECONDS = Number(process.argv[2] ?? 20);
const FILES = 5;
const QUESTIONS = ['When was CELAC founded?', 'Where did Lavrov stop first?', 'How many countries belong to CELAC?'];

const dataDir = mkdtempSync(join(tmpdir(), 'footnote-latency-'));
const sandbox = await startSandbox({ world: studyGroup, uploadLimit: UPLOAD_LIMIT });
const bot = spawn(process.execPath, [join(packageRoot, 'dist', 'src', 'main.js')], {
  env: {
    PATH: process.env.PATH,
    DISCORD_TOKEN: 'bench',
    DISCORD_API: sandbox.apiUrl,
    DATA_DIR: dataDir,
    QUOTA_ADDITIONS_PER_HOUR: '100000',
    LOG_LEVEL: 'error',
  },
  stdio: 'inherit',
});
try {
  await sandbox.whenOnline();
  while (sandbox.commands.length === 0) await pause(20);
  const [ana, ben] = [sandbox.client('ana'), sandbox.client('ben')];
  await asking(ben, 3);
  const rest = await asking(ben, SECONDS);
  const attack = startAttack(Array.from({ length: FILES }, () => ana));
  await pause(1000);
  const fire = await asking(ben, SECONDS);
  const read = await attack.stop();
  print(rest, fire, read);
} finally {
  bot.kill('SIGTERM');
  await sandbox.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Milliseconds of each question, one after another, and the most that the bot held meanwhile, in bytes. */
async function asking(client: SandboxClient, seconds: number): Promise<{ times: number[]; memory: number }> {
  const times: number[] = [];
  let memory = 0;
  const end = performance.now() + seconds * 1000;
  for (let i = 0; performance.now() < end; i++) {
    const begun = performance.now();
    await client.command('ask', { question: QUESTIONS[i % QUESTIONS.length] ?? '', private: true });
    times.push(performance.now() - begun);
    memory = Math.max(memory, residentBytes());
    // People do not ask without a pause, and the bot should not be measured against its own questioner.
    await pause(20);
  }
  return { times, memory };
}

function print(rest: Awaited<ReturnType<typeof asking>>, fire: Awaited<ReturnType<typeof asking>>, read: number): void {
  const at = (share: number, { times }: typeof rest) => percentile(share, times) ?? 0;
  const line = (name: string, of: typeof rest) =>
    `${name}: ${of.times.length} questions, p50 ${at(0.5, of).toFixed(1)} ms, p99 ${at(0.99, of).toFixed(1)} ms, ` +
    `the bot ${Math.round(of.memory / 1e6)} MB at most`;
  process.stdout.write(
    [
      line('at rest', rest),
      line(`while ${read} hostile files were read, five waiting at any time`, fire),
      `p99 under fire to p99 at rest: ${(at(0.99, fire) / at(0.99, rest)).toFixed(2)}`,
      '',
    ].join('\n'),
  );
}

function residentBytes(): number {
  const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
