import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/index.ts';
import { CONTAINMENT, LIMITS } from '../../src/intake/limits.ts';
import { guarded } from '../../src/intake/process/guard.ts';
import { permissions, ReaderChild } from '../../src/intake/process/reader-child.ts';
import { packageRoot } from '../../src/root.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HAS_SETPRIV = spawnSync('/usr/bin/setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
const PATIENT = { timeMs: 40_000 };

describe('a reader', { timeout: 60_000 }, () => {
  it('gives back a work, with what it cost', async () => {
    const costs: number[] = [];
    const file = { name: 'boat.md', bytes: bytes('# The Boat\n\nIt floats.\n\nMostly.\n') };
    const result = await readFile(file, { ...PATIENT, onUsage: ({ ms }) => costs.push(ms) });
    expect(result).toEqual({
      ok: true,
      works: [
        {
          about: { title: 'The Boat' },
          format: 'markdown',
          words: 3,
          account: {
            characters: 21,
            kept: 14,
            omitted: [{ reason: 'details', characters: 7, lines: 1, shown: ['The Boat'] }],
          },
          passages: [
            { paragraph: 1, kind: 'quote', text: 'It floats.' },
            { paragraph: 2, kind: 'quote', text: 'Mostly.' },
          ],
        },
      ],
    });
    expect(costs).toHaveLength(1);
    expect(Math.min(...costs)).toBeGreaterThan(0);
  });

  it('is ended at its time limit', async () => {
    const result = await readFile({ name: 'a.txt', bytes: bytes('Words.') }, { timeMs: 1 });
    expect(result).toEqual({ ok: false, problem: 'tooSlow' });
  });

  it.skipIf(process.platform === 'win32')('is ended at its memory limit', async () => {
    const file = { name: 'a.txt', bytes: bytes('A line of words.\n'.repeat(200_000)) };
    const result = await readFile(file, { ...PATIENT, memoryBytes: 20 * 1024 * 1024 });
    expect(result).toEqual({ ok: false, problem: 'tooMuchMemory' });
  });

  it('is not started for a file that is too large', async () => {
    const started: true[] = [];
    const file = { name: 'a.txt', bytes: new Uint8Array(101 * 1024 * 1024) };
    expect(await readFile(file, { onStart: () => started.push(true) })).toEqual({ ok: false, problem: 'tooLarge' });
    expect(started).toEqual([]);
  });

  it('keeps the declared charset where the bytes say nothing', async () => {
    const file = { name: 'a.txt', bytes: Uint8Array.from([...bytes('Ein M'), 0xfc, ...bytes('hlrad.')]) };
    const result = await readFile({ ...file, contentType: 'text/plain; charset=iso-8859-1' }, PATIENT);
    expect(result.ok && result.works[0]?.passages[0]?.text).toBe('Ein Mühlrad.');
  });
});

