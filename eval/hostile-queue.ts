import { setTimeout } from 'node:timers/promises';
import { childrenBytes, residentBytes } from './data/memory.ts';
import { percentile } from './data/metrics.ts';
import { addFile, startAttack } from './hostile/attack.ts';
import { openStage } from './hostile/stage.ts';

/**
 * Prints how long a server that brings its first file waits for it, alone and while five others bring hostile files one after
 * another, and how much memory the bot and the processes that read hold at most.
 * `npm run hostile:queue -- FILES` measures each with so many files, of a server and a text of its own each (10).
 */
const FILES = Number(process.argv[2] ?? 10);
const HOSTILE_SERVERS = 5;
const PARAGRAPHS = 1_500;
const REST_MS = 3_000;
const SAMPLE_MS = 100;
const MEBIBYTE = 1024 * 1024;

const stage = await openStage({ QUOTA_PASSAGES: '10000000', QUOTA_WORKS: '100000', QUOTA_TEXT_MB: '10000' });
const { sandbox, pid } = stage;
for (let i = 0; i < HOSTILE_SERVERS; i++)
  sandbox.addGuild({ name: `Hostile ${i}`, channels: [{ name: `hostile-${i}` }] });
const most = { bot: 0, readers: 0 };
let brought = 0;
try {
  const sampling = setInterval(sampleMemory, SAMPLE_MS);
  await bringing(1);
  const alone = await bringing(FILES);
  const attack = startAttack(Array.from({ length: HOSTILE_SERVERS }, (_, i) => sandbox.client('ana', `hostile-${i}`)));
  await setTimeout(REST_MS);
  const beside = await bringing(FILES);
  const files = await attack.stop();
  clearInterval(sampling);
  print(alone, beside, files);
} finally {
  await stage.close();
}

/** Milliseconds from attaching each of so many honest servers' files to its being in the library; endless where it never was. */
async function bringing(files: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < files) {
    const file = honestText(++brought);
    sandbox.addGuild({ name: `Honest ${brought}`, channels: [{ name: `honest-${brought}` }] });
    const client = sandbox.client('ana', `honest-${brought}`);
    const begun = performance.now();
    const said = await addFile(client, `notes-${brought}.md`, file);
    const isThere = said?.includes(`Notes ${brought}`) ?? false;
    if (!isThere) process.stderr.write(`notes-${brought}.md was not taken: ${said ?? 'no answer'}\n`);
    times.push(isThere ? performance.now() - begun : Number.POSITIVE_INFINITY);
    await setTimeout(REST_MS);
  }
  return times;
}

function honestText(number: number): Uint8Array {
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, i) =>
      `In year ${i} of volume ${number} the mill ground ${(i * 7919 + number) % 10_007} sacks of rye and barley.`,
  );
  return new TextEncoder().encode([`# Notes ${number}`, ...paragraphs].join('\n\n'));
}

function sampleMemory(): void {
  most.bot = Math.max(most.bot, residentBytes(pid) / MEBIBYTE);
  most.readers = Math.max(most.readers, childrenBytes(pid) / MEBIBYTE);
}

function print(alone: readonly number[], beside: readonly number[], files: number): void {
  const line = (name: string, times: readonly number[]) =>
    `${name}: ${times.length} files, p50 ${percentile(0.5, times)?.toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms`;
  const ratio = (percentile(0.5, beside) ?? 0) / (percentile(0.5, alone) ?? 1);
  process.stdout.write(
    [
      line('alone', alone),
      line(`while five servers brought ${files} hostile files`, beside),
      `p50 to p50 alone: ${ratio.toFixed(2)}; the first one: ${beside[0]?.toFixed(0)} ms`,
      `the bot ${most.bot.toFixed(0)} MB at most, all that read at once ${most.readers.toFixed(0)} MB`,
      '',
    ].join('\n'),
  );
}
