import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/index.ts';
import { Turns } from '../../src/intake/process/turns.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const PATIENT = { timeMs: 40_000 };

describe('a reader', { timeout: 60_000 }, () => {
  it('gives back a work, with what it cost', async () => {
    const costs: number[] = [];
    const file = { name: 'boat.md', bytes: bytes('# The Boat\n\nIt floats.\n\nMostly.\n') };
    const result = await readFile(file, { ...PATIENT, onUsage: ({ ms, peakBytes }) => costs.push(ms, peakBytes) });
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
    expect(costs).toHaveLength(2);
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

describe('turns', () => {
  it('let two run at once and the others wait, first come first served', async () => {
    const turns = new Turns(2);
    const log: string[] = [];
    let running = 0;
    let most = 0;
    const task = (name: string) => async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      log.push(name);
      if (name === 'b') throw new Error('b failed');
    };
    const results = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((name) => turns.take(task(name))));
    expect(most).toBe(2);
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
