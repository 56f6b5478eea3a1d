import { describe, expect, it } from 'vitest';
import { FairQueue } from '../src/fair-queue.ts';

describe('a fair queue', () => {
  it('serves in turns those who bring something, however much one of them brings', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1']) queue.add(item.charAt(0), item);
    expect([1, 2, 3, 4, 5, 6].map(() => queue.take())).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', undefined]);
  });

  it('serves the newest first where it is told to', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'b1']) queue.add(item.charAt(0), item);
    expect([
      queue.take({ newestFirst: true }),
      queue.take({ newestFirst: true }),
      queue.take({ newestFirst: true }),
    ]).toEqual(['a2', 'b1', 'a1']);
  });
});
