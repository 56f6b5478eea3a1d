import type { ReferenceName } from '../../material/types.ts';
import type { Item } from './item.ts';

/**
 * Who a reference begins with: the authors, else the editors with what says that they are (for one, for several). The
 * editors of a chapter's book stand with the book.
 */
export function byline(
  { authors, editors, kind }: Pick<Item, 'authors' | 'editors' | 'kind'>,
  list: (names: readonly ReferenceName[]) => string,
  [editor, several]: readonly [string, string],
): string {
  if (authors.length > 0) return list(authors);
  if (editors.length === 0 || kind === 'chapter') return '';
  return list(editors) + (editors.length === 1 ? editor : several);
}
