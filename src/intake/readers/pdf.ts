import { join, sep } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { parseDate } from '../../material/dates.ts';
import { type About, mergeAbout, splitNames, withoutJunk } from '../about/about.ts';
import { lettersOf } from '../blocks/account.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { countLetters } from '../blocks/letters.ts';
import { bare, normalise } from '../blocks/normalise.ts';
import type { Block, Content, Omission, PageStart } from '../blocks/types.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { withAccents } from '../pdf/accents.ts';
import { noteBlocks, pdfBlocks } from '../pdf/blocks.ts';
import { inReadingOrder } from '../pdf/columns.ts';
import { partContents } from '../pdf/contents.ts';
import { Drawings } from '../pdf/drawings.ts';
import { withBullets } from '../pdf/drawn-bullets.ts';
import { withDrawnWords } from '../pdf/drawn-words.ts';
import { isGarbled } from '../pdf/garbled.ts';
import type { PdfJsItem } from '../pdf/items.ts';
import { partLineNumbers } from '../pdf/line-numbers.ts';
import { linesOfItems, type PdfLine } from '../pdf/lines.ts';
import { partNotes } from '../pdf/notes.ts';
import { withoutOverlays } from '../pdf/overlays.ts';
import { pdfPieces } from '../pdf/paragraphs.ts';
import { fixedLines, withoutRunning } from '../pdf/running.ts';
import { withSigns } from '../pdf/signs.ts';
import { partsOf, type StructureNode } from '../pdf/structure.ts';
import { bodySize, styleOf } from '../pdf/style.ts';
import { ARTIFACT, type TaggedPage, taggedBlocks } from '../pdf/tagged.ts';
import { type PageBox, uprightItems } from '../pdf/upright.ts';
import { wordsOf } from '../print/join.ts';
import { openRecognizer } from '../scan/recognizer.ts';
import { type ReportPage, readScans, type Scans } from '../scan/scans.ts';
import { NOTES_TITLE } from '../words/english.ts';

/** Characters of a middling slide; wide pages with more are a book's. */
const MAX_SLIDE = 1_200;
/** Lines of its type that would fill a slide without space between them; a book's page has more. */
const SLIDE_LINES = 45;
/** Share of a deck's slides that are set like slides: on others there may be little but an outline in small type. */
const MIN_SLIDE_SHARE = 0.75;
/** A shorter deck has titles in larger type, or is taken for a sheet. */
const MIN_SLIDES = 3;
/** Lines of it that fill a page of nothing but a talk's slides: no book's type is so large. */
const LARGE_LINES = 32;
/** Times the size of a slide's text that its title has; at least half the pages must have one, or all have large type. */
const SLIDE_TITLE = 1.12;
/** Letters that a page of text has; one with fewer may be a scan below a stamp or a page number. */
const MIN_TEXT = 30;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF with text: pages to lines, lines to paragraphs by where they stand. */
export async function readPdf(
  bytes: Uint8Array,
  report: ReportPage = () => {},
  open = openRecognizer,
): Promise<Content> {
  const pdf = await openPdf(bytes);
  if (pdf.numPages > LIMITS.pdfPages) throw new Unreadable('tooLarge');
  const drawings = new Drawings();
  const { pages: printed, slides, omitted, letters } = await pagesOf(pdf, drawings);
  const { pages, scans, replaced } = await withScans(pdf, printed, report, open);
  if (pages.every((lines) => lines.length === 0)) throw new Unreadable(scans.isOn === false ? 'scan' : 'noText');
  const told = withoutJunk(await aboutPdf(pdf));
  const tagged = slides || scans.lines.size > 0 ? undefined : await readTagged(pdf, drawings);
  const content = tagged
    ? { ...tagged, about: told }
    : byLayout(await shownPages(pdf, pages, slides, drawings), slides, told);
  const kept = withoutFurniture(withLabels(markScans(content.blocks, scans), await labelsOf(pdf), slides));
  const unread = scans.unread.map((page): Omission => ({ reason: 'scans', text: `p. ${page}` }));
  const added = [...[...scans.lines.values()].flat(), ...unread, ...content.added];
  return {
    about: content.about,
    blocks: kept.blocks,
    omitted: [...kept.omitted, ...omitted, ...content.omitted, ...replaced, ...unread],
    characters: letters + lettersOf(added),
  };
}

