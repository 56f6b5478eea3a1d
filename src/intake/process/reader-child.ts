import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { packageRoot } from '../../root.ts';
import { CONTAINMENT, LIMITS } from '../limits.ts';
import type { IntakeProblem } from '../types.ts';
import { guarded } from './guard.ts';
import type { Job, Message } from './messages.ts';
import { type Footprint, watchProcess } from './watch.ts';

/** Pages that are told of; one may be told of again while it is tried in several languages. */
const MAX_REPORTS = LIMITS.scanPages + 10;
/** The reader as compiled: Node runs no TypeScript. */
const ENTRY = join(packageRoot, 'dist', 'src', 'intake', 'child.js');

/** What one file may cost. */
export interface Containment {
  /** Of the processor, in milliseconds. */
  readonly timeMs: number;
  /** From the file's turn to its end, in milliseconds: behind the time limit, for a process that waits for ever. */
  readonly wallMs: number;
  /** Resident memory. */
  readonly memoryBytes: number;
}

/** What a file cost: milliseconds by the clock and of the processor, and the most resident memory that was seen. */
export interface Usage {
  readonly ms: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
}

export interface ChildOutcome {
  readonly messages: readonly Message[];
  /** Set where the child was ended or died; what it said before then is not whole. */
  readonly problem: IntakeProblem | undefined;
  readonly usage: Usage;
}

/** Told of each page that takes long. */
export type OnPage = (page: number, pages: number) => void;

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** A file that is being read. */
interface Task {
  readonly messages: Message[];
  readonly limits: Containment;
  readonly begun: number;
  readonly settle: (problem: IntakeProblem | undefined) => void;
  readonly onPage: OnPage;
  /** Starts the wall clock again. */
  readonly rewind: () => void;
  /** CPU time that it may use, with what each page that it told of adds. */
  allowedMs: number;
  pages: number;
  /** CPU time of the process when the file's turn came; of a fresh process, its start counts as well. */
  cpuBefore: number | undefined;
  cpuMs: number;
  peakBytes: number;
  size: number;
}

/**
 * A process that reads files, one after another: with a ceiling of memory and time, nothing of this process'
 * environment, no right to read but its own code, to write or to start processes or threads, and its standard error
 * dropped. It ends with this process: at rest since its standard input does, at work as `guard.ts` says.
 */
export class ReaderChild {
  /** Files that were given to it. */
  files = 0;
  /** Set once it can read no more. */
  ended = false;
  private readonly child: Child;
  private readonly died: Promise<void>;
  private task: Task | undefined;
  private problem: IntakeProblem | undefined;
  private footprint: Footprint = { bytes: 0, cpuMs: 0 };
  private rest = '';

  constructor() {
    if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" first`);
    const node = [process.execPath, ...permissions(), `--max-old-space-size=${CONTAINMENT.heapMiB}`];
    const [command, args, options] = guarded([...node, ENTRY, String(process.pid)], CONTAINMENT.processCpuMs / 1000);
    this.child = spawn(command, args, { ...options, cwd: packageRoot, stdio: ['pipe', 'pipe', 'ignore'] });
    giveWay(this.child);
    // A child that ended early reads no further; its end tells why.
    this.child.stdin.on('error', () => {});
    this.child.stdout.setEncoding('utf8');
    this.child.stdout.on('data', (chunk: string) => this.receive(chunk));
    this.died = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null) => {
        this.ended = true;
        this.task?.settle(this.problem ?? deathOf(code, signal));
        resolve();
      };
      this.child.once('close', end);
      this.child.once('error', () => end(null, null));
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** What it held and had used when it was last looked at. */
  get seen(): Footprint {
    return this.footprint;
  }

