import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** How often a process is looked at, in milliseconds: a bomb was seen to grow by 200 MB a second. */
const LINUX_MS = 40;
const ELSEWHERE_MS = 250;
/** Linux counts CPU time in ticks of this many milliseconds, on every architecture that Node runs on. */
const TICK_MS = 10;
const PAGE_BYTES = 4096;

/** What a process holds and has used since it started. */
export interface Footprint {
  /** Resident memory. */
  readonly bytes: number;
  readonly cpuMs: number;
}

/**
 * Looks at a process again and again; returns what ends the watch. Linux tells by /proc, other Unixes by `ps`; on Windows
 * nothing does, and only the heap limit and the wall limit hold.
 */
export function watchProcess(pid: number, seen: (footprint: Footprint) => void): () => void {
  if (process.platform === 'win32') return () => {};
  const linux = process.platform === 'linux';
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const footprint = linux ? await footprintByProc(pid) : await footprintByPs(pid);
    looking = false;
    if (footprint) seen(footprint);
  };
  const timer = setInterval(look, linux ? LINUX_MS : ELSEWHERE_MS);
  return () => clearInterval(timer);
}

async function footprintByProc(pid: number): Promise<Footprint | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The program's name, in parentheses, may hold spaces.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields) return undefined;
  const field = (number: number) => Number(fields[number - 3] ?? 0);
  const [userTicks, systemTicks, pages] = [field(14), field(15), field(24)];
  return { bytes: pages * PAGE_BYTES, cpuMs: (userTicks + systemTicks) * TICK_MS };
}

function footprintByPs(pid: number): Promise<Footprint | undefined> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=,time=', '-p', String(pid)], (error, out) => {
      const [, rss, time] = /^\s*(\d+)\s+([\d:.-]+)/.exec(out) ?? [];
      resolve(
        error || rss === undefined ? undefined : { bytes: Number(rss) * 1024, cpuMs: millisecondsOf(time ?? '') },
      );
    });
  });
}

/** `[[days-]hours:]minutes:seconds` */
function millisecondsOf(time: string): number {
  const [days = '0', clock = time] = time.includes('-') ? time.split('-') : ['0', time];
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return (Number(days) * 86_400 + seconds) * 1000;
}
