import { expect, test } from 'vitest';
import { baseOf, participleOf } from '../../../src/text/languages/en/verbs.ts';

test('the base of a past form is found where its spelling tells, or it is listed', () => {
  const pairs = `opened open, closed close, founded found, created create, signed sign, established establish, planned plan,
    controlled control, installed install, called call, added add, carried carry, died die, named name, divided divide, merged merge,
    changed change, belonged belong, settled settle, visited visit, invited invite, united unite, completed complete,
    developed develop, repaired repair, acquired acquire, captured capture, restored restore, appeared appear, sailed sail,
    filed file, passed pass, focused focus, explained explain, defined define, assumed assume, claimed claim, voted vote,
    treated treat, shouted shout, contributed contribute, rebuilt rebuild, wrote write, left leave, went go, taught teach`;
  const listed = pairs.split(',').map((pair) => pair.trim().split(' '));
  expect(listed.map(([past = '']) => [past, baseOf(past)])).toEqual(listed);
  expect(['red', 'Leeds', 'with'].map(baseOf)).toEqual([undefined, undefined, undefined]);
});

test('a participle is the past form, unless it is listed', () => {
  const pasts = ['opened', 'built', 'wrote', 'took', 'ran', 'became', 'began', 'left'];
  expect(pasts.map(participleOf)).toEqual(['opened', 'built', 'written', 'taken', 'run', 'become', 'begun', 'left']);
});
