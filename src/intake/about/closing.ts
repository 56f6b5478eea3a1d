import type { Block, Content } from '../blocks/types.ts';
import { ADDRESS_LABEL, LABELLED_ADDRESS } from '../words/english.ts';
import { mergeAbout } from './about.ts';

/** How many pieces from the end may tell where the text was found. */
const CLOSING = 4;
const ADDRESS = /^<?(https?:\/\/\S+?)>?$/i;

/** Takes off the web address that stands below a text with a word that introduces it; others may be references. */
export function takeClosing({ about, blocks }: Content): Content {
  let url: string | undefined;
  const kept: Block[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = kept.at(-1);
    const below = last !== undefined && ADDRESS_LABEL.test(last.text) ? ADDRESS.exec(block.text)?.[1] : undefined;
    const address = i < blocks.length - CLOSING ? undefined : (below ?? LABELLED_ADDRESS.exec(block.text)?.[1]);
    if (address === undefined) kept.push(block);
    else if (below !== undefined) kept.pop();
    url ??= address;
  }
  return { about: url === undefined ? about : mergeAbout(about, { url }), blocks: kept };
}
