import { expect, it, vi } from 'vitest';
import { lazily, withLazy } from '../src/lazily.ts';

it('makes a value when it is first asked for, and once, whatever it is', () => {
  const make = vi.fn(() => undefined);
  const value = lazily(make);
  expect(make).not.toHaveBeenCalled();
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(make).toHaveBeenCalledTimes(1);
});

it('makes each member of an object when that one is first read, and leaves the object it was copied from alone', () => {
  const base = { name: 'base', words: ['a'], more: ['b'] };
  const words = vi.fn(() => ['c']);
  const more = vi.fn(() => ['d']);
  const copy = withLazy(base, { words, more });
  expect(copy.name).toBe('base');
  expect(copy.words).toBe(copy.words);
  expect(words).toHaveBeenCalledTimes(1);
  expect(more).not.toHaveBeenCalled();
  expect({ ...copy }).toEqual({ name: 'base', words: ['c'], more: ['d'] });
  expect(base.words).toEqual(['a']);
});
