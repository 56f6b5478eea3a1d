import { splitFrontMatter } from '../about/front-matter.ts';
import type { InputFile } from '../readers/reader.ts';
import { isProgramText } from './prose.ts';

const PAGE = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const TAGS = /<(?:p|div|h[1-6]|article|section|table|ul)\b[^>]*>/i;
/** Text that is no prose: reading it as a work would only fill the library with noise. */
const NO_PROSE_EXTENSION =
  /^(?:csv|tsv|json|jsonl|xml|svg|rss|css|js|mjs|ts|py|c|cpp|h|java|sh|bat|ps1|sql|log|tex|rtf|srt|vtt|aux|bbl|bib|blg|fls|idx|ilg|ind|lof|lot|nav|out|snm|toc|ya?ml|toml|ini)$/;
const NO_PROSE = /^\s*(?:\{\\rtf|%!PS)/;
const MARKDOWN_EXTENSION = /^(?:md|markdown|mdown|mkd)$/;
/** A page says what it is in its first characters. */
const HEAD = 8192;

/** Whether a zip holds an entry of that name. */
export const hasEntry =
  (name: RegExp) =>
  ({ entries }: InputFile): boolean =>
    entries.some((entry) => name.test(entry));

/** An HTML page, by how it begins, or by its name where it has tags. */
export function isPage({ kind, text, extension, contentType }: InputFile): boolean {
  if (kind !== 'text') return false;
  if (PAGE.test(text.slice(0, HEAD))) return true;
  const isCalledPage = /^(?:html?|xhtml)$/.test(extension) || (extension === '' && contentType.startsWith('text/html'));
  return isCalledPage && TAGS.test(text);
}

/** Any text that is written to be read. */
function isProse({ kind, text, extension }: InputFile): boolean {
  return kind === 'text' && !NO_PROSE.test(text) && !NO_PROSE_EXTENSION.test(extension);
}

/** Prose without any markup. */
export const isPlainText = (file: InputFile): boolean => isProse(file) && !isProgramText(file.text);

/** An article in this project's own format, by its front matter. */
export function isOwnArticle(file: InputFile): boolean {
  return isProse(file) && splitFrontMatter(file.text).ownFormat;
}

export function isMarkdown(file: InputFile): boolean {
  if (!isProse(file)) return false;
  const isCalledMarkdown = MARKDOWN_EXTENSION.test(file.extension) || file.contentType.startsWith('text/markdown');
  return isCalledMarkdown || (hasMarkdownSigns(file.text) && !isProgramText(file.text));
}

/** Pages are saved as Markdown under any name: a heading's signs, and links or more headings. */
function hasMarkdownSigns(text: string): boolean {
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  const links = text.match(/\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/g)?.length ?? 0;
  return headings > 0 && headings + links > 1;
}

/** WebVTT by its first line, SubRip by its first times. */
export const isSubtitles = ({ text }: InputFile): boolean =>
  /^\s*WEBVTT(?:\s|$)/.test(text) ||
  /^\s*\d+[ \t]*\n\d{1,3}:\d{2}:\d{2}[.,]\d{3}[ \t]*-->[ \t]*\d{1,3}:\d{2}:\d{2}[.,]\d{3}/.test(text);

/** A table by its name: prose has commas, too. */
export const isTable = ({ kind, extension, contentType }: InputFile): boolean =>
  kind === 'text' &&
  (/^(?:csv|tsv)$/.test(extension) || (extension === '' && /^text\/(?:csv|tab-separated)/.test(contentType)));

/** A TeX document by its name, or by how it begins. */
export const isTex = ({ kind, extension, text }: InputFile): boolean =>
  kind === 'text' &&
  (/^(?:tex|latex)$/.test(extension) || /^\s*(?:%.*\n\s*)*\\document(?:class|style)\b/.test(text.slice(0, HEAD)));
