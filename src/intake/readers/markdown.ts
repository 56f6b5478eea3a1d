import MarkdownIt from 'markdown-it';
import { splitFrontMatter } from '../about/front-matter.ts';
import { lettersOf } from '../blocks/account.ts';
import { withoutFurniture } from '../blocks/furniture.ts';
import type { Content, Omission } from '../blocks/types.ts';
import { type Note, prepareMarkdown } from '../markdown/prepare.ts';
import { htmlContent } from '../pages/prepare.ts';
import { scanPage } from '../pages/scan.ts';

// Raw HTML is read as the page that it is part of, and never shown: `html` does not need to be refused.
const markdown = new MarkdownIt({ html: true });

export function readMarkdown(text: string): Content {
  const { about, body } = splitFrontMatter(text);
  const { text: prepared, notes, omitted } = prepareMarkdown(body);
  const html = render(prepared) + noteList(notes);
  scanPage(html);
  const page = htmlContent(html);
  const article = withoutFurniture(page.blocks);
  const before: Omission[] = [{ reason: 'details', text: text.slice(0, text.length - body.length) }, ...omitted];
  return {
    about,
    blocks: article.blocks,
    omitted: [...before, ...page.omitted, ...article.omitted],
    characters: page.characters + lettersOf(before),
  };
}

/** What stands for a picture, where nothing else does, is its caption. */
const render = (text: string): string =>
  markdown.render(text).replace(/<p>\s*<img[^>]*\balt="([^"]+)"[^>]*>\s*<\/p>/g, '<figcaption>$1</figcaption>');

function noteList(notes: readonly Note[]): string {
  if (notes.length === 0) return '';
  const items = notes.map(({ id, text }, i) => {
    const number = /^\d{1,4}$/.test(id) ? id : `${i + 1}`;
    return `<li id="fn${number}" value="${number}">${render(text)}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}
