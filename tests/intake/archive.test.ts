import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../src/intake/failure.ts';
import { writeArchive } from '../../src/intake/index.ts';
import { readWorks } from '../../src/intake/readers/read.ts';
import { zipEntries } from '../../src/intake/zip.ts';
import type { Collection } from '../../src/material/types.ts';
import { writeCollection } from '../../src/material/write.ts';
import { formatProblem } from '../../src/reply/problem-text.ts';

const COLLECTION: Collection = {
  id: 'rivers',
  title: 'Rivers',
  description: 'What the club has read.',
  articles: [
    {
      source: { id: 'noll-1954', title: 'The Noll', authors: ['Ana Oru'], publisher: '', issued: { year: 1954 } },
      passages: [
        { id: 'noll-1954#1', source: 'noll-1954', paragraph: 1, page: 2, kind: 'quote', text: 'It is\nshort.' },
        {
          id: 'noll-1954#1.2',
          source: 'noll-1954',
          paragraph: 1,
          part: 2,
          page: 3,
          kind: 'quote',
          text: 'It is cold.',
        },
      ],
    },
  ],
  facts: [
    {
      id: 'x',
      subject: 'Noll',
      attribute: 'length',
      otherNames: [],
      otherQuestions: [],
      value: '12',
      unit: 'km',
      passages: ['noll-1954#1'],
      source: 'noll-1954',
    },
  ],
  terms: [{ name: 'Noll', type: 'place', aliases: ['Nolle'], note: 'A short river.' }],
};

const files = () => writeCollection(COLLECTION);
const read = (bytes: Uint8Array) => readWorks({ name: 'export.zip', bytes });
const encode = (text: string) => new TextEncoder().encode(text);

async function problemOf(bytes: Uint8Array): Promise<unknown> {
  try {
    return await read(bytes);
  } catch (error) {
    return error instanceof Unreadable ? [error.problem, ...error.details.map(formatProblem)] : error;
  }
}

describe('an archive', () => {
  it('is the same for the same files, in whatever order they come', async () => {
    const reversed = new Map([...files()].reverse());
    expect(await writeArchive(reversed)).toEqual(await writeArchive(files()));
  });

  it('brings its works back with their ids, numbers and pages, and its facts and terms', async () => {
    const { works, collection } = await read(await writeArchive(files()));
    const [{ source, passages } = { source: undefined, passages: [] }] = COLLECTION.articles;
    const { id, ...about } = source ?? {};
    expect(works).toEqual([
      { id, about, format: 'markdown', words: 6, passages: passages.map(({ id: _, source: __, ...rest }) => rest) },
    ]);
    expect(collection).toMatchObject({
      title: 'Rivers',
      description: 'What the club has read.',
      terms: COLLECTION.terms,
    });
    expect(collection?.facts[0]).toMatchObject({ subject: 'Noll', value: '12', passages: ['noll-1954#1'] });
  });

  it('may hold the files in one folder', async () => {
    const inFolder = new Map([...files()].map(([path, text]) => [`my export/${path}`, text]));
    expect((await read(await writeArchive(inFolder))).works).toHaveLength(1);
  });

  it('is refused with what is wrong in it', async () => {
    const broken = files().set('facts.csv', 'subject,attribute\n');
    expect(await problemOf(await writeArchive(broken))).toEqual([
      'badCollection',
      'facts.csv:1: the first line must also name these columns: value, unit, as_of, passages, other_names, question.',
    ]);
  });

  it('is refused where it holds no collection', async () => {
    expect(await problemOf(zipSync({ 'holiday.md': encode('Sun.') }))).toEqual(['noCollection']);
  });

  it('is refused before it is inflated where it says that it grows too much', async () => {
    const bomb = zipSync({ 'sources.json': new Uint8Array(2_000_000), 'articles/a.md': encode('x') });
    expect(zipEntries(bomb).map(({ originalSize }) => originalSize)).toContain(2_000_000);
    expect(await problemOf(bomb)).toEqual(['tooLarge']);
  });

  it('never writes more than an entry said it holds', async () => {
    const honest = Buffer.from(
      zipSync({ 'sources.json': encode(`[${' '.repeat(50_000)}]`), 'articles/a.md': encode('x') }),
    );
    const record = honest.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    honest.writeUInt32LE(10, record + 24);
    const [problem] = (await problemOf(honest)) as string[];
    expect(['damaged', 'badCollection']).toContain(problem);
    expect(Object.values(unzipSync(honest)).every(({ length }) => length <= 10)).toBe(true);
  });
});
