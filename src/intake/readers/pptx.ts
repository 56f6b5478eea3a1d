import { mergeAbout, withoutJunk } from '../about/about.ts';
import { lettersOf } from '../blocks/account.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Content, Omission } from '../blocks/types.ts';
import { escapeXml } from '../docx/xml.ts';
import { Unreadable } from '../failure.ts';
import { chartHtml, readChart } from '../office/chart.ts';
import { type Relationship, relationshipsOf } from '../office/package.ts';
import { layoutTexts, slideHtml } from '../office/slide.ts';
import { onSlide } from '../office/slide-blocks.ts';
import { attributeOf, dublinCore, findAll, linesIn, parsePart, runsIn } from '../office/xml.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { type Element, type Node, textIn } from '../pages/tree.ts';
import { NOTES_TITLE } from '../words/english.ts';
import { unzipWanted } from '../zip.ts';

const PRESENTATION = 'ppt/presentation.xml';
/** The parts with words; pictures and sounds are not inflated. */
const PARTS =
  /^(?:docProps\/core\.xml|ppt\/presentation\.xml|ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|diagrams|charts)\/(?:slide|slideLayout|slideMaster|notesSlide|data|chart)\d+\.xml|ppt\/comments\/\w+\.xml|ppt\/(?:slides\/|slideLayouts\/)?_rels\/[\w.]+\.rels)$/;

/** A presentation: slide after slide as it is shown, each with its notes. Its pages are the slides' numbers. */
export async function readPptx(bytes: Uint8Array): Promise<Content> {
  const parts = unzipWanted(bytes, (name) => PARTS.test(name));
  const relationships = relationshipsOf(parts, PRESENTATION);
  const slides = findAll(parsePart(parts.get(PRESENTATION)), 'sldId').flatMap((slide) => {
    const target = relationships.get(slide.attribs['r:id'] ?? attributeOf(slide, 'id') ?? '')?.target;
    return target === undefined ? [] : [target];
  });
  const core = parts.get('docProps/core.xml');
  const read = slides.map((path, i) => readSlide(parts, path, i + 1));
  const layouts = layoutsOf(parts, slides);
  const [first] = slides;
  const title = first === undefined ? undefined : titleOf(parsePart(parts.get(first)));
  return {
    about: mergeAbout(core ? withoutJunk(dublinCore(parsePart(core))) : {}, title === undefined ? {} : { title }),
    blocks: read.flatMap(({ blocks }) => blocks),
    omitted: [...read.flatMap(({ omitted }) => omitted), ...layouts],
    characters: read.reduce((sum, { characters }) => sum + characters, 0) + lettersOf(layouts),
    headsParts: true,
  };
}

/** What a slide that is laid out as a title's says. */
function titleOf(nodes: readonly Node[]): string | undefined {
  const [shape] = findAll(nodes, 'sp').filter(({ children }) =>
    findAll(children, 'ph').some(({ attribs }) => attribs.type === 'ctrTitle'),
  );
  return shape && runsIn(shape.children);
}

type Read = Required<Pick<Content, 'blocks' | 'omitted' | 'characters'>>;

function readSlide(parts: ReadonlyMap<string, Uint8Array>, path: string, number: number): Read {
  if (!parts.has(path)) throw new Unreadable('damaged');
  const nodes = parsePart(parts.get(path));
  const others = [...relationshipsOf(parts, path).values()];
  const notes = partsOf(parts, others, 'notesSlide').map((part) => slideHtml(part));
  const slide = slideHtml(nodes);
  const diagrams = partsOf(parts, others, 'diagramData').map(diagramHtml);
  const charts = partsOf(parts, others, 'chart').map(readChart);
  const all = [slide.html, ...diagrams, ...charts.map(chartHtml)].join('\n');
  const spoken = notes.map((note) => note.html).join('\n');
  const whole = countLetters(spoken.replace(/<[^>]*>/g, '')) === 0 ? all : `${all}<h3>${NOTES_TITLE}</h3>${spoken}`;
  scanPage(whole);
  const page = htmlContent(whole);
  const beside: Omission[] = [
    ...[slide, ...notes].flatMap(({ omitted }) => omitted),
    ...partsOf(parts, others, 'comments').flatMap(commentsIn),
    ...charts.map(({ beyond }): Omission => ({ reason: 'pictures', text: beyond })),
  ];
  const characters = page.characters + lettersOf(beside);
  const isHidden = nodes.some((node) => 'attribs' in node && node.attribs.show === '0');
  const hidden = isHidden ? page.blocks.map(({ text }): Omission => ({ reason: 'hidden', text })) : [];
  return {
    blocks: isHidden ? [] : onSlide(page.blocks, number),
    omitted: [...hidden, ...page.omitted, ...beside],
    characters,
  };
}

/** What the layouts of the slides, and the masters of these, show on every slide. */
function layoutsOf(parts: ReadonlyMap<string, Uint8Array>, slides: readonly string[]): Omission[] {
  const targets = (paths: readonly string[], type: string) => {
    const all = paths.flatMap((path) => [...relationshipsOf(parts, path).values()]);
    return [...new Set(all.flatMap((one) => (one.type === type ? [one.target] : [])))];
  };
  const layouts = targets(slides, 'slideLayout');
  const masters = targets(layouts, 'slideMaster');
  return [...layouts, ...masters].flatMap((path) => {
    const part = parts.get(path);
    return part === undefined ? [] : layoutTexts(parsePart(part));
  });
}

/** What reviewers wrote, as older and as newer programs keep it. */
const commentsIn = (nodes: readonly Node[]): Omission[] =>
  [...findAll(nodes, 'text').map(({ children }) => textIn(children)), ...findAll(nodes, 'txBody').map(linesOfBody)].map(
    (text) => ({ reason: 'comments', text }),
  );

const linesOfBody = ({ children }: Element): string => linesIn(children);

const partsOf = (parts: ReadonlyMap<string, Uint8Array>, all: readonly Relationship[], type: string): Node[][] =>
  all.flatMap((one) => (one.type === type && parts.has(one.target) ? [parsePart(parts.get(one.target))] : []));

/** The boxes of a diagram, which is no shape of the slide. */
function diagramHtml(nodes: readonly Node[]): string {
  return findAll(nodes, 'pt')
    .map(({ children }) => runsIn(children))
    .filter((text) => text.trim() !== '')
    .map((text) => `<p>${escapeXml(text)}</p>`)
    .join('');
}
