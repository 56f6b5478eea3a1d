import MarkdownIt from 'markdown-it';
import { splitFrontMatter } from '../about/front-matter.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import { countLetters } from '../blocks/letters.ts';
import type { Content } from '../blocks/types.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';

// Raw HTML is read as the page that it is part of, and never shown: `html` does not need to be refused.
const markdown = new MarkdownIt({ html: true });

export function readMarkdown(text: string): Content {
  const { about, body } = splitFrontMatter(text);
  const html = markdown
    .render(body)
    .replace(/<p>\s*<img[^>]*\balt="([^"]+)"[^>]*>\s*<\/p>/g, '<figcaption>$1</figcaption>');
  scanPage(html);
  const head = text.slice(0, text.length - body.length);
  const page = htmlContent(html);
  const { blocks, omitted } = withoutFurniture(page.blocks);
  return {
    about,
    blocks,
    omitted: [{ reason: 'details', text: head }, ...page.omitted, ...omitted],
    characters: page.characters + countLetters(head),
  };
}
