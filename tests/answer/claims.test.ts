import { describe, expect, it } from 'vitest';
import { asksQuestion, checkClaims } from '../../src/answer/claims.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { joinCollections } from '../../src/material/load.ts';
import { english } from '../../src/text/languages/index.ts';
import { openLibrary } from '../support/bot.ts';

/** A work that neither a fact table nor a table of names tells of. */
const TEXTS = [
  'Hanna Dry led the strike of the lamplighters in 1844, and nine of them lost their ladders.',
  'In the election of 1871 Edmund Vale defeated Josiah Quill by nine votes.',
  'Greta Moor was taught by Hanna Dry. Otto Lamm met Greta Moor in the spring.',
];
const own = {
  id: 'own',
  title: '',
  description: '',
  facts: [],
  terms: [],
  articles: [
    {
      source: { id: 'lamps', title: 'Lamps', authors: [], publisher: '' },
      passages: TEXTS.map((text, at) => {
        return { id: `lamps#${at + 1}`, source: 'lamps', paragraph: at + 1, kind: 'quote' as const, text };
      }),
    },
  ],
};

describe('what a message says of a work without facts', () => {
  const library = createKnowledgeBase(joinCollections([...openLibrary().material.collections, own]), {
    language: english,
  });

  it.each([
    ['Hanna Dry led the strike', []],
    ['Hanna Dry led the strike of the lamplighters in 1850.', ['1850']],
    ['Hanna Dry and Tom Wick led the strike of the lamplighters.', ['Tom Wick']],
    // A word with a capital at the beginning, a headline, German nouns, and who says it tell no names.
    ['Ladders: Hanna Dry led the strike of the lamplighters.', []],
    ['Hanna Dry Led The Great Strike Of The Lamplighters', []],
    ['As Lamps has it, Hanna Dry led the strike of the lamplighters.', []],
  ])('is looked up in its passages: %s', (message, differing) => {
    const [claim] = checkClaims(library, message);
    expect(claim?.excerpt.passage.id).toBe('lamps#1');
    expect(claim?.differing).toEqual(differing);
  });

  it.each([
    ['Josiah Quill defeated Edmund Vale in the election of 1871.', 'roles'],
    ['In 1871 Quill defeated Vale in the election.', 'roles'],
    ['Edmund Vale defeated Josiah Quill in the election of 1871.', undefined],
    ['Josiah Quill was defeated by Edmund Vale in the election of 1871.', undefined],
    ['Hanna Dry taught Greta Moor.', undefined],
    ['Greta Moor met Otto Lamm in the spring.', undefined],
  ])('has its names the other way round or not: %s', (message, contrary) => {
    const [claim] = checkClaims(library, message);
    expect(claim?.excerpt.source.id).toBe('lamps');
    expect(claim?.contrary).toBe(contrary);
  });

  it('is not found in what merely has a word of it', () => {
    expect(checkClaims(library, 'The strike of the bakers of Orsk was a great success for their union')).toEqual([]);
  });
});

describe('what a message says of the shipped material', () => {
  const shipped = openLibrary();

  it.each([
    ['CELAC was founded in 2009.', undefined, ['2009']],
    ['CELAC consists of 33 states.', undefined, []],
    ['CELAC does not have 33 member states.', 'negation', []],
    ['The United States leads the Organization of American States.', undefined, []],
    ['The CELAC countries had weak economic growth.', 'opposite', []],
    ['Mongolia is a member of CELAC.', undefined, ['Mongolia']],
    ['CELAC was founded by Fidel Castro.', undefined, ['Fidel Castro']],
    ['Angela Merkel met CELAC in Moscow.', undefined, ['Merkel']],
    ['Yesterday I read that Lavrov met CELAC in Moscow on 29 May 2013.', undefined, []],
  ])('%s', (message, contrary, differing) => {
    const [claim] = checkClaims(shipped, message);
    expect(claim?.contrary).toBe(contrary);
    expect(claim?.differing).toEqual(differing);
  });

  it.each([
    ["Cuba forgave Russia's debt.", 'roles'],
    ['The OAS was founded as a counterweight to CELAC.', 'roles'],
    ['CELAC was founded as a counterweight to the OAS.', undefined],
    ['Peru sells military helicopters to Russia.', 'roles'],
    ['Russia sells military helicopters to Peru.', undefined],
  ])('has names that changed places or not: %s', (message, contrary) => {
    expect(checkClaims(shipped, message)[0]?.contrary).toBe(contrary);
  });

  it('is shown as disputed where the sources are', () => {
    const [claim] = checkClaims(shipped, 'CELAC was founded in 2010.');
    expect(claim?.disputed?.sides.map(({ value }) => value)).toEqual(['2010', '2011']);
  });

  it.each([
    ['When was CELAC founded?', true],
    ['I read on. How large is its GDP?', true],
    ['who leads celac', true],
    ['CELAC was founded in 2009, right?', false],
    ['CELAC was founded in 2009.', false],
    ['My notes say that CELAC was set up in 1998. Is that right?', false],
    ['I read on. Does CELAC have 33 members?', true],
    ['Really?', false],
  ])('is a question or none: %s', (message, asks) => {
    expect(asksQuestion(message, shipped)).toBe(asks);
  });
});
