import { lettersOf } from '../blocks/account.ts';
import { countLetters } from '../blocks/letters.ts';
import { normalise } from '../blocks/normalise.ts';
import type { Block, Content, Omission } from '../blocks/types.ts';
import { nodeBlocks } from './blocks.ts';
import { replaceFormulas, writeRaised } from './formulas.ts';
import { headNotes } from './notes.ts';
import { numberItems, takeIdleNumbers } from './numbers.ts';
import { prune, removeScripts } from './prune.ts';
import { repeatSpans } from './spans.ts';
import { descendants, type Node, parseTree, textIn } from './tree.ts';

/** Removes what does not belong to the text from a tree, and says what it was. */
export type Selection = (roots: Node[]) => readonly Omission[];

/**
 * HTML to blocks, with an account of it. `select` sees the page's whole tree, with formulas as text and without scripts,
 * and may take out what is not the article.
 */
export function htmlContent(
  html: string,
  select: Selection = () => [],
): Required<Pick<Content, 'blocks' | 'omitted' | 'characters'>> {
  const roots = parseTree(html);
  replaceFormulas(roots);
  removeScripts(roots);
  headNotes(roots);
  numberItems(roots);
  repeatSpans(roots);
  const characters = lettersIn(roots);
  const selected = select(roots);
  const omitted = [...selected, ...prune(roots), ...takeIdleNumbers(roots)];
  const pictures = descriptions(roots);
  writeRaised(roots);
  const blocks: Block[] = nodeBlocks(roots);
  return { blocks, omitted: [...omitted, ...pictures], characters: characters + lettersOf(pictures) };
}

/** Letters and digits of a tree, as they are counted once they are blocks. */
const lettersIn = (roots: readonly Node[]): number => countLetters(normalise(textIn(roots)));

/** How the pictures of the text are described to those who do not see them. */
const descriptions = (roots: readonly Node[]): Omission[] =>
  [...descendants(roots)].flatMap(({ name, attribs }) =>
    name === 'img' && attribs.alt ? [{ reason: 'pictures', text: normalise(attribs.alt) }] : [],
  );
