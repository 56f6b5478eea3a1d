import { lettersOf } from '../blocks/account.ts';
import type { Content } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { notesHtml } from '../office/open-document.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { rtfHtml } from '../rtf/html.ts';

/** A document in Rich Text Format: text in whatever code pages its fonts have, without pictures, heads and feet. */
export async function readRtf(bytes: Uint8Array): Promise<Content> {
  const document = rtfHtml(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  const html = document.html + notesHtml(document.notes);
  if (html.length > LIMITS.textBytes) throw new Unreadable('tooLarge');
  scanPage(html);
  const page = htmlContent(html);
  return {
    about: document.about,
    blocks: page.blocks,
    omitted: [...document.omitted, ...page.omitted],
    characters: page.characters + lettersOf(document.omitted),
  };
}
