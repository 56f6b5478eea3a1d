import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/answer/claims.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { joinCollections } from '../../src/material/load.ts';
import { english } from '../../src/text/languages/index.ts';
import { openLibrary } from '../support/bot.ts';

/** A work that neither a fact table nor a table of names tells of. */
const TEXT = 'Hanna Dry led the strike of the lamplighters in 1844, and nine of them lost their ladders.';
const own = {
  id: 'own',
  title: '',
  description: '',
  facts: [],
  terms: [],
  articles: [
    {
      source: { id: 'lamps', title: 'Lamps', authors: [], publisher: '' },
      passages: [{ id: 'lamps#1', source: 'lamps', paragraph: 1, kind: 'quote' as const, text: TEXT }],
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
  ])('is looked up in its passages: %s', (message, differing) => {
    const [claim] = checkClaims(library, message);
    expect(claim?.excerpt.passage.id).toBe('lamps#1');
    expect(claim?.differing).toEqual(differing);
  });

  it('is not found in what merely has a word of it', () => {
    expect(checkClaims(library, 'The strike of the bakers of Orsk was a great success for their union')).toEqual([]);
  });
});