interface Shown {
  readonly pages: readonly (readonly PdfLine[])[];
  readonly repeated: readonly PdfLine[];
}

async function shownPages(
  pdf: Pdf,
  all: readonly (readonly PdfLine[])[],
  slides: boolean,
  drawings: Drawings,
): Promise<Shown> {
  const { pages, repeated } = slides ? withoutOverlays(all) : { pages: all, repeated: [] };
  return { pages: await withBullets(pdf, pages, slides, drawings), repeated };
}

/** By where the text stands on its pages. */
function byLayout({ pages, repeated }: Shown, slides: boolean, told: About) {
  const { pages: bodies, running } = withoutRunning(pages, slides);
  const { contents, text: lines } = partContents(bodies.flatMap((body) => inReadingOrder(body)));
  const style = styleOf(lines, slides);
  const words = wordsOf(lines.map(({ text }) => text));
  const { text, notes } = slides ? { text: lines, notes: [] } : partNotes(lines, style);
  const { blocks, title } = pdfBlocks(pdfPieces(text, style, words), style);
  blocks.push(...noteBlocks(pdfPieces(notes, { ...style, size: notes[0]?.size ?? style.size }, words)));
  const added = notes.length === 0 ? [] : [{ text: NOTES_TITLE }];
  // Where the file calls the work something else, what is printed there would be said nowhere.
  const isOther = title !== undefined && told.title && bare(told.title) !== bare(title);
  if (isOther) blocks.unshift({ type: 'heading', text: title });
  return {
    about: mergeAbout(told, title === undefined ? {} : { title }),
    blocks,
    added,
    omitted: [
      ...(title === undefined || isOther ? [] : [{ reason: 'details' as const, text: title }]),
      ...repeated.map(({ text }): Omission => ({ reason: 'repeated', text })),
      ...running.map(({ text }): Omission => ({ reason: 'runningHeads', text })),
      ...contents.map(({ text }): Omission => ({ reason: 'contents', text })),
      ...pages
        .flat()
        .flatMap(({ signs }): Omission[] => (signs === undefined ? [] : [{ reason: 'references', text: signs }])),
    ],
  };
}

/** By the structure tree that a tagged file has; undefined where it has none, or none that is sound. */
async function readTagged(pdf: Pdf, drawings: Drawings): Promise<ReturnType<typeof taggedBlocks>> {
  const info = await pdf.getMarkInfo().catch(() => null);
  if (!info?.Marked) return undefined;
  const pages: TaggedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const tree: StructureNode | null = await page.getStructTree().catch(() => null);
    const { items, styles } = await page.getTextContent({ includeMarkedContent: true });
    const words = await withDrawnWords(page, markedItems(items, styles), drawings);
    const { upright } = uprightItems(withSigns(withAccents(words)), boxOf(page.view));
    pages.push({ page: number, items: upright, parts: tree ? partsOf(tree) : [] });
    page.cleanup();
  }
  return taggedBlocks(pages);
}

type Page = Awaited<ReturnType<Pdf['getPage']>>;
/** The library's types leave the tag out. */
type Marked = Awaited<ReturnType<Page['getTextContent']>>['items'][number] & { readonly tag?: string };
type Styles = Awaited<ReturnType<Page['getTextContent']>>['styles'];

