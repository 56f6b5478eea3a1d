import type { IndexChange, SearchDocument } from '../search/index.ts';

/** What makes an index of `before` one of `after`; `size` counts what must be touched. */
export function changeBetween(
  before: readonly SearchDocument[],
  after: readonly SearchDocument[],
): IndexChange & { readonly size: number } {
  const old = new Map(before.map((document) => [document.id, document]));
  const kept = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  // One that was there under another title or text is replaced by being added.
  const added = after.filter((document) => !isSame(document, old.get(document.id)));
  return { removed, added, size: removed.length + added.length };
}

const COMPARED = ['text', 'title', 'heading', 'group', 'isProse', 'language'] as const;

function isSame(a: SearchDocument, b: SearchDocument | undefined): boolean {
  return b !== undefined && COMPARED.every((field) => a[field] === b[field]);
}
