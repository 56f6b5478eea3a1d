import type { Block, Reading } from '../blocks/types.ts';
import { mergeAbout } from './about.ts';

/** How many pieces from the end may tell where the text was found. */
const CLOSING = 4;
const ADDRESS =
  /^(?:(?:original )?(?:url|link|source|address)|retrieved from|available at|found at)?:?\s*<?(https?:\/\/\S+?)>?$/i;
const LABEL = /^(?:original )?(?:url|link|source|address):$/i;

/** Takes off the web address that stands below a text, and what introduces it. */
export function takeClosing({ about, blocks }: Reading): Reading {
  let url: string | undefined;
  const kept = blocks.filter((block: Block, i) => {
    if (i < blocks.length - CLOSING) return true;
    const address = ADDRESS.exec(block.text)?.[1];
    url ??= address;
    return address === undefined && !LABEL.test(block.text);
  });
  return { about: url === undefined ? about : mergeAbout(about, { url }), blocks: kept };
}
