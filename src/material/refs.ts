import { createHash } from 'node:crypto';
import type { Passage, Source } from './types.ts';

const LENGTH = 8;

/**
 * A short name for a piece of material that changes when the piece does: 8 characters of base64url, 48 bits of
 * a SHA-256. Buttons carry it, so that one whose passage was edited since is noticed instead of showing another.
 */
export function contentRef(...parts: readonly string[]): string {
  // The length before each part keeps ("ab", "c") and ("a", "bc") apart.
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
}

/** A work's short name in custom ids, whatever its id's length. */
export const sourceRef = ({ id }: Pick<Source, 'id'>): string => contentRef(id);

/** By work and text, so that a paragraph is found again where a new version of its work gives it another number. */
export const passageRef = ({ source, text }: Passage): string => contentRef(source, text);
