import { describe, expect, it } from 'vitest';
import { isFurniture, withoutFurniture } from '../../src/intake/blocks/furniture.ts';
import type { Block } from '../../src/intake/blocks/types.ts';

describe("a line of the page's own", () => {
  it.each([
    'Search for:',
    'Home | News | Contact us',
    'Home » News',
    'Share on Facebook',
    'Follow us on Telegram',
    'Read more: The heron returns',
    'Sign up for our newsletter and never miss a story',
    'This website uses cookies to give you the best experience. Accept all',
    '© 2019 The Ostrel Courier',
    'Copyright 2020 Deepwater Gazette',
    'The Courier 2020. All rights reserved.',
    '3 min read',
  ])('is told: %s', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    'Follow the river for a mile and turn left at the mill.',
    'Copyright law in Harrow has changed three times.',
    '(c) the number of geese',
    'Print was not yet known in the valley.',
    'Share us some bread, said the swan, and was not given any.',
    'He read more than any of them.',
    'Those who register by e-mail wait longer.',
    'News of the storm came late.',
  ])('is not found in: %s', (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it("may be a chapter's heading, and links below Related are none of the text", () => {
    const long = 'The valley had one road. '.repeat(10);
    const blocks: Block[] = [
      { type: 'heading', text: 'Culture' },
      { type: 'paragraph', text: long },
      { type: 'heading', text: 'Related articles' },
      { type: 'paragraph', text: 'The second road', linked: true },
    ];
    expect(withoutFurniture(blocks)).toEqual({
      blocks: blocks.slice(0, 2),
      omitted: [
        { reason: 'navigation', text: 'Related articles' },
        { reason: 'navigation', text: 'The second road' },
      ],
    });
    expect(withoutFurniture([...blocks, { type: 'paragraph', text: long }]).blocks).toHaveLength(5);
    const unlinked: Block[] = [...blocks.slice(0, 3), { type: 'paragraph', text: 'The second road' }];
    expect(withoutFurniture(unlinked)).toEqual({ blocks: unlinked, omitted: [] });
  });
});
