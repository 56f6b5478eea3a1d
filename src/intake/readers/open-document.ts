import { countLetters } from '../blocks/letters.ts';
import type { Content, Omission, OmissionReason } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { mathToText } from '../formulas/mathml.ts';
import { type DocumentHtml, notesHtml, openDocumentHtml } from '../office/open-document.ts';
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
  const parts = unzipWanted(bytes, (name) => /^(?:content|meta|META-INF\/manifest|[^/]+\/content)\.xml$/.test(name));
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && isProtected(parsePart(manifest))) throw new Unreadable('encrypted');
  const [body] = findAll(parsePart(parts.get('content.xml')), 'body');
  if (body) placeFormulas(body, parts);
  const slides = body ? findAll(body.children, 'page') : [];
  const read = slides.length > 0 ? slides.map(readSlide) : [readText(body?.children ?? [])];
  const meta = parts.get('meta.xml');
  return {
    about: meta ? dublinCore(parsePart(meta)) : {},
    blocks: read.flatMap(({ blocks }) => blocks),
    omitted: read.flatMap(({ omitted }) => omitted),
    characters: read.reduce((sum, { characters }) => sum + characters, 0),
    ...(slides.length > 0 ? { headsParts: true as const } : {}),
  };
}

/** Formulas are documents of their own, which frames point to: their text is put in the frame's place. */
function placeFormulas(body: Element, parts: Map<string, Uint8Array>): void {
  for (const frame of findAll(body.children, 'frame')) {
    const [object] = findAll(frame.children, 'object');
    const folder = object && attributeOf(object, 'href')?.replace(/^\.\/|\/$/g, '');
    const part = parts.get(`${folder}/content.xml`);
    if (part === undefined) continue;
    // Each stands in one place: a file that shows one a million times is made to harm.
    parts.delete(`${folder}/content.xml`);
    const math = elementsIn(parsePart(part)).find((root) => localName(root) === 'math');
    if (!math) continue;
    const { parent } = frame;
    becomeText(frame, mathToText(math));
    if (!(parent && isElement(parent) && IN_A_LINE.test(localName(parent)))) frame.name = 'p';
  }
}

const IN_A_LINE = /^(?:p|h|span|a)$/;

const isProtected = (manifest: ReturnType<typeof parsePart>): boolean =>
  findAll(manifest, 'file-entry').some(
    (entry) =>
      attributeOf(entry, 'full-path') === 'content.xml' &&
      elementsIn(entry.children).some((child) => localName(child) === 'encryption-data'),
  );

function readText(nodes: Element['children']): Part {
  const document = openDocumentHtml(nodes);
  return contentOf(document.html + notesHtml(document.notes), document);
}

/** A slide: its title first, what the speaker notes last. */
function readSlide(page: Element, index: number): Part {
  const classOf = (frame: Element) => attributeOf(frame, 'class') ?? '';
  const all = elementsIn(page.children);
  const shown = all.filter((shape) => localName(shape) !== 'notes');
  const running = shown.filter((shape) => /^(?:date-time|footer|header|page-number)$/.test(classOf(shape)));
  const titles = shown.filter((shape) => classOf(shape) === 'title');
  const others = shown.filter((shape) => !running.includes(shape) && !titles.includes(shape));
  const notes = findAll(
    all.filter((shape) => localName(shape) === 'notes'),
    'frame',
  ).filter((frame) => classOf(frame) === 'notes');
  const [title, text, spoken, rest] = [titles, others, notes, running].map(openDocumentHtml) as [
    DocumentHtml,
    DocumentHtml,
    DocumentHtml,
    DocumentHtml,
  ];
  const heading = title.html.replace(/<\/?[ph][^>]*>/g, ' ').trim();
  const head = heading === '' ? '' : `<h2>${heading}</h2>`;
  const tail = countLetters(spoken.html.replace(/<[^>]*>/g, '')) === 0 ? '' : `<h3>${NOTES_TITLE}</h3>${spoken.html}`;
  const { blocks, omitted, characters } = contentOf(head + text.html + tail, text);
  const runningText = rest.html.replace(/<[^>]*>/g, ' ');
  return {
    blocks: onSlide(blocks, index + 1),
    omitted: [...omitted, { reason: 'runningHeads', text: runningText }],
    characters: characters + countLetters(runningText),
  };
}

function contentOf(html: string, { hidden, contents }: DocumentHtml): Part {
  scanPage(html);
  const page = htmlContent(html);
  const omitted = [...omissions('hidden', hidden), ...omissions('contents', contents)];
  const characters = page.characters + omitted.reduce((sum, { text }) => sum + countLetters(text), 0);
  return { blocks: page.blocks, omitted: [...page.omitted, ...omitted], characters };
}

const omissions = (reason: OmissionReason, texts: readonly string[]): Omission[] =>
  texts.map((text) => ({ reason, text }));
