import { mergeAbout, withoutJunk } from '../about/about.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Content, Omission } from '../blocks/types.ts';
import { escapeXml } from '../docx/xml.ts';
import { Unreadable } from '../failure.ts';
import { chartHtml } from '../office/chart.ts';
import { type Relationship, relationshipsOf } from '../office/package.ts';
import { slideHtml } from '../office/slide.ts';
import { onSlide } from '../office/slide-blocks.ts';
import { attributeOf, dublinCore, findAll, parsePart } from '../office/xml.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { type Node, textIn } from '../pages/tree.ts';
import { NOTES_TITLE } from '../words/english.ts';
import { unzipWanted } from '../zip.ts';

const PRESENTATION = 'ppt/presentation.xml';
/** The parts with words; pictures, sounds and layouts are not inflated. */
const PARTS =
  /^(?:docProps\/core\.xml|ppt\/presentation\.xml|ppt\/(?:slides|notesSlides|diagrams|charts)\/(?:slide|notesSlide|data|chart)\d+\.xml|ppt\/(?:slides\/)?_rels\/[\w.]+\.rels)$/;

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
  const [first] = slides;
  const title = first === undefined ? undefined : titleOf(parsePart(parts.get(first)));
  return {
    about: mergeAbout(core ? withoutJunk(dublinCore(parsePart(core))) : {}, title === undefined ? {} : { title }),
    blocks: read.flatMap(({ blocks }) => blocks),
    omitted: read.flatMap(({ omitted }) => omitted),
    characters: read.reduce((sum, { characters }) => sum + characters, 0),
    headsParts: true,
  };
}

/** What a slide that is laid out as a title's says. */
function titleOf(nodes: readonly Node[]): string | undefined {
  const [shape] = findAll(nodes, 'sp').filter(({ children }) =>
    findAll(children, 'ph').some(({ attribs }) => attribs.type === 'ctrTitle'),
  );
  return (
    shape &&
    findAll(shape.children, 't')
      .map((run) => textIn(run.children))
      .join('')
  );
}

type Read = Required<Pick<Content, 'blocks' | 'omitted' | 'characters'>>;

function readSlide(parts: ReadonlyMap<string, Uint8Array>, path: string, number: number): Read {
  if (!parts.has(path)) throw new Unreadable('damaged');
  const nodes = parsePart(parts.get(path));
  const others = [...relationshipsOf(parts, path).values()];
  const notes = partsOf(parts, others, 'notesSlide').map((part) => slideHtml(part));
  const { html, running } = slideHtml(nodes);
  const diagrams = partsOf(parts, others, 'diagramData').map(diagramHtml);
  const charts = partsOf(parts, others, 'chart').map(chartHtml);
  const all = [html, ...diagrams, ...charts].join('\n');
  const spoken = notes.map((note) => note.html).join('\n');
  const whole = countLetters(spoken.replace(/<[^>]*>/g, '')) === 0 ? all : `${all}<h3>${NOTES_TITLE}</h3>${spoken}`;
  scanPage(whole);
  const page = htmlContent(whole);
  const isHidden = nodes.some((node) => 'attribs' in node && node.attribs.show === '0');
  const runningOmitted: Omission[] = [running, ...notes.map((note) => note.running)].map((text) => ({
    reason: 'runningHeads',
    text,
  }));
  const characters = page.characters + runningOmitted.reduce((sum, { text }) => sum + countLetters(text), 0);
  if (isHidden) {
    const hidden = page.blocks.map(({ text }): Omission => ({ reason: 'hidden', text }));
    return { blocks: [], omitted: [...hidden, ...page.omitted, ...runningOmitted], characters };
  }
  return { blocks: onSlide(page.blocks, number), omitted: [...page.omitted, ...runningOmitted], characters };
}

const partsOf = (parts: ReadonlyMap<string, Uint8Array>, all: readonly Relationship[], type: string): Node[][] =>
  all.flatMap((one) => (one.type === type && parts.has(one.target) ? [parsePart(parts.get(one.target))] : []));

/** The boxes of a diagram, which is no shape of the slide. */
function diagramHtml(nodes: readonly Node[]): string {
  return findAll(nodes, 'pt')
    .map((point) =>
      findAll(point.children, 't')
        .map((run) => textIn(run.children))
        .join(''),
    )
    .filter((text) => text.trim() !== '')
    .map((text) => `<p>${escapeXml(text)}</p>`)
    .join('');
}