/** Each text item with the mark that it stands in. */
function markedItems(items: readonly Marked[], styles: Styles): PdfJsItem[] {
  const open: (string | undefined)[] = [];
  return items.flatMap((item) => {
    if ('str' in item) {
      const mark = open.includes(ARTIFACT) ? ARTIFACT : open.findLast((id) => id !== undefined);
      return [{ ...item, ...(mark === undefined ? {} : { mark }), ...widthsOf(item.fontName, styles) }];
    }
    if (item.type === 'endMarkedContent') open.pop();
    // Marks within a mark, such as those that say how a ligature is spelt, have no id: the library says null.
    else open.push(item.tag === 'Artifact' ? ARTIFACT : (item.id ?? undefined));
    return [];
  });
}

/** Whether all letters of a font have the same width. */
const widthsOf = (font: string, styles: Styles): Pick<PdfJsItem, 'isEven'> =>
  styles[font]?.fontFamily === 'monospace' ? { isEven: true } : {};

function boxOf([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]) {
  return { width: right - left, height: top - bottom };
}

/**
 * Pages with what was recognised on those that are pictures. A garbled text layer is no text: it goes, and with the last
 * page of text the document does.
 */
async function withScans(pdf: Pdf, printed: readonly PdfLine[][], report: ReportPage, open: typeof openRecognizer) {
  const isText = (lines: readonly PdfLine[]) => {
    const text = lines.map((line) => line.text).join(' ');
    return countLetters(text) >= MIN_TEXT && !isGarbled(text);
  };
  const wanted = printed.flatMap((lines, i) => (isText(lines) ? [] : [i + 1]));
  const scans = await readScans(() => openAgain(pdf), wanted, report, open);
  const all = printed.flat().map(({ text }) => text);
  const garbled = isGarbled(all.join(' '));
  const pages = printed.map((lines, i) => {
    const found = scans.lines.get(i + 1) ?? [];
    if (found.length > 0) return [...found];
    return garbled && !isText(lines) ? [] : lines;
  });
  const replaced = printed.flatMap((lines, i) =>
    lines === pages[i]
      ? []
      : lines.map(({ text, signs = '' }): Omission => ({ reason: 'pictures', text: `${text} ${signs}`.trim() })),
  );
  return { pages, scans, replaced };
}

/** Paragraphs that begin on a page that was recognised are marked so: its letters may be wrong. */
function markScans(blocks: readonly Block[], { lines }: Scans): readonly Block[] {
  if (lines.size === 0) return blocks;
  const isScanned = (page: number | undefined) => page !== undefined && (lines.get(page)?.length ?? 0) > 0;
  return blocks.map((block) =>
    block.type === 'paragraph' && isScanned(block.pages?.[0]?.page) ? { ...block, kind: 'scan' } : block,
  );
}

/** What is printed on each page where that is not its number: "xii". Empty where the file does not say. */
async function labelsOf(pdf: Pdf): Promise<readonly string[]> {
  return (await pdf.getPageLabels().catch(() => null)) ?? [];
}

function withLabels(blocks: readonly Block[], labels: readonly string[], slides: boolean): Block[] {
  const labelled = (start: PageStart): PageStart => {
    const label = labels[start.page - 1]?.trim() ?? '';
    return {
      ...start,
      ...(label === '' || label === String(start.page) ? {} : { label }),
      ...(slides ? { isSlide: true as const } : {}),
    };
  };
  return blocks.map((block) =>
    block.type === 'heading' || !block.pages ? block : { ...block, pages: block.pages.map(labelled) },
  );
}

/** What the codes of Chinese, Japanese and Korean fonts mean that a file does not say itself: Adobe's CMaps, as pdf.js packs them. */
const CMAPS = join(import.meta.dirname, '..', 'pdf', 'cmaps');

const OPENING = { verbosity: 0, stopAtErrors: false, cMapUrl: `${CMAPS}${sep}`, cMapPacked: true } as const;