  /** Reads one file. Nothing else may be read meanwhile. */
  read(
    job: Omit<Job, 'length'>,
    bytes: Uint8Array,
    limits: Containment,
    onPage: OnPage = () => {},
  ): Promise<ChildOutcome> {
    this.files++;
    this.hold(true);
    const begun = performance.now();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.kill('tooSlow'), limits.wallMs);
      const rewind = () => void timer.refresh();
      const unwatch = this.child.pid === undefined ? () => {} : watchProcess(this.child.pid, (seen) => this.look(seen));
      const settle = (problem: IntakeProblem | undefined) => {
        const task = this.task;
        if (!task) return;
        this.task = undefined;
        clearTimeout(timer);
        unwatch();
        this.hold(false);
        const { messages, cpuMs, peakBytes } = task;
        resolve({ messages, problem, usage: { ms: performance.now() - begun, cpuMs, peakBytes } });
      };
      const cpuBefore = this.files === 1 ? 0 : undefined;
      const allowedMs = limits.timeMs;
      const used = { cpuBefore, cpuMs: 0, peakBytes: 0, size: 0, pages: 0 };
      this.task = { messages: [], limits, begun, settle, onPage, rewind, allowedMs, ...used };
      if (this.ended) return settle('crashed');
      this.child.stdin.write(`${JSON.stringify({ ...job, length: bytes.length })}\n`);
      this.child.stdin.write(bytes);
    });
  }

  /** Ends the process, with what it is at. */
  async close(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.died;
  }

  private kill(problem: IntakeProblem): void {
    this.problem ??= problem;
    this.ended = true;
    this.child.kill('SIGKILL');
  }

  private look(seen: Footprint): void {
    this.footprint = seen;
    const { task } = this;
    if (!task) return;
    task.cpuBefore ??= seen.cpuMs;
    task.cpuMs = Math.max(task.cpuMs, seen.cpuMs - task.cpuBefore);
    task.peakBytes = Math.max(task.peakBytes, seen.bytes);
    if (seen.bytes > task.limits.memoryBytes) this.kill('tooMuchMemory');
    else if (task.cpuMs > task.allowedMs) this.kill('tooSlow');
  }

  private receive(chunk: string): void {
    const { task } = this;
    if (!task) return;
    task.size += chunk.length;
    if (task.size > CONTAINMENT.resultBytes) {
      this.kill('tooLarge');
      return;
    }
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop() ?? '';
    try {
      for (const line of lines) this.take(task, JSON.parse(line) as Message);
    } catch {
      this.kill('crashed');
    }
  }

  private take(task: Task, message: Message): void {
    if (message.type === 'progress') this.allowPage(task, message);
    else if (message.type === 'done') this.finish(task, message.cpuMs);
    else task.messages.push(message);
  }

  private finish(task: Task, cpuMs: number): void {
    task.cpuMs = Math.max(task.cpuMs, cpuMs);
    task.settle(task.cpuMs > task.allowedMs ? 'tooSlow' : undefined);
  }

  /** A page that was recognised is time well spent: the next one may take as long as a file. */
  private allowPage(task: Task, { page, pages }: Extract<Message, { type: 'progress' }>): void {
    if (++task.pages > MAX_REPORTS) return;
    task.allowedMs = task.cpuMs + task.limits.timeMs;
    task.rewind();
    task.onPage(page, pages);
  }

  /** While it rests, it does not keep this process alive. */
  private hold(isAtWork: boolean): void {
    const handles = [this.child, this.child.stdin, this.child.stdout] as unknown as { ref?(): void; unref?(): void }[];
    for (const handle of handles) isAtWork ? handle.ref?.() : handle.unref?.();
  }
}

/** Node's permission model: its own code may be read. No threads: in Node.js 20 they would not inherit these limits. */
export function permissions(): string[] {
  const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  const code = [join(packageRoot, 'dist'), join(packageRoot, 'node_modules')].map((dir) =>
    join(realpathSync(dir), '*'),
  );
  const readable = [...code, join(packageRoot, 'package.json')];
  return [flag, ...readable.map((path) => `--allow-fs-read=${path}`)];
}

function giveWay({ pid }: Child): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, CONTAINMENT.niceness);
  } catch {
    // It ended already, or the system does not allow it: it is contained all the same.
  }
}

/** V8 aborts where the heap is full (exit code 134 under a shell). */
function deathOf(code: number | null, signal: NodeJS.Signals | null): IntakeProblem {
  return signal === 'SIGABRT' || code === 128 + constants.signals.SIGABRT ? 'tooMuchMemory' : 'crashed';
}
