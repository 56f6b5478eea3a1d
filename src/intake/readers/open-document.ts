import { lettersOf } from '../blocks/account.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Content, Omission } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { mathToText } from '../formulas/mathml.ts';
import { hiddenStyles, linesOf, notesHtml, openDocumentHtml } from '../office/open-document.ts';
import { onSlide } from '../office/slide-blocks.ts';
import { attributeOf, dublinCore, findAll, localName, parsePart } from '../office/xml.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { becomeText, type Element, elementsIn, isElement } from '../pages/tree.ts';
import { NOTES_TITLE } from '../words/english.ts';
import { unzipWanted } from '../zip.ts';

type Part = Required<Pick<Content, 'blocks' | 'omitted' | 'characters'>>;

/** An OpenDocument text or presentation; of the latter the pages are the slides. */
export async function readOpenDocument(bytes: Uint8Array): Promise<Content> {
  const parts = unzipWanted(bytes, (name) =>
    /^(?:content|styles|meta|META-INF\/manifest|[^/]+\/content)\.xml$/.test(name),
  );
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && isProtected(parsePart(manifest))) throw new Unreadable('encrypted');
  const content = parsePart(parts.get('content.xml'));
  const styles = parts.has('styles.xml') ? parsePart(parts.get('styles.xml')) : [];
  const hidden = hiddenStyles([...styles, ...content]);
  const [body] = findAll(content, 'body');
  if (body) placeObjects(body, parts);
  const slides = body ? findAll(body.children, 'page') : [];
  const read =
    slides.length > 0
      ? [...slides.map((slide, i) => readSlide(slide, i, hidden)), declared(body?.children ?? [])]
      : [readText(body?.children ?? [], hidden)];
  const running = masterTexts(styles);
  const meta = parts.get('meta.xml');
  return {
    about: meta ? dublinCore(parsePart(meta)) : {},
    blocks: read.flatMap(({ blocks }) => blocks),
    omitted: [...read.flatMap(({ omitted }) => omitted), ...running],
    characters: read.reduce((sum, { characters }) => sum + characters, 0) + lettersOf(running),
    ...(slides.length > 0 ? { headsParts: true as const } : {}),
  };
}

/** Formulas and charts are documents of their own, which frames point to: what they say is put in the frame's place. */
function placeObjects(body: Element, parts: Map<string, Uint8Array>): void {
  for (const frame of findAll(body.children, 'frame')) {
    const [object] = findAll(frame.children, 'object');
    const folder = object && attributeOf(object, 'href')?.replace(/^\.\/|\/$/g, '');
    const part = parts.get(`${folder}/content.xml`);
    if (part === undefined) continue;
    // Each stands in one place: a file that shows one a million times is made to harm.
    parts.delete(`${folder}/content.xml`);
    const nodes = parsePart(part);
    const math = elementsIn(nodes).find((root) => localName(root) === 'math');
    if (!math) {
      const [inside] = findAll(nodes, 'body');
      for (const child of inside?.children ?? []) child.parent = frame;
      frame.children = [
        ...elementsIn(frame.children).filter(({ name }) => name.startsWith('svg:')),
        ...(inside?.children ?? []),
      ];
      continue;
    }
    const { parent } = frame;
    becomeText(frame, mathToText(math));
    if (!(parent && isElement(parent) && IN_A_LINE.test(localName(parent)))) frame.name = 'p';
  }
}

/** What a document shows on every page: heads and feet, and what stands on the masters of its slides. */
function masterTexts(styles: Element['children']): Omission[] {
  const masters = findAll(styles, 'master-page').flatMap(({ children }) => elementsIn(children));
  // Frames of a class only say what is to be written there.
  const shown = masters.filter(
    (shape) =>
      localName(shape) !== 'notes' &&
      attributeOf(shape, 'class') === undefined &&
      !/^(?:forms|office:forms)$/.test(localName(shape)),
  );
  return shown.map((shape) => ({ reason: 'runningHeads', text: linesOf([shape]) }));
}

/** What the feet of slides say, where it is said once for all. */
function declared(nodes: Element['children']): Part {
  const decls = findAll(nodes, 'presentation').flatMap(({ children }) =>
    elementsIn(children).filter((child) => /-decl$/.test(localName(child))),
  );
  const omitted = decls.map((decl): Omission => ({ reason: 'runningHeads', text: linesOf([decl]) }));
  return { blocks: [], omitted, characters: lettersOf(omitted) };
}

const IN_A_LINE = /^(?:p|h|span|a)$/;

const isProtected = (manifest: ReturnType<typeof parsePart>): boolean =>
  findAll(manifest, 'file-entry').some(
    (entry) =>
      attributeOf(entry, 'full-path') === 'content.xml' &&
      elementsIn(entry.children).some((child) => localName(child) === 'encryption-data'),
  );

function readText(nodes: Element['children'], hidden: ReadonlySet<string>): Part {
  const document = openDocumentHtml(nodes, hidden);
  return contentOf(document.html + notesHtml(document.notes), document.omitted);
}

/** A slide: its title first, what the speaker notes last. */
function readSlide(page: Element, index: number, hidden: ReadonlySet<string>): Part {
  const classOf = (frame: Element) => attributeOf(frame, 'class') ?? '';
  const all = elementsIn(page.children);
  const shown = all.filter((shape) => localName(shape) !== 'notes');
  const titles = shown.filter((shape) => classOf(shape) === 'title');
  const others = shown.filter((shape) => !RUNNING.test(classOf(shape)) && !titles.includes(shape));
  const framesOfNotes = findAll(
    all.filter((shape) => localName(shape) === 'notes'),
    'frame',
  );
  const notes = framesOfNotes.filter((frame) => classOf(frame) === 'notes');
  const running = [...shown, ...framesOfNotes].filter((shape) => RUNNING.test(classOf(shape)));
  const htmlOf = (nodes: readonly Element[]) => openDocumentHtml(nodes, hidden);
  const [title, text, spoken] = [htmlOf(titles), htmlOf(others), htmlOf(notes)];
  const heading = title.html.replace(/<\/?[ph][^>]*>/g, ' ').trim();
  const head = heading === '' ? '' : `<h2>${heading}</h2>`;
  const tail = countLetters(spoken.html.replace(/<[^>]*>/g, '')) === 0 ? '' : `<h3>${NOTES_TITLE}</h3>${spoken.html}`;
  const { blocks, omitted, characters } = contentOf(head + text.html + tail, [
    ...[title, text, spoken].flatMap((part) => part.omitted),
    ...running.map((shape): Omission => ({ reason: 'runningHeads', text: linesOf([shape]) })),
  ]);
  if (!hidden.has(attributeOf(page, 'style-name') ?? ''))
    return { blocks: onSlide(blocks, index + 1), omitted, characters };
  return {
    blocks: [],
    omitted: [...blocks.map(({ text: said }) => ({ reason: 'hidden' as const, text: said })), ...omitted],
    characters,
  };
}

const RUNNING = /^(?:date-time|footer|header|page-number)$/;

function contentOf(html: string, left: readonly Omission[]): Part {
  scanPage(html);
  const page = htmlContent(html);
  return { blocks: page.blocks, omitted: [...page.omitted, ...left], characters: page.characters + lettersOf(left) };
}
