import { countLetters } from '../blocks/letters.ts';
import { normalise } from '../blocks/normalise.ts';
import type { Omission, OmissionReason } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { relationshipsOf } from '../office/package.ts';
import { checkXml, decodeXml, parsePart } from '../office/xml.ts';
import { unzipWanted } from '../zip.ts';
import type { Related } from './drawings.ts';
import { numberingOf } from './numbering.ts';
import { citedNotes, prepareDocument } from './prepare.ts';
import { wordText } from './text.ts';
import { parseXml, xmlOf } from './xml.ts';

/** The parts with words; pictures, fonts and macros are not even inflated. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:styles|numbering|footnotes|endnotes|header|footer|comments)\d*\.xml|word\/(?:charts\/chart|diagrams\/data)\d+\.xml|word\/_rels\/[\w.]+\.rels)$/;
const NOTES = /^word\/(?:footnotes|endnotes)\d*\.xml$/;
/** What stands beside the text, or on each of its pages. */
const BESIDE: readonly (readonly [part: RegExp, reason: OmissionReason])[] = [
  [/^word\/(?:header|footer)\d*\.xml$/, 'runningHeads'],
  [/^word\/comments\d*\.xml$/, 'comments'],
];
const DRAWN = /^word\/(?:charts|diagrams)\//;
/** Programs call the main part by other names than Word does; the package says which it is. */
const MAIN = /<Relationship\b(?=[^>]*\bType="[^"]*\/officeDocument")[^>]*\bTarget="\/?([^"]+)"/;

export interface Package {
  /** What the document's reader is to see, by path. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly omitted: readonly Omission[];
  /** Letters and digits of the text and its notes as the document's reader gets them. */
  readonly characters: number;
}

/** A Word document with its text prepared for the document's reader. Throws `Unreadable` where there is none. */
export function openPackage(bytes: Uint8Array): Package {
  const rels = unzipWanted(bytes, (name) => name === '_rels/.rels').get('_rels/.rels');
  const main = (rels && MAIN.exec(decodeXml(rels))?.[1]) ?? 'word/document.xml';
  const parts = unzipWanted(bytes, (name) => name === main || PARTS.test(name));
  for (const [name, xml] of parts) if (name.endsWith('.xml')) checkXml(decodeXml(xml));
  const document = parts.get(main);
  // A part that ends early would read as a document without text.
  if (!document || !/<\/(?:\w+:)?document>\s*$/.test(decodeXml(document).slice(-200))) throw new Unreadable('damaged');
  const rootsOf = (path: string) => parseXml(decodeXml(parts.get(path) ?? new Uint8Array()));
  const numbering = numberingOf(rootsOf('word/numbering.xml'), rootsOf('word/styles.xml'));
  const prepare = (path: string, part: Uint8Array, cited?: ReadonlySet<string>) => ({
    path,
    ...prepareDocument(decodeXml(part), numbering, relatedTo(parts, path), cited),
  });
  const text = prepare(main, document);
  const cited = citedNotes(text.roots);
  const notes = [...parts].filter(([path]) => NOTES.test(path)).map(([path, part]) => prepare(path, part, cited));
  const beside = BESIDE.flatMap(([names, reason]) =>
    [...parts]
      .filter(([path]) => names.test(path))
      .flatMap(([path, part]): Omission[] => {
        const { roots, omitted } = prepare(path, part);
        return [{ reason, text: wordText(roots) }, ...omitted];
      }),
  );
  const read = [text, ...notes];
  const prepared = read.map(({ path, roots }) => [path, new TextEncoder().encode(xmlOf(roots))] as const);
  const wanted = [...parts].filter(([path]) => !DRAWN.test(path) && !BESIDE.some(([names]) => names.test(path)));
  return {
    parts: new Map([...wanted, ...prepared]),
    omitted: [...read.flatMap(({ omitted }) => omitted), ...beside],
    characters: countLetters(normalise(read.map(({ roots }) => wordText(roots)).join('\n'))),
  };
}

/** Charts and diagrams are read where they stand. Each does so in one place: a file that shows one a million times is made to harm. */
function relatedTo(parts: Map<string, Uint8Array>, path: string): Related {
  const all = relationshipsOf(parts, path);
  return (id) => {
    const found = all.get(id);
    if (!found) return undefined;
    const { type, target } = found;
    const part = DRAWN.test(target) ? parts.get(target) : undefined;
    if (part) parts.delete(target);
    return { type, path: target, ...(part ? { nodes: parsePart(part) } : {}) };
  };
}
