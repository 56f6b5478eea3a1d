import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { residentBytes } from '../data/memory.ts';

export interface BotProcess {
  /** Bytes in memory; 0 while it is not running. */
  memory(): number;
  /** Ends it with no chance to tidy up; it is started again at once. */
  kill(): void;
  /** Ends it in order; it is started again at once. */
  restart(): Promise<void>;
  /** Resolves once `/readyz` says so. */
  ready(): Promise<void>;
  /** Ends it in order, for good. Resolves to the milliseconds that took. */
  stop(): Promise<number>;
}

export interface BotProcessOptions {
  /** The folder of the package that is run. */
  readonly bot: string;
  readonly opsPort: number;
  /** All of its environment beside `PATH` and `OPS_PORT`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A bot that is started again whenever it ends, as a supervisor does it. */
export function superviseBot({ bot, opsPort, environment }: BotProcessOptions): BotProcess {
  let stopped = false;
  let child = start();

  function start(): ChildProcess {
    const started = spawn(process.execPath, [join(bot, 'dist', 'src', 'main.js')], {
      cwd: bot,
      env: { PATH: process.env.PATH, LOG_LEVEL: 'error', OPS_PORT: String(opsPort), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    started.once('exit', () => {
      if (!stopped) child = start();
    });
    return started;
  }

  return {
    memory: () => residentBytes(child.pid),
    kill: () => void child.kill('SIGKILL'),
    async restart() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
    async ready() {
      for (;;) {
        const response = await fetch(`http://127.0.0.1:${opsPort}/readyz`).catch(() => undefined);
        await response?.body?.cancel();
        if (response?.ok) return;
        await setTimeout(100);
      }
    },
    async stop() {
      stopped = true;
      const begun = performance.now();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      return performance.now() - begun;
    },
  };
}
