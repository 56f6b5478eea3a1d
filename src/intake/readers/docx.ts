import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { splitNames } from '../about/about.ts';
import { lettersOf } from '../blocks/account.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { countLetters } from '../blocks/letters.ts';
import { normalise } from '../blocks/normalise.ts';
import type { Content } from '../blocks/types.ts';
import { openPackage } from '../docx/package.ts';
import { CODE_STYLE } from '../docx/prepare.ts';
import { dublinCore, parsePart } from '../office/xml.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { parseTree, textIn } from '../pages/tree.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  'p.Title => h1:fresh',
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Quote'] => p:fresh",
  `p.${CODE_STYLE} => pre:separator('\\n')`,
];

/** What the document's reader writes where a note is pointed to. */
const NOTE_SIGN = /<a href="#[^"]*" id="[^"]*(?:foot|end)note-ref-[^"]*">[^<]*<\/a>/g;

/** A Word document: its paragraphs, headings, lists, tables, charts and notes. */
export async function readDocx(bytes: Uint8Array): Promise<Content> {
  const { parts, omitted, characters } = openPackage(bytes);
  // Packed anew from what was checked: the reader of the document inflates whatever it is given.
  const clean = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
  const { value } = await mammoth.convertToHtml({ buffer: clean }, { styleMap: STYLES });
  scanPage(value);
  const core = parts.get('docProps/core.xml');
  const page = htmlContent(value);
  const kept = withoutFurniture(page.blocks);
  const before = lettersOf(omitted);
  const shown = countLetters(normalise(textIn(parseTree(value.replace(NOTE_SIGN, '')))));
  return {
    about: core ? aboutCore(core) : {},
    blocks: kept.blocks,
    omitted: [...omitted, ...page.omitted, ...kept.omitted],
    // What the document's reader passed over counts, too.
    characters: before + page.characters + Math.max(0, characters - shown),
  };
}

/**
 * Title and authors from the document's properties. Not its dates: they tell when the file was made, which for a text
 * that was typed off or saved again is years from when it appeared.
 */
function aboutCore(core: Uint8Array): Content['about'] {
  const { authors, ...about } = dublinCore(parsePart(core));
  return { ...about, ...(authors ? { authors: authors.flatMap(splitNames) } : {}) };
}