describe('processes that read', { timeout: 60_000 }, () => {
  const text = (number: number) => ({ name: 'a.md', bytes: bytes(`# Work ${number}\n\nText ${number}.\n`) });
  const job = { task: 'work', name: 'a.md' } as const;
  const limits = { timeMs: 40_000, wallMs: 60_000, memoryBytes: 2 ** 30 };

  it('read one file after another, and each by itself', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, (_, i) => readFile(text(i), PATIENT)));
    expect(results.map((result) => result.ok && result.works[0]?.passages[0]?.text)).toEqual(
      Array.from({ length: 8 }, (_, i) => `Text ${i}.`),
    );
  });

  it('are fresh after a failure, and warm otherwise', async () => {
    const child = new ReaderChild();
    const first = await child.read(job, bytes('Some words.'), limits);
    const second = await child.read(job, bytes('Some more words.'), limits);
    expect(first.messages.at(-1)).toEqual({ type: 'end' });
    expect(second.messages.find((message) => message.type === 'passage')?.passage.text).toBe('Some more words.');
    expect(second.usage.cpuMs).toBeLessThan(first.usage.cpuMs + 100);
    await child.close();
    expect(child.ended).toBe(true);
    expect(await child.read(job, bytes('Words.'), limits)).toMatchObject({ messages: [], problem: 'crashed' });
  });

  it('are ended by the clock where they use no processor', async () => {
    const child = new ReaderChild();
    const { problem } = await child.read(job, bytes('Some words.'), { ...limits, wallMs: 1 });
    expect(problem).toBe('tooSlow');
  });

  it('may read their own code, and nothing else; neither write nor start processes or threads', () => {
    const own = join(packageRoot, 'dist', 'src', 'intake', 'child.js');
    const script = `
      const tried = {
        own: () => fs.readFileSync(${JSON.stringify(own)}),
        settings: () => fs.readFileSync(${JSON.stringify(join(packageRoot, '.env'))}),
        passwd: () => fs.readFileSync('/etc/passwd'),
        write: () => fs.writeFileSync(${JSON.stringify(join(packageRoot, 'dist', 'written.txt'))}, ''),
        process: () => child_process.spawnSync(process.execPath, ['--version']),
        thread: () => new worker_threads.Worker('0', { eval: true }),
        freeThread: () => new worker_threads.Worker('0', { eval: true, execArgv: [] }),
      };
      const codeOf = (attempt) => { try { attempt(); } catch (error) { return error.code; } };
      console.log(JSON.stringify(Object.fromEntries(Object.entries(tried).map(([name, attempt]) => [name, codeOf(attempt)]))));
      process.exit();`;
    const out = execFileSync(process.execPath, [...permissions(), '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const refused = 'ERR_ACCESS_DENIED';
    const others = ['settings', 'passwd', 'write', 'process', 'thread', 'freeThread'];
    expect(JSON.parse(out.toString())).toEqual(Object.fromEntries(others.map((name) => [name, refused])));
  });

  it('are kept only while a whole scan is left of the time that the kernel gives them', () => {
    const scan = (LIMITS.scanPages + 11) * CONTAINMENT.timeMs;
    expect(CONTAINMENT.restingCpuMs + scan).toBeLessThan(CONTAINMENT.processCpuMs);
  });

  it.skipIf(process.platform === 'win32')('end soon after their parent did, also in the midst of a file', async () => {
    const pid = orphan(`
      const child = new ReaderChild();
      void child.read({ task: 'work', name: 'a.txt' }, new TextEncoder().encode('A line of words.\\n'.repeat(230_000)), ${JSON.stringify(limits)});
      setTimeout(() => end(child.pid), 300);`);
    await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('a program that is guarded', { timeout: 60_000 }, () => {
  const forEver = ['-e', 'process.stdout.write("begun"); for (;;);'];
  const start = (args: readonly string[], cpuSeconds: number, path?: string) => {
    const [command, all, options] = guarded([process.execPath, ...args], cpuSeconds, path);
    return spawnSync(command, all, { ...options, encoding: 'utf8' });
  };

  it('has an empty environment, and the arguments that it is given', () => {
    const script = 'console.log(JSON.stringify([Object.keys(process.env), process.argv.slice(1)]))';
    const { stdout } = start(['-e', script, '--', 'a b', '$HOME'], 60);
    expect(JSON.parse(stdout)).toEqual([[], ['a b', '$HOME']]);
  });

  it('is ended by the kernel where it uses too much of the processor', () => {
    const { stdout, signal } = start(forEver, 1);
    expect({ stdout, signal }).toEqual({ stdout: 'begun', signal: 'SIGKILL' });
  });

  it('is ended so where nothing but the shell is installed', () => {
    const path = mkdtempSync(join(tmpdir(), 'footnote-path-'));
    symlinkSync('/usr/bin/env', join(path, 'env'));
    const { stdout, signal } = start(forEver, 1, path);
    rmSync(path, { recursive: true });
    expect({ stdout, signal }).toEqual({ stdout: 'begun', signal: 'SIGKILL' });
  });

  it.skipIf(!HAS_SETPRIV)('ends with its parent in a loop without end', async () => {
    const pid = orphan(`
      const [command, args, options] = guarded([process.execPath, ...${JSON.stringify(forEver)}], 600);
      const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.once('data', () => end(child.pid));`);
    await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  });

  it('ends at once where its parent is another than the one that started it', () => {
    const child = join(packageRoot, 'dist', 'src', 'intake', 'child.js');
    const { status, stdout } = spawnSync(process.execPath, [child, '1'], { input: 'no job', encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

/** Runs a script that starts a process, says its id and is killed. What it started is not of low priority, so that it ends soon. */
function orphan(script: string): number {
  const own = (name: string) => JSON.stringify(join(packageRoot, 'dist', 'src', 'intake', 'process', name));
  const source = `
    import { spawn } from 'node:child_process';
    import os from 'node:os';
    import { syncBuiltinESMExports } from 'node:module';
    os.setPriority = () => {};
    syncBuiltinESMExports();
    const { ReaderChild } = await import(${own('reader-child.js')});
    const { guarded } = await import(${own('guard.js')});
    const end = (pid) => { console.log(pid); process.kill(process.pid, 'SIGKILL'); };
    ${script}`;
  const parent = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
  const pid = Number(parent.stdout);
  expect(pid, parent.stderr).toBeGreaterThan(0);
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
