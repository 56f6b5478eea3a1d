import type { Block } from './types.ts';

/** How a line begins that stands by a picture or table. */
const CAPTION =
  /^(?:(?:photo(?:graph)?|image|picture|illustration|caption|file photo|pictured|map|graphic|source photo)(?: (?:by|credit|caption))?\s*[:–—]\s+\S|(?:fig(?:ure|\.)?|table|plate|chart|map|photo|image|exhibit|box)\s+(?:\d{1,3}|[A-Z]|[IVX]+)\s*[.:–—]\s+\S|\((?:photo|image|picture)\b[^)]*\)$|\[(?:photo|image|picture)\b[^\]]*\]$)/i;
const LONGEST = 500;

/** Captions that are marked by how they begin alone. */
export function markCaptions(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.type === 'paragraph' && block.text.length <= LONGEST && CAPTION.test(block.text)
      ? { ...block, role: 'caption' }
      : block,
  );
}

export const isCaption = (text: string): boolean => text.length <= LONGEST && CAPTION.test(text);
