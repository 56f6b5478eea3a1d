import type { Format } from '../types.ts';

const PAGE = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const TAGS = /<(?:p|div|h[1-6]|article|section|table|ul)\b[^>]*>/i;
/** Endings of text that is no prose: reading it as a work would only fill the library with noise. */
const NO_PROSE =
  /\.(?:csv|tsv|json|jsonl|xml|svg|rss|css|js|mjs|ts|py|c|cpp|h|java|sh|bat|ps1|sql|log|tex|rtf|srt|vtt)$/i;

/** Which of the text formats it is: a page by how it begins, the others by the file's ending. Undefined for none. */
export function textFormat(
  text: string,
  name: string,
  contentType = '',
): Extract<Format, 'markdown' | 'text' | 'html'> | undefined {
  if (PAGE.test(text.slice(0, 8192))) return 'html';
  const ending = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const called = /^(?:html?|xhtml)$/.test(ending) || (ending === '' && contentType.startsWith('text/html'));
  if (called && TAGS.test(text)) return 'html';
  if (/^\s*(?:\{\\rtf|%!PS)/.test(text) || NO_PROSE.test(name)) return undefined;
  const markdown = /^(?:md|markdown|mdown|mkd)$/.test(ending) || contentType.startsWith('text/markdown');
  return markdown || isMarkdown(text) ? 'markdown' : 'text';
}

/** Pages are saved as Markdown under any name: a heading's signs, and links or more headings. */
function isMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  const links = text.match(/\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)/g)?.length ?? 0;
  return headings > 0 && headings + links > 1;
}
