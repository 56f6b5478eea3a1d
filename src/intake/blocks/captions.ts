import { CAPTION } from '../words/parts.ts';
import type { Block } from './types.ts';

const MAX_LENGTH = 500;

/** Captions that are marked by how they begin alone. */
export function markCaptions(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.type === 'paragraph' && block.text.length <= MAX_LENGTH && CAPTION.test(block.text)
      ? { ...block, role: 'caption' }
      : block,
  );
}

export const isCaption = (text: string): boolean => text.length <= MAX_LENGTH && CAPTION.test(text);
