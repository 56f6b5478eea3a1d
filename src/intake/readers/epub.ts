import { countLetters } from '../blocks/letters.ts';
import { normalise } from '../blocks/normalise.ts';
import type { Block, Content, Omission } from '../blocks/types.ts';
import { CONTAINER, readPackage } from '../epub/package.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { markPages, pageMark, withoutMarks } from '../office/page-marks.ts';
import { attributeOf, decodeXml } from '../office/xml.ts';
import { htmlContent } from '../pages/prepare.ts';
import { removeScripts } from '../pages/prune.ts';
import { scanPage } from '../pages/scan.ts';
import { linesOf } from '../pages/take-out.ts';
import { becomeText, descendants, type Element, elementsIn, type Node, parseTree, textIn } from '../pages/tree.ts';
import { unzipWanted } from '../zip.ts';

/** The parts with words; pictures and fonts are not inflated. */
const PARTS = /^META-INF\/(?:container|encryption)\.xml$|\.(?:opf|ncx|x?html?|xml|svg)$/i;
const EMPTY = /<(title|script|style|a|span|div|p|i|b|em|td|section)\b([^>]*)\/>/gi;

/** A book: its chapters in reading order, cited by the printed pages where the book marks them. */
export async function readEpub(bytes: Uint8Array): Promise<Content> {
  const parts = unzipWanted(bytes, (name) => PARTS.test(name));
  if (!parts.has(CONTAINER)) throw new Unreadable('damaged');
  const book = readPackage(parts);
  const labels: string[] = [];
  const blocks: Block[] = [];
  const omitted: Omission[] = [];
  let characters = 0;
  for (const path of book.spine) {
    const part = parts.get(path);
    if (part === undefined) throw new Unreadable('damaged');
    const html = withoutMarks(pageHtml(decodeXml(part)));
    scanPage(html);
    const chapter = htmlContent(html, (roots) => {
      placeMarks(roots, path, book.pages, labels);
      return path === book.navigation ? takeAll(roots) : [];
    });
    characters += chapter.characters;
    if (characters > LIMITS.textBytes) throw new Unreadable('tooLarge');
    const title = book.titles.get(path);
    const isHeaded = chapter.blocks.some(({ type }) => type === 'heading');
    if (!isHeaded && title !== undefined && chapter.blocks.length > 0) {
      blocks.push({ type: 'heading', text: title, level: 1 });
      characters += countLetters(title);
    }
    blocks.push(...chapter.blocks);
    omitted.push(...chapter.omitted);
  }
  for (const path of book.unlisted) {
    const html = pageHtml(decodeXml(parts.get(path) ?? new Uint8Array()));
    scanPage(html);
    const roots = parseTree(html);
    removeScripts(roots);
    const text = normalise(linesOf(roots));
    omitted.push({ reason: path.endsWith('.svg') ? 'pictures' : 'hidden', text });
    characters += countLetters(text);
  }
  return { about: book.about, blocks: markPages(blocks, labels), omitted, characters, headsParts: true };
}

/** XHTML read as HTML: there an element without content would stay open. */
const pageHtml = (xhtml: string): string => xhtml.replace(EMPTY, '<$1$2></$1>');

/** Puts a mark where each printed page begins: at what says so itself, or at what the list of pages points to. */
function placeMarks(roots: readonly Node[], path: string, pages: Book['pages'], labels: string[]): void {
  for (const element of [...descendants(roots)]) {
    const label = pages.get(`${path}#${element.attribs.id ?? ''}`) ?? ownLabel(element);
    if (label === undefined) continue;
    const mark = pageMark(labels.push(label) - 1);
    const isSign = ownLabel(element) !== undefined || countLetters(textIn(element.children)) === 0;
    if (isSign) becomeText(element, mark);
    else prepend(element, mark);
  }
}

type Book = ReturnType<typeof readPackage>;

/** What a page break says is printed on the page. */
function ownLabel(element: Element): string | undefined {
  const isBreak = attributeOf(element, 'type') === 'pagebreak' || element.attribs.role === 'doc-pagebreak';
  if (!isBreak) return undefined;
  const { title, id = '' } = element.attribs;
  const label = title ?? element.attribs['aria-label'] ?? textIn(element.children).trim();
  return (label || (/(\d+|[ivxlc]+)$/i.exec(id)?.[1] ?? '')).replace(/^(?:page|p\.)\s*|[.\s]+$/gi, '');
}

function prepend(element: Element, text: string): void {
  const [first] = element.children;
  if (first?.type === 'text') (first as { data: string }).data = text + (first as { data: string }).data;
  else if (elementsIn(element.children).length > 0) prepend(elementsIn(element.children)[0] as Element, text);
}

/** The book's own contents list: the headings say the same. */
function takeAll(roots: Node[]): Omission[] {
  return roots.splice(0).map((root) => ({ reason: 'contents', text: linesOf([root]) }));
}
