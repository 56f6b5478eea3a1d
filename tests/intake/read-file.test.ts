import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/index.ts';
import { permissions, ReaderChild } from '../../src/intake/process/reader-child.ts';
import { packageRoot } from '../../src/root.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
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

  it('may read their own code, and nothing else; neither write nor start processes', () => {
    const child = join(packageRoot, 'dist', 'src', 'intake', 'child.js');
    const asked = [
      ['fs.read', child],
      ['fs.read', join(packageRoot, '.env')],
      ['fs.read', '/'],
      ['fs.write', child],
      ['child'],
    ];
    const script = `console.log(JSON.stringify(${JSON.stringify(asked)}.map((of) => process.permission.has(...of))))`;
    const out = execFileSync(process.execPath, [...permissions(), '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(out.toString())).toEqual([true, false, false, false, false]);
  });

  it.skipIf(process.platform === 'win32')('end soon after their parent did, also in the midst of a file', async () => {
    // What runs beside the tests would keep a process of low priority from seeing that its parent is gone.
    const source = `
      import os from 'node:os';
      import { syncBuiltinESMExports } from 'node:module';
      os.setPriority = () => {};
      syncBuiltinESMExports();
      const { ReaderChild } = await import(${JSON.stringify(join(packageRoot, 'dist', 'src', 'intake', 'process', 'reader-child.js'))});
      const child = new ReaderChild();
      void child.read({ task: 'work', name: 'a.txt' }, new TextEncoder().encode('A line of words.\\n'.repeat(230_000)), ${JSON.stringify(limits)});
      setTimeout(() => { console.log(child.pid); process.kill(process.pid, 'SIGKILL'); }, 300);`;
    const parent = spawnSync(process.execPath, ['--input-type=module', '-e', source]);
    const pid = Number(parent.stdout.toString());
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
