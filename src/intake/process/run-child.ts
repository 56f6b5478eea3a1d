import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { packageRoot } from '../../root.ts';
import { CONTAINMENT } from '../limits.ts';
import type { IntakeProblem } from '../types.ts';
import { watchMemory } from './memory.ts';
import type { Job, Message } from './messages.ts';

/** The reader as compiled: Node runs no TypeScript. */
const ENTRY = join(packageRoot, 'dist', 'src', 'intake', 'child.js');

export interface Containment {
  readonly timeMs: number;
  readonly memoryBytes: number;
}

/** What a child cost: milliseconds from start to end, and the most resident memory that was seen, in bytes. */
export interface Usage {
  readonly ms: number;
  readonly peakBytes: number;
}

export interface ChildOutcome {
  readonly messages: readonly Message[];
  /** Set where the child was ended or died; what it said before then is not whole. */
  readonly problem: IntakeProblem | undefined;
  readonly usage: Usage;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Gives the bytes to a new process that reads them: with a ceiling of memory and time, nothing of this process'
 * environment, and its standard error dropped. Rejects only where no process can be started.
 */
export function runChild(job: Job, bytes: Uint8Array, { timeMs, memoryBytes }: Containment): Promise<ChildOutcome> {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" first`);
  const begun = performance.now();
  const child: Child = spawn(process.execPath, [`--max-old-space-size=${CONTAINMENT.heapMiB}`, ENTRY], {
    env: {},
    cwd: packageRoot,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let problem: IntakeProblem | undefined;
  let peakBytes = 0;
  const end = (reason: IntakeProblem) => {
    problem ??= reason;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => end('tooSlow'), timeMs);
  const unwatch = contain(child, memoryBytes, end, (bytes) => {
    peakBytes = Math.max(peakBytes, bytes);
  });
  const messages: Message[] = [];
  receive(child.stdout, (message) => messages.push(message), end);
  send(child.stdin, job, bytes);
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      unwatch();
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code, signal) => {
      settle();
      problem ??= code === 0 ? undefined : deathOf(code, signal);
      resolve({ messages, problem, usage: { ms: performance.now() - begun, peakBytes } });
    });
  });
}

function contain(
  { pid }: Child,
  memoryBytes: number,
  end: (reason: IntakeProblem) => void,
  seen: (bytes: number) => void,
): () => void {
  if (pid === undefined) return () => {};
  try {
    setPriority(pid, CONTAINMENT.niceness);
  } catch {
    // It ended already, or the system does not allow it: it is contained all the same.
  }
  return watchMemory(pid, memoryBytes, () => end('tooMuchMemory'), seen);
}

/** V8 aborts where the heap is full (exit code 134 under a shell). */
function deathOf(code: number | null, signal: NodeJS.Signals | null): IntakeProblem {
  return signal === 'SIGABRT' || code === 128 + constants.signals.SIGABRT ? 'tooMuchMemory' : 'crashed';
}

function send(stdin: Writable, job: Job, bytes: Uint8Array): void {
  // A child that ended early reads no further; its end tells why.
  stdin.on('error', () => {});
  stdin.write(`${JSON.stringify(job)}\n`);
  stdin.end(bytes);
}

function receive(stdout: Readable, take: (message: Message) => void, end: (reason: IntakeProblem) => void): void {
  let size = 0;
  let rest = '';
  stdout.setEncoding('utf8');
  stdout.on('data', (chunk: string) => {
    size += chunk.length;
    if (size > CONTAINMENT.resultBytes) return end('tooLarge');
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    try {
      for (const line of lines) take(JSON.parse(line) as Message);
    } catch {
      end('crashed');
    }
  });
}
