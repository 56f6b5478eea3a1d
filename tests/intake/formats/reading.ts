import { zipSync } from 'fflate';
import { expect } from 'vitest';
import { failureOf } from '../../../src/intake/failure.ts';
import { readWorks } from '../../../src/intake/readers/read.ts';
import type { ReadResult, ReadWork } from '../../../src/intake/types.ts';
import { placeMark } from '../../../src/material/places.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A zip of these files; a number stands for as many zero bytes. */
export const zipOf = (files: Record<string, string | number>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'number' ? new Uint8Array(content) : bytesOf(content),
      ]),
    ),
  );

/** The work that a file holds; its account must add up. */
export async function workOf(name: string, content: string | Uint8Array): Promise<ReadWork> {
  const { works } = await readWorks({ name, bytes: typeof content === 'string' ? bytesOf(content) : content });
  const [work] = works;
  if (work === undefined) throw new Error('no work');
  const omitted = work.account?.omitted.reduce((sum, { characters }) => sum + characters, 0) ?? 0;
  expect((work.account?.kept ?? 0) + omitted).toBe(work.account?.characters);
  return work;
}

/** Each passage as its mark, its heading and its text. */
export const passagesOf = ({ passages }: ReadWork): string[][] =>
  passages.map((passage) => [placeMark(passage), passage.heading ?? '', passage.text]);

/** What was left out of a work, under its reasons. */
export const leftOutOf = ({ account }: ReadWork): Record<string, readonly string[]> =>
  Object.fromEntries(account?.omitted.map(({ reason, shown }) => [reason, shown]) ?? []);

/** A chart as Office programs keep it: a title, and for each series its name, its categories and its values. */
export function chartOf(title: string, ...series: [name: string, categories: string[], values: number[]][]): string {
  const points = (values: readonly (string | number)[]) =>
    values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('');
  const all = series.map(
    ([name, categories, values]) =>
      `<c:ser><c:tx>${points([name])}</c:tx><c:cat>${points(categories)}</c:cat><c:val>${points(values)}</c:val></c:ser>`,
  );
  return `<c:chartSpace><c:title><c:tx><c:rich><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx></c:title>${all.join('')}</c:chartSpace>`;
}

/** The problem that a file is refused for; "read" where it is not. */
export async function problemOf(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const result: ReadResult = await readWorks({ name, bytes }).then(
    (works) => ({ ok: true, ...works }),
    (error: unknown) => failureOf(error),
  );
  return result.ok ? 'read' : result.problem;
}
