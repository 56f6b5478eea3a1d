import { expect, it } from 'vitest';
import { resolveSource } from '../../commands/sources/source-option.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { joinCollections } from '../../src/material/load.ts';
import { english } from '../../src/text/languages/index.ts';

const work = (id: string, title: string, author: string) => ({
  source: { id, title, authors: [author], publisher: 'Wend Press' },
  passages: [{ id: `${id}#1`, source: id, paragraph: 1, kind: 'quote' as const, text: `${title} it is.` }],
});
const articles = [
  work('canoes', 'Volcanoes and Canoes', 'Ada Harding'),
  work('tides', 'Die Gezeiten 潮汐の本', 'Zoë Quill'),
];
const knowledge = createKnowledgeBase(
  joinCollections([{ id: 'c', title: '', description: '', articles, facts: [], terms: [] }]),
  { language: english },
);

it.each([
  ['tides', 'tides'],
  ['gezeiten', 'tides'],
  ['gezieten', 'tides'],
  ['zoe quill', 'tides'],
  ['潮汐', 'tides'],
  ['volcano', 'canoes'],
  ['Hardin', 'canoes'],
  ['Nope', undefined],
  ['', undefined],
])('"%s" names the source %s', (typed, id) => {
  expect(resolveSource(typed, knowledge)?.id).toBe(id);
});
