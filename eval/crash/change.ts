import type { Article, Fact } from '../../src/material/types.ts';
import type { NewWork } from '../../src/store/types.ts';

export const SERVER = '100000000000000001';

/** What the child is about to do: known to the parent before it is done. */
export type Change =
  /** `works` maps each work's id to how many passages it has; the addition's fact cites the first. */
  | { readonly kind: 'add'; readonly works: Readonly<Record<string, number>> }
  | { readonly kind: 'remove' | 'restore'; readonly id: string };

/** A line of the child's output: a change that begins, or what has become of it; a library that was read. */
export type Line =
  | { readonly said: 'begins'; readonly change: Change }
  | { readonly said: 'done' | 'refused' | 'read' | 'away' };

/** A work whose every passage tells which it is, so that one that is missing or another's is noticed. */
export function newWork(id: string, passages: number): NewWork {
  return {
    id,
    about: { title: id, authors: [], publisher: '' },
    passages: Array.from({ length: passages }, (_, i) => ({ paragraph: i + 1, kind: 'quote', text: textOf(id, i) })),
    format: 'text',
    fileName: `${id}.txt`,
    words: passages,
  };
}

export function newFact(id: string): Fact {
  const text = { subject: id, attribute: 'stands', value: 'wholly' };
  return { id, ...text, otherNames: [], otherQuestions: [], passages: [`${id}#1`], source: id };
}

/** Whether all passages of a work are there, each in its place. */
export function isWhole({ source, passages }: Article, expected: number): boolean {
  return passages.length === expected && passages.every(({ text }, i) => text === textOf(source.id, i));
}

function textOf(id: string, position: number): string {
  return `${id}, paragraph ${position}: ${'the river runs on, '.repeat(position % 20)}`;
}
