import { expect, it } from 'vitest';
import { type Allowance, RefusedFiles } from '../../src/guilds/refused-files.ts';

const MINUTE = 60_000;

function open(most: number) {
  const clock = { now: 0 };
  const files = new RefusedFiles({ now: () => clock.now });
  const begin = (person: string, guild = '1', added = 0) => files.begin(guild, person, { added, most });
  return { clock, begin };
}

it('counts refused files of a person in a server for an hour', () => {
  const { clock, begin } = open(2);
  (begin('ana') as Allowance).end('refused');
  clock.now = 30 * MINUTE;
  (begin('ana') as Allowance).end('refused');
  clock.now = 59 * MINUTE;
  expect(begin('ana')).toEqual({ ok: false, reason: 'additionsPerHour', most: 2, wanted: 3 });
  expect(begin('ben')).not.toHaveProperty('ok');
  expect(begin('ana', '2')).not.toHaveProperty('ok');
  clock.now = 61 * MINUTE;
  expect(begin('ana')).not.toHaveProperty('ok');
});

it('counts files that are still being read, once, and what is counted elsewhere', () => {
  const { begin } = open(3);
  expect(begin('ana', '1', 3)).toMatchObject({ wanted: 4 });
  const [first] = [begin('ana'), begin('ana'), begin('ana')];
  expect(begin('ana')).toMatchObject({ wanted: 4 });
  (first as Allowance).end();
  (first as Allowance).end('refused');
  expect(begin('ana')).not.toHaveProperty('ok');
  expect(begin('ana')).toMatchObject({ wanted: 4 });
});
