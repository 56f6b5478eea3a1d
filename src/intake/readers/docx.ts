import { zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { type About, splitNames } from '../about/about.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Content, Omission } from '../blocks/types.ts';
import { CODE_STYLE, prepareDocument } from '../docx/prepare.ts';
import { Unreadable } from '../failure.ts';
import { checkXml } from '../office/xml.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { unzipWanted } from '../zip.ts';

/** The parts with words; pictures, fonts and macros are not even inflated. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:styles|numbering|footnotes|endnotes)\d*\.xml|word\/_rels\/[\w.]+\.rels)$/;
const NOTES = /^word\/(?:footnotes|endnotes)\d*\.xml$/;
/** Programs call the main part by other names than Word does; the package says which it is. */
const MAIN = /<Relationship\b(?=[^>]*\bType="[^"]*\/officeDocument")[^>]*\bTarget="\/?([^"]+)"/;
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  'p.Title => h1:fresh',
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Quote'] => p:fresh",
  `p.${CODE_STYLE} => pre:separator('\\n')`,
];

/** A Word document: its paragraphs, headings, lists and tables; headers and footers are no part of the text. */
export async function readDocx(bytes: Uint8Array): Promise<Content> {
  const rels = unzipWanted(bytes, (name) => name === '_rels/.rels').get('_rels/.rels');
  const main = (rels && MAIN.exec(decode(rels))?.[1]) ?? 'word/document.xml';
  const parts = unzipWanted(bytes, (name) => name === main || PARTS.test(name));
  for (const [name, xml] of parts) if (name.endsWith('.xml')) checkXml(decode(xml));
  const document = parts.get(main);
  // A part that ends early would read as a document without text.
  if (!document || !/<\/(?:\w+:)?document>\s*$/.test(decode(document).slice(-200))) throw new Unreadable('damaged');
  const numbering = parts.get('word/numbering.xml');
  const omitted: Omission[] = [];
  for (const [name, part] of parts) {
    if (name !== main && !NOTES.test(name)) continue;
    const prepared = prepareDocument(decode(part), numbering && decode(numbering));
    parts.set(name, new TextEncoder().encode(prepared.xml));
    omitted.push(...prepared.omitted);
  }
  // Packed anew from what was checked: the reader of the document inflates whatever it is given.
  const clean = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: clean }, { styleMap: STYLES, convertImage });
  scanPage(value);
  const core = parts.get('docProps/core.xml');
  const page = htmlContent(value);
  const kept = withoutFurniture(page.blocks);
  const before = omitted.reduce((sum, { text }) => sum + countLetters(text), 0);
  return {
    about: core ? aboutCore(decode(core)) : {},
    blocks: kept.blocks,
    omitted: [...omitted, ...page.omitted, ...kept.omitted],
    characters: before + page.characters,
  };
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/**
 * Title and authors from the document's properties. Not its dates: they tell when the file was made, which for a text
 * that was typed off or saved again is years from when it appeared.
 */
function aboutCore(xml: string): About {
  const found: Record<string, string> = {};
  let open = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        open = name;
      },
      ontext: (text) => {
        found[open] = (found[open] ?? '') + text;
      },
      onclosetag: () => {
        open = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return {
    ...(found['dc:title'] === undefined ? {} : { title: found['dc:title'] }),
    ...(found['dc:creator'] === undefined ? {} : { authors: splitNames(found['dc:creator']) }),
    ...(found['dc:publisher'] === undefined ? {} : { publisher: found['dc:publisher'] }),
  };
}
