import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countLetters } from '../../src/intake/blocks/letters.ts';
import { failureOf } from '../../src/intake/failure.ts';
import { readWorks } from '../../src/intake/readers/read.ts';
import type { BroughtFile, ReadResult } from '../../src/intake/types.ts';
import { isoDate } from '../../src/material/dates.ts';
import { placeMark } from '../../src/material/places.ts';
import { packageRoot } from '../../src/root.ts';

/** As the process that contains it would, without one: forty starts take their time. */
async function read(file: BroughtFile): Promise<ReadResult> {
  try {
    return { ok: true, ...(await readWorks(file)) };
  } catch (error) {
    return failureOf(error);
  }
}

const FOLDER = join(packageRoot, 'tests', 'fixtures', 'intake');

/** A result as an `expected.json` tells it: what cites the work, and each passage as [its mark, its heading, its text]. */
function told(result: ReadResult): unknown {
  if (!result.ok) return result;
  const [work] = result.works;
  const { issued, ...about } = work?.about ?? {};
  return {
    format: work?.format,
    ...(work?.id === undefined ? {} : { id: work.id }),
    ...about,
    ...(issued === undefined ? {} : { date: isoDate(issued) }),
    passages: work?.passages.map((passage) => [placeMark(passage), passage.heading ?? '', passage.text]),
  };
}

const NAMES = readdirSync(FOLDER).sort();

function readFixture(name: string): Promise<ReadResult> {
  const folder = join(FOLDER, name);
  const input = readdirSync(folder).find((file) => file.startsWith('input'));
  if (input === undefined) throw new Error(`${name} has no input`);
  return read({ name: input, bytes: new Uint8Array(readFileSync(join(folder, input))) });
}

describe('a file is read as a careful reader would', () => {
  it.each(NAMES)('%s', async (name) => {
    const expected = readFileSync(join(FOLDER, name, 'expected.json'), 'utf8');
    expect(told(await readFixture(name))).toEqual(JSON.parse(expected));
  });
});

describe('no text of a file is lost without a word', () => {
  it.each(NAMES)('%s', async (name) => {
    const result = await readFixture(name);
    for (const { account, passages } of result.ok ? result.works : []) {
      if (!account) continue;
      const omitted = account.omitted.reduce((sum, { characters }) => sum + characters, 0);
      expect(account.kept + omitted).toBe(account.characters);
      expect(account.kept).toBeGreaterThanOrEqual(countLetters(passages.map(({ text }) => text).join('')));
    }
  });
});
