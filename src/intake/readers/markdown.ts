import MarkdownIt from 'markdown-it';
import { parseArticle } from '../../material/articles.ts';
import { splitFrontMatter } from '../about/front-matter.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import type { Reading } from '../blocks/types.ts';
import { countWords } from '../blocks/words.ts';
import { Unreadable } from '../failure.ts';
import { htmlBlocks } from '../pages/blocks.ts';
import { scanPage } from '../pages/scan.ts';
import type { ReadWork } from '../types.ts';

// Raw HTML is read as the page that it is part of, and never shown: `html` does not need to be refused.
const markdown = new MarkdownIt({ html: true });

export function readMarkdown(text: string): Reading {
  const { about, body } = splitFrontMatter(text);
  const html = markdown
    .render(body)
    .replace(/<p>\s*<img[^>]*\balt="([^"]+)"[^>]*>\s*<\/p>/g, '<figcaption>$1</figcaption>');
  scanPage(html);
  return { about, blocks: withoutFurniture(htmlBlocks(html)) };
}

/** A text in this project's own format, which says its own numbers; undefined where it is another. */
export function readOwnArticle(name: string, text: string): ReadWork | undefined {
  if (!splitFrontMatter(text).ownFormat) return undefined;
  const { value, problems } = parseArticle(name, text);
  if (!value || problems.length > 0) {
    throw new Unreadable(
      'badArticle',
      problems.map(({ line, message }) => (line === undefined ? message : `line ${line}: ${message}`)),
    );
  }
  const passages = value.passages.map(({ id: _id, source: _source, ...passage }) => passage);
  const words = countWords(passages);
  return { about: value.about, passages, format: 'markdown', words, id: value.source };
}
