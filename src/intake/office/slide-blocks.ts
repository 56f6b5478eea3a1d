import type { Block, Heading } from '../blocks/types.ts';

/** The level that a slide's title is given. */
const TITLE = 2;

/**
 * Blocks of the slide with that number, counted from 1. Its title tells no level: below one that stands alone on its
 * slide come the slides of a part.
 */
export const onSlide = (blocks: readonly Block[], number: number): Block[] =>
  blocks.map((block) =>
    block.type === 'heading'
      ? withoutLevel(block)
      : { ...block, pages: [{ at: 0, page: number, isSlide: true as const }] },
  );

const withoutLevel = (heading: Heading): Heading =>
  heading.level === TITLE ? { type: 'heading', text: heading.text } : heading;
