import { expect, it } from 'vitest';
import { CONTAINMENT } from '../../src/intake/limits.ts';
import { ReaderPool } from '../../src/intake/process/pool.ts';

it('ends a process that is told to stop, and reads the next file in another', async () => {
  const pool = new ReaderPool();
  const read = (text: string, stop: AbortSignal) =>
    pool.read({ task: 'work', name: 'a.md' }, new TextEncoder().encode(text), CONTAINMENT, stop);
  const stop = new AbortController();
  const stopped = read('- a\n'.repeat(500_000), stop.signal);
  stop.abort();
  expect(await stopped).toMatchObject({ problem: 'crashed', messages: [] });
  const next = await read('# Mill\n\nThe mill grinds rye.', new AbortController().signal);
  expect(next.problem).toBeUndefined();
  expect(next.messages.map(({ type }) => type)).toContain('passage');
  pool.close();
});
