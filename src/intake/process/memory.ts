import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** How often memory is looked at, in milliseconds: a bomb was seen to grow by 200 MB a second. */
const LINUX_MS = 40;
const ELSEWHERE_MS = 250;

/**
 * Calls `exceeded` once a process holds more resident memory than it may; returns what ends the watch. Linux tells by
 * /proc, other Unixes by `ps`; on Windows only the heap limit and the time limit hold.
 */
export function watchMemory(
  pid: number,
  mostBytes: number,
  exceeded: () => void,
  seen: (bytes: number) => void,
): () => void {
  if (process.platform === 'win32') return () => {};
  const linux = process.platform === 'linux';
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const bytes = linux ? await residentByProc(pid) : await residentByPs(pid);
    looking = false;
    seen(bytes);
    if (bytes > mostBytes) exceeded();
  };
  const timer = setInterval(look, linux ? LINUX_MS : ELSEWHERE_MS);
  return () => clearInterval(timer);
}

async function residentByProc(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

function residentByPs(pid: number): Promise<number> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, out) => resolve(error ? 0 : Number(out.trim()) * 1024));
  });
}
