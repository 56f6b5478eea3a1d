import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

describe('a file is read as a careful reader would', () => {
  it.each(readdirSync(FOLDER).sort())('%s', async (name) => {
    const folder = join(FOLDER, name);
    const input = readdirSync(folder).find((file) => file.startsWith('input'));
    if (input === undefined) throw new Error(`${name} has no input`);
    const result = await read({ name: input, bytes: new Uint8Array(readFileSync(join(folder, input))) });
    expect(told(result)).toEqual(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
  });
});
