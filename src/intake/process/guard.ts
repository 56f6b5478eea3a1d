import type { SpawnOptions } from 'node:child_process';

/** What `spawn` takes. */
type Guarded = readonly [command: string, args: readonly string[], options: Pick<SpawnOptions, 'env'>];

/**
 * How to start a program so that it neither outlives this process nor runs for ever, whatever it is at, with an empty
 * environment. It is the shell's process that becomes the program: the id stays the same. `path`: where tools are looked for.
 *
 * On every Unix the kernel ends it after so many seconds of the processor's. On Linux, where util-linux has `setpriv`, it
 * also ends it as soon as the thread that started it has: start it from the main thread. A program that came to another
 * parent before that was arranged has to see so itself; see `endWithout`. On Windows nothing is arranged.
 */
export function guarded(program: readonly string[], cpuSeconds: number, path = '/usr/bin:/bin'): Guarded {
  const [command = '', ...args] = program;
  if (process.platform === 'win32') return [command, args, { env: {} }];
  return ['/bin/sh', ['-c', SCRIPT, String(cpuSeconds), ...program], { env: { PATH: path } }];
}

/** Ends this process where its parent is no longer the one that started it. */
export function endWithout(parent: number): void {
  if (process.ppid !== parent) process.exit();
}

/** BusyBox has a `setpriv` without that option: it is tried first. */
const SCRIPT = `
ulimit -t "$0"
if setpriv --pdeathsig KILL true; then exec setpriv --pdeathsig KILL env -i "$@"; fi
exec env -i "$@"`;
