import { isMainThread, Worker } from 'node:worker_threads';

/** How often the thread looks whether its process still has its parent, in milliseconds. */
const EVERY_MS = 1_000;

/**
 * Ends this process soon after its parent did, also while it reads a file that never ends: a thread of its own watches.
 * Where a process gets another parent by then, as on Unix, its parent's id changes.
 */
export function dieWithParent(): void {
  new Worker(new URL(import.meta.url), { stdout: false, stderr: false }).unref();
}

if (!isMainThread) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, EVERY_MS);
}