/** Where pages are pictures; all others are read without: to decode a photograph takes a second. */
const openAgain = async (pdf: Pdf): Promise<Pdf> => getDocumentProxy(await pdf.getData(), OPENING);

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { ...OPENING, maxImageSize: 1 });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new Unreadable(name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

/** The pages' lines, whether the pages are slides, the text that does not stand upright, and the letters and digits of all. */
async function pagesOf(
  pdf: Pdf,
  drawings: Drawings,
): Promise<{ pages: PdfLine[][]; slides: boolean; omitted: Omission[]; letters: number }> {
  const pages: PdfLine[][] = [];
  const omitted: Omission[] = [];
  let letters = 0;
  let characters = 0;
  const boxes: PageBox[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items, styles } = await page.getTextContent();
    const box = boxOf(page.view);
    const pieces = items.flatMap((item): PdfJsItem[] => {
      if (!('str' in item)) return [];
      return [{ ...item, ...widthsOf(item.fontName, styles) }];
    });
    const strings = withSigns(withAccents(await withDrawnWords(page, pieces, drawings)));
    const { upright, others, turned } = uprightItems(strings, box);
    letters += strings.reduce((sum, { str }) => sum + countLetters(normalise(str)), 0);
    const { text: own, numbers } = partLineNumbers(upright);
    characters += own.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > LIMITS.textBytes) throw new Unreadable('tooLarge');
    boxes.push(turned ? { width: box.height, height: box.width } : box);
    pages.push(linesOfItems(own, number));
    omitted.push(...numbers.map(({ text }): Omission => ({ reason: 'runningHeads', text })));
    omitted.push(...others.map((text): Omission => ({ reason: 'pictures', text })));
    page.cleanup();
  }
  return { pages, omitted, letters, slides: areSlides(pages, boxes) };
}

/** What a page looks like. */
interface Look {
  /** Whether its text is large for its height, and whether it is as large as no book's. */
  readonly isSpacious: boolean;
  readonly isLarge: boolean;
  readonly isTitled: boolean;
}

function lookOf(lines: readonly PdfLine[], { height }: PageBox): Look {
  const size = bodySize(lines);
  return {
    isSpacious: size > height / SLIDE_LINES,
    isLarge: size > height / LARGE_LINES,
    isTitled: lines.some((line) => line.size > size * SLIDE_TITLE),
  };
}

/** Told by what each page says itself: the outline beside it may be longer, and is set small. */
function areSlides(pages: readonly (readonly PdfLine[])[], boxes: readonly PageBox[]): boolean {
  if (!boxes.every(({ width, height }) => width > height)) return false;
  const fixed = fixedLines(pages);
  const own = pages.map((lines) => lines.filter((line) => !fixed.has(line)));
  const characters = own.flat().reduce((sum, { text }) => sum + text.length, 0);
  const looks = boxes.map((box, i) => lookOf(own[i] ?? [], box));
  const share = (has: (look: Look) => boolean) => looks.filter(has).length / looks.length;
  if (characters >= looks.length * MAX_SLIDE) return false;
  if (share(({ isSpacious }) => isSpacious) < MIN_SLIDE_SHARE) return false;
  if (share(({ isTitled }) => isTitled) >= 0.5) return true;
  return looks.length >= MIN_SLIDES && share(({ isLarge }) => isLarge) >= MIN_SLIDE_SHARE;
}

/**
 * What the file says of itself. Its dates of making are passed over: they tell when a print-out was saved, not when the
 * work appeared.
 */
async function aboutPdf(pdf: Pdf): Promise<About> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const { Title, Author } = info as Record<string, unknown>;
  const xmp = (key: string): string => [metadata?.get(key) ?? ''].flat().join('; ');
  const title = xmp('dc:title') || (typeof Title === 'string' ? Title : '');
  const author = xmp('dc:creator') || (typeof Author === 'string' ? Author : '');
  const issued = parseDate(xmp('prism:publicationdate')) ?? parseDate(xmp('dc:date'));
  return {
    title,
    authors: splitNames(author),
    publisher: xmp('dc:publisher') || xmp('prism:publicationname'),
    ...(issued === undefined ? {} : { issued }),
  };
}
