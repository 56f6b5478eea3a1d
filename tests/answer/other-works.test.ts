import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { joinCollections } from '../../src/material/load.ts';
import type { Article } from '../../src/material/types.ts';
import { english } from '../../src/text/languages/index.ts';
import { openLibrary } from '../support/bot.ts';

const TEXTS = [
  'The colony of Dunmarrow was founded in 1702 by nineteen families from Ostrel, who had lost their boats in a flood.',
  'Its harbour has nine members on the board, and the ferry to Norhaven sails from there twice a day in summer.',
  'Nobody may fish within sight of the lighthouse: the keeper decides who is out of sight.',
];

const dunmarrow: Article = {
  source: { id: 'dunmarrow', title: 'A Short Account of Dunmarrow', authors: [], publisher: 'The Parish' },
  passages: TEXTS.map((text, i) => ({
    id: `dunmarrow#${i + 1}`,
    source: 'dunmarrow',
    paragraph: i + 1,
    kind: 'quote',
    text,
  })),
};

/** Works without facts beside a collection that has many. */
describe('a work that no fact tells of', () => {
  let library: KnowledgeBase;
  beforeAll(() => {
    const own = { id: 'own', title: '', description: '', articles: [dunmarrow], facts: [], terms: [] };
    library = createKnowledgeBase(joinCollections([...openLibrary().material.collections, own]), { language: english });
  });

  it.each([
    ['When was the colony of Dunmarrow founded?', 1],
    ['How many members does the board of the harbour have?', 2],
  ])('answers for itself, however much the facts of others sound like it: %s', (question, paragraph) => {
    const { verdict, entries, excerpts } = ask(library, question);
    expect(verdict).toBe('answered');
    expect(entries).toEqual([]);
    expect(excerpts[0]?.passage.id).toBe(`dunmarrow#${paragraph}`);
  });

  it('is shown as what comes nearest, where it speaks of the matter and does not answer', () => {
    const { verdict, entries, excerpts } = ask(library, 'Who paid the keeper of the lighthouse in 1850?');
    expect(verdict).toBe('close');
    expect(entries).toEqual([]);
    expect(excerpts[0]?.passage.id).toBe('dunmarrow#3');
  });

  it('leaves the facts their own questions', () => {
    expect(ask(library, 'When was CELAC founded?').entries[0]?.sides.map(({ value }) => value)).toEqual([
      '2010',
      '2011',
    ]);
    expect(ask(library, 'In what year did the Latin American bloc come into being?').entries[0]?.subject).toBe('CELAC');
  });

  it('makes nothing else out of what is nowhere', () => {
    expect(ask(library, 'What is the boiling point of mercury?').verdict).toBe('absent');
  });
});
