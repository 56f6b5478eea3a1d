import type { Block, Reading } from '../blocks/types.ts';
import { mergeAbout } from './about.ts';

/** How many pieces from the end may tell where the text was found. */
const CLOSING = 4;
const LABEL = /^(?:original )?(?:url|link|source|address|retrieved from|available at|found at):?$/i;
const ADDRESS = /^<?(https?:\/\/\S+?)>?$/i;
const LABELLED =
  /^(?:(?:original )?(?:url|link|source|address)|retrieved from|available at|found at):?\s*<?(https?:\/\/\S+?)>?$/i;

/** Takes off the web address that stands below a text with a word that introduces it; others may be references. */
export function takeClosing({ about, blocks }: Reading): Reading {
  let url: string | undefined;
  const kept: Block[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = kept.at(-1);
    const below = last !== undefined && LABEL.test(last.text) ? ADDRESS.exec(block.text)?.[1] : undefined;
    const address = i < blocks.length - CLOSING ? undefined : (below ?? LABELLED.exec(block.text)?.[1]);
    if (address === undefined) kept.push(block);
    else if (below !== undefined) kept.pop();
    url ??= address;
  }
  return { about: url === undefined ? about : mergeAbout(about, { url }), blocks: kept };
}
