import { mergeAbout, splitNames } from '../about/about.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { bare } from '../blocks/normalise.ts';
import type { Block, Content } from '../blocks/types.ts';
import { aboutPage } from '../pages/about.ts';
import { selectArticle } from '../pages/article.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';
import { readPlainText } from './text.ts';

/** A preformatted text that is shorter, in characters, may be a listing. */
const MIN_TEXT = 200;

/** An HTML page to its article: without navigation, boxes and small print. */
export function readHtml(html: string): Content {
  const scan = scanPage(html);
  const about = aboutPage(html, scan);
  let byline: string | undefined;
  const page = htmlContent(html, (roots) => {
    if (!scan.hasFurniture) return [];
    const found = selectArticle(roots);
    byline = found.byline;
    return found.omitted;
  });
  const text = preformatted(page.blocks);
  const { blocks, omitted } = withoutFurniture(text?.blocks ?? page.blocks);
  return titled({
    about: mergeAbout(about, byline === undefined ? {} : { authors: splitNames(byline) }),
    blocks,
    omitted: [...page.omitted, ...(text?.omitted ?? []), ...omitted],
    characters: page.characters,
  });
}

/** A page that is one preformatted text, as old texts are kept, is read as plain text. */
function preformatted([block, ...others]: readonly Block[]): Content | undefined {
  const isText = block?.type === 'paragraph' && block.kind === 'code' && block.text.length >= MIN_TEXT;
  return isText && others.length === 0 ? readPlainText(block.text) : undefined;
}

/** Headings from the top among which the page's title stands. */
const HEAD = 5;

/** A page says its title best in the heading that `<title>` adorns: "Wells" rather than "Wells - The Book of Water". */
function titled(content: Content): Content {
  const { about, blocks } = content;
  const title = bare(about.title ?? '');
  const headings = blocks.filter(({ type }) => type === 'heading').slice(0, HEAD);
  const shown = headings
    .map(({ text }) => text)
    .find((text) => text !== text.toUpperCase() && startsWith(title, bare(text)));
  return shown === undefined ? content : { ...content, about: { ...about, title: shown } };
}

const startsWith = (title: string, heading: string): boolean =>
  heading !== '' && (title === heading || title.startsWith(`${heading} `));
