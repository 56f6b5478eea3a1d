import { expect, it } from 'vitest';
import { RefusedFiles } from '../../src/guilds/refused-files.ts';

const MINUTE = 60_000;

it('counts refused files of a person in a server for an hour', () => {
  const refused = new RefusedFiles();
  refused.add('1', 'ana', 0);
  refused.add('1', 'ana', 30 * MINUTE);
  refused.add('2', 'ana', 30 * MINUTE);
  refused.add('1', 'ben', 30 * MINUTE);
  expect(refused.count('1', 'ana', 59 * MINUTE)).toBe(2);
  expect(refused.count('1', 'ana', 61 * MINUTE)).toBe(1);
  expect(refused.count('1', 'ana', 91 * MINUTE)).toBe(0);
  expect(refused.count('1', 'chiara', 0)).toBe(0);
});
