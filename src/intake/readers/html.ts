import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { mergeAbout, splitNames } from '../about/about.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { bare } from '../blocks/normalise.ts';
import type { Block, Content } from '../blocks/types.ts';
import { aboutPage } from '../pages/about.ts';
import { htmlBlocks, nodeBlocks } from '../pages/blocks.ts';
import { scanPage } from '../pages/scan.ts';
import { parseTree, removeElements } from '../pages/tree.ts';

/** Where the page reader finds less than this share of the page's text, it took the wrong part of it. */
const ENOUGH = 0.35;
const PAGE_PARTS = /^(?:nav|aside|footer|form|iframe)$/;

/** An HTML page to its article: without navigation, boxes and small print. */
export function readHtml(html: string): Content {
  const scan = scanPage(html);
  const about = aboutPage(html, scan);
  if (!scan.hasFurniture) return titled({ about, blocks: withoutFurniture(htmlBlocks(html)) });
  const whole = withoutFurniture(withoutPageParts(html));
  const article = extractArticle(html);
  const blocks = withoutFurniture(article.blocks);
  const byline = article.byline === undefined ? {} : { authors: splitNames(article.byline) };
  if (lengthOf(blocks) < lengthOf(whole) * ENOUGH) return titled({ about, blocks: whole });
  return { about: mergeAbout(about, byline), blocks };
}

function extractArticle(html: string): { blocks: Block[]; byline: string | undefined } {
  const { document } = parseHTML(html);
  const article = new Readability(document, { keepClasses: true }).parse();
  const byline = article?.byline ?? undefined;
  return { blocks: htmlBlocks(article?.content ?? ''), byline };
}

function withoutPageParts(html: string): Block[] {
  const roots = parseTree(html);
  removeElements(roots, PAGE_PARTS);
  return nodeBlocks(roots);
}

/** A page that is nothing but an article says its title best in its first heading, which `<title>` adorns. */
function titled({ about, blocks }: Content): Content {
  const first = blocks.find(({ type }) => type === 'heading')?.text;
  const adorned = first !== undefined && bare(about.title ?? '').startsWith(bare(first));
  return adorned ? { about: { ...about, title: first }, blocks } : { about, blocks };
}

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);
