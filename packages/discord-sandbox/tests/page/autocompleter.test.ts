import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutocompleter } from '../../page/composer/autocompleter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers each question with its own text after as many milliseconds as the question says. */
const slowAsk = vi.fn((wait: number) => new Promise<number[]>((resolve) => setTimeout(() => resolve([wait]), wait)));

describe('asking while somebody types', () => {
  it('waits for a pause and asks once', async () => {
    slowAsk.mockClear();
    const delivered: number[][] = [];
    const completer = createAutocompleter(slowAsk, (found) => delivered.push(found), 120);
    for (const wait of [1, 2, 3]) {
      completer.request(wait);
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(slowAsk.mock.calls).toEqual([[3]]);
    expect(delivered).toEqual([[3]]);
  });

  it('drops an answer that arrives after a later question was asked', async () => {
    const delivered: number[][] = [];
    const completer = createAutocompleter(slowAsk, (found) => delivered.push(found), 10);
    completer.request(500);
    await vi.advanceTimersByTimeAsync(50);
    completer.request(20);
    await vi.advanceTimersByTimeAsync(1000);
    expect(delivered).toEqual([[20]]);
  });

  it('delivers nothing after it was cancelled, and an empty list when asking fails', async () => {
    const delivered: number[][] = [];
    const completer = createAutocompleter(slowAsk, (found) => delivered.push(found), 10);
    completer.request(20);
    completer.cancel();
    await vi.advanceTimersByTimeAsync(100);
    expect(delivered).toEqual([]);
    const failing = createAutocompleter(
      () => Promise.reject(new Error('refused')),
      (found: number[]) => delivered.push(found),
      10,
    );
    failing.request(undefined);
    await vi.advanceTimersByTimeAsync(100);
    expect(delivered).toEqual([[]]);
  });
});
