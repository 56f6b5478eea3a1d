import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startSandbox } from 'discord-sandbox';
import { ask } from '../src/answer/ask.ts';
import { createKnowledgeBase } from '../src/answer/knowledge-base.ts';
import { loadMaterial } from '../src/material/load.ts';
import { packageRoot } from '../src/root.ts';
import { english } from '../src/text/languages/index.ts';
import { residentBytes } from './data/memory.ts';
import { percentile } from './data/metrics.ts';

/**
 * Prints how long a question takes from the interaction to the reply, with the bot in a process of its own and the
 * real discord.js client between it and a sandbox on loopback; what part of it is answering; how long the bot takes to
 * be ready; and its memory at rest. A share of each figure is the network stack of this computer, not Discord's.
 */
const RUNS = Number(process.argv[2] ?? 1000);
const WARM_UP = 100;

const sandbox = await startSandbox();
const spawned = performance.now();
const bot = spawn(process.execPath, [join(packageRoot, 'dist', 'src', 'main.js')], {
  env: { PATH: process.env.PATH, DISCORD_TOKEN: 'bench', DISCORD_API: sandbox.apiUrl, LOG_LEVEL: 'warn' },
  stdio: 'inherit',
});
await sandbox.whenOnline();
const ready = performance.now() - spawned;
while (sandbox.commands.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
await new Promise((resolve) => setTimeout(resolve, 2000));
const idle = residentBytes(bot.pid) / 1024 / 1024;

const library = createKnowledgeBase(loadMaterial(join(packageRoot, 'knowledge')).value, { language: english });
const questions = library.completion.questions('', 100);
const client = sandbox.client();
const replies: number[] = [];
const answers: number[] = [];
for (let i = 0; i < RUNS + WARM_UP; i++) {
  // One mark more in each round: the very same question would be answered from memory.
  const question = `${questions[i % questions.length]}${'?'.repeat(i / questions.length)}`;
  const whole = await timed(() => client.command('ask', { question, private: true }));
  const answering = await timed(() => ask(library, question));
  if (i < WARM_UP) continue;
  replies.push(whole);
  answers.push(answering);
}
bot.kill('SIGTERM');
await sandbox.close();

process.stdout.write(
  [
    `start to ready:       ${ready.toFixed(0)} ms`,
    `memory at rest:       ${idle.toFixed(0)} MB resident`,
    `interaction to reply: ${summary(replies)}`,
    `  of it, answering:   ${summary(answers)}`,
    '',
  ].join('\n'),
);

async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function summary(times: readonly number[]): string {
  const at = (share: number) => (percentile(share, times) ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${times.length} questions)`;
}
