import MarkdownIt from 'markdown-it';
import { splitFrontMatter } from '../about/front-matter.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import type { Content } from '../blocks/types.ts';
import { htmlBlocks } from '../pages/blocks.ts';
import { scanPage } from '../pages/scan.ts';

// Raw HTML is read as the page that it is part of, and never shown: `html` does not need to be refused.
const markdown = new MarkdownIt({ html: true });

export function readMarkdown(text: string): Content {
  const { about, body } = splitFrontMatter(text);
  const html = markdown
    .render(body)
    .replace(/<p>\s*<img[^>]*\balt="([^"]+)"[^>]*>\s*<\/p>/g, '<figcaption>$1</figcaption>');
  scanPage(html);
  return { about, blocks: withoutFurniture(htmlBlocks(html)) };
}
