import { oneLine } from './normalise.ts';
import type { Block } from './types.ts';

/** Names that stand alone in menus and rows of buttons. */
const BUTTON =
  /^(?:share|tweet|print|e-?mail|save|like|pin it|copy link|listen|subscribe(?: now)?|donate|sign (?:in|up)|log ?in|log ?out|register|menu|close|search(?: for)?:?|search the site|home|home ?page|archives?|news|sport|world|business|opinion|culture|video|about(?: us)?|contact(?: us)?|careers|advertis(?:e|ing)|advertisement|sponsored(?: content)?|promoted|skip to (?:main )?content|(?:back )?to top|next|previous|prev|next article|previous article|comments?|\d+ comments?|leave a (?:comment|reply)|follow us|follow|faceb?ook|twitter|x|whatsapp|linkedin|telegram|reddit|instagram|youtube|pinterest|rss|privacy(?: policy)?|cookie (?:policy|settings)|terms(?: (?:of (?:use|service)|and conditions))?|site ?map|accept(?: all)?|reject all|manage (?:options|cookies)|ok|read more|show more|load more|see more|see all|view all|more|font size|a\+|a-|en|reprints|\d+ min(?:ute)?s? read)$/i;
const LINE: readonly RegExp[] = [
  /^(?:share|tweet|print|save|e-?mail|follow) (?:this|us|on|via)\b.{0,60}(?<![.!?])$/i,
  /^(?:read more|read also|also read|see also|related|read next|more from|more on|watch|listen)\s*(?::|–|—|»|\|)\s*.{1,160}$/i,
  /^(?:read more|continue reading|learn more|click here|tap here)\b.{0,80}$/i,
  /^(?:sign up|subscribe|register|join|get our)\b.{0,80}\b(?:newsletter|inbox|alerts?|updates|briefing|e-?mail)\b/i,
  /\b(?:sign up|subscribe)\b.{0,40}\bour\b.{0,40}\b(?:newsletter|alerts?|updates|briefing)\b/i,
  /^(?:enter )?your e-?mail(?: address)?\b.{0,40}$/i,
  /\b(?:this (?:site|website|page)|we|our (?:site|website|partners))\b.{0,40}\buses? (?:of )?cookies\b/i,
  /^(?:©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4}|by\b)).{0,140}$/i,
  /^.{0,80}\ball rights reserved\b\.?.{0,60}$/i,
  /^(?:posted|filed|tagged) (?:in|under)\b.{0,120}$/i,
  /^tags?:.{0,120}$/i,
  /^contact (?:the (?:author|writer|editor)|us)\b.{0,100}$/i,
  /^(?:powered by|hosted by)\b.{0,60}$/i,
];
/** Below these stands nothing of the article. */
const TAIL =
  /^(?:related(?: (?:articles?|stories|links?|posts?|topics?|news|coverage|reading))?|most (?:read|popular|viewed|shared)|more (?:from|on|in|stories|news)\b.{0,60}|trending(?: now)?|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|read next|up next|latest (?:news|stories|articles)|editors?['’]? picks?|(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|join the (?:conversation|discussion)|from (?:around|across) the web|about (?:us|this site)|follow us|newsletter|sections)$/i;

/**
 * Whether a line is the page's and not the article's: a button, a box for readers' addresses, the small print. A
 * button's word may head a chapter: "Culture", "News".
 */
export function isFurniture(text: string, isHeading = false): boolean {
  const line = oneLine(text);
  if (line.length > 220) return false;
  if (LINE.some((pattern) => pattern.test(line))) return true;
  return !isHeading && line.split(/\s*[|•·»›]\s*|\s{2,}|\s\/\s/).every((name) => name === '' || BUTTON.test(name));
}

export const isTail = (text: string): boolean => TAIL.test(oneLine(text).replace(/:$/, ''));

/** Leaves the furniture out, and all that follows a heading such as "Related articles" where no long paragraph does. */
export function withoutFurniture(blocks: readonly Block[]): Block[] {
  return withoutTail(blocks).filter((block) => !isFurniture(block.text, block.type === 'heading'));
}

function withoutTail(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex(({ type, text }) => type === 'paragraph' && text.length > 220);
  const tail = blocks.findIndex(({ text }, i) => i > last && i > 0 && isTail(text));
  return tail === -1 ? blocks : blocks.slice(0, tail);
}
