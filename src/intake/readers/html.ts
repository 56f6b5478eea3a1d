import { mergeAbout, splitNames } from '../about/about.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { bare } from '../blocks/normalise.ts';
import type { Content } from '../blocks/types.ts';
import { aboutPage } from '../pages/about.ts';
import { selectArticle } from '../pages/article.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';

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
  const { blocks, omitted } = withoutFurniture(page.blocks);
  return titled({
    about: mergeAbout(about, byline === undefined ? {} : { authors: splitNames(byline) }),
    blocks,
    omitted: [...page.omitted, ...omitted],
    characters: page.characters,
  });
}

/** A page that is nothing but an article says its title best in its first heading, which `<title>` adorns. */
function titled(content: Content): Content {
  const { about, blocks } = content;
  const first = blocks.find(({ type }) => type === 'heading')?.text;
  const adorned = first !== undefined && bare(about.title ?? '').startsWith(bare(first));
  return adorned ? { ...content, about: { ...about, title: first } } : content;
}
