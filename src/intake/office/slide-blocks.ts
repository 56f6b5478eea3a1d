import type { Block } from '../blocks/types.ts';

/** Blocks of the slide with that number, counted from 1. */
export const onSlide = (blocks: readonly Block[], number: number): Block[] =>
  blocks.map((block) =>
    block.type === 'heading' ? block : { ...block, pages: [{ at: 0, page: number, isSlide: true as const }] },
  );
