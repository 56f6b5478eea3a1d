import { setTimeout } from 'node:timers/promises';
import type { SandboxClient } from 'discord-sandbox';
import { residentBytes } from './data/memory.ts';
import { percentile } from './data/metrics.ts';
import { startAttack } from './hostile/attack.ts';
import { openStage } from './hostile/stage.ts';

/**
 * Prints how long `/ask` takes at rest and while five hostile files are being read again and again, and how much memory
 * the bot holds at most: the bot in a process of its own, the real discord.js client between it and a sandbox.
 * `npm run hostile:latency -- SECONDS` measures each for so long (20).
 */
const SECONDS = Number(process.argv[2] ?? 20);
const FILES = 5;
const QUESTIONS = ['When was CELAC founded?', 'Where did Lavrov stop first?', 'How many countries belong to CELAC?'];

const stage = await openStage();
const { sandbox, pid } = stage;
try {
  const [ana, ben] = [sandbox.client('ana'), sandbox.client('ben')];
  await asking(ben, 3);
  const rest = await asking(ben, SECONDS);
  const attack = startAttack(Array.from({ length: FILES }, () => ana));
  await setTimeout(1000);
  const fire = await asking(ben, SECONDS);
  const read = await attack.stop();
  print(rest, fire, read);
} finally {
  await stage.close();
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
    memory = Math.max(memory, residentBytes(pid));
    // People do not ask without a pause, and the bot should not be measured against its own questioner.
    await setTimeout(20);
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
