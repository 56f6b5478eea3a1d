import { countLetters } from '../blocks/letters.ts';
import type { Omission, OmissionReason } from '../blocks/types.ts';
import { classesOf, descendants, type Element, elementsIn, type Node, remove, textIn, visit } from './tree.ts';

/** No text at all, whatever stands inside: not even counted. */
const NO_TEXT = /^(?:script|style|head|title|base|link|meta)$/;
const REASONS: readonly (readonly [names: RegExp, reason: OmissionReason])[] = [
  [/^(?:nav|form|button|select|input|textarea|menu|dialog)$/, 'navigation'],
  [/^(?:svg|object|iframe|video|audio|canvas)$/, 'pictures'],
  // How signs are read aloud, which stands above them.
  [/^(?:rt|rp|rtc)$/, 'repeated'],
  [/^(?:template|noscript|math|del|s|strike)$/, 'hidden'],
];
/** What an element may be besides its name. */
const NAVIGATION_ROLE = /^(?:navigation|search|menu|menubar|toolbar)$/;
/** Fields that nobody fills in. */
const NO_FIELD = /^(?:hidden|submit|button|image|reset)$/i;
/** Signs that lead away from the text: links to edit a section, to a heading itself. */
const LINK_CLASS = /^(?:mw-editsection|headerlink|anchor|footnote-backref|noprint|anchorjs-link)$/;
const HIDDEN_CLASS = /^(?:sr-only|visually-hidden|screen-reader-text)$/;
const CONTENTS_NAME = /^(?:toc|table-?of-?contents|toc-?(?:container|list|wrapper))$/i;
/** The share of a form's text beyond which the form is the page. */
const WHOLE_PAGE = 0.5;

/** Takes out what is no text of the page: scripts, then what is hidden or leads elsewhere, with what it said. */
export function removeScripts(roots: Node[]): void {
  visit(roots, (element) => {
    if (NO_TEXT.test(element.name)) remove(element, roots);
    return !NO_TEXT.test(element.name);
  });
}

export function prune(roots: Node[]): Omission[] {
  const omitted: Omission[] = [];
  const all = countLetters(textIn(roots));
  visit(roots, (element) => {
    const reason = reasonOf(element, all);
    if (reason === undefined) return true;
    omitted.push({ reason, text: textIn(element.children) });
    remove(element, roots);
    return false;
  });
  return omitted;
}

function reasonOf(element: Element, all: number): OmissionReason | undefined {
  const { name, attribs } = element;
  const byName = REASONS.find(([names]) => names.test(name))?.[1];
  if (name === 'form' && (!isFilledIn(element) || countLetters(textIn(element.children)) > all * WHOLE_PAGE))
    return undefined;
  if (byName !== undefined) return byName;
  if (NAVIGATION_ROLE.test(attribs.role ?? '')) return 'navigation';
  if ('hidden' in attribs || attribs['aria-hidden'] === 'true' || /display:\s*none/i.test(attribs.style ?? ''))
    return 'hidden';
  const classes = classesOf(element);
  if (classes.some((word) => LINK_CLASS.test(word))) return 'navigation';
  if (classes.some((word) => HIDDEN_CLASS.test(word))) return 'hidden';
  if (isContentsList(element, classes)) return 'contents';
  return isNoteSign(element, classes) ? 'references' : undefined;
}

/** What books and scholarly pages call a link to a note, and the one back. */
const NOTE_LINK = /(?:^|\s)(?:doc-)?(?:noteref|backlink)(?:\s|$)/;
/** Characters of a note's sign: "[12]", "xviii". */
const MAX_SIGN = 6;

/** A form without fields is a wrapper, such as those around a forum's posts. */
const isFilledIn = ({ children }: Element): boolean =>
  [...descendants(children)].some(
    ({ name, attribs }) =>
      /^(?:select|textarea)$/.test(name) || (name === 'input' && !NO_FIELD.test(attribs.type ?? 'text')),
  );

/** A list of the page's own headings: nothing but links within the page. */
function isContentsList({ attribs, children }: Element, classes: readonly string[]): boolean {
  const names = [attribs.id ?? '', ...classes];
  if (attribs.role !== 'doc-toc' && !names.some((name) => CONTENTS_NAME.test(name))) return false;
  const all = countLetters(textIn(children));
  return linkedLetters(children, /^#/) > all * 0.6;
}

function linkedLetters(nodes: readonly Node[], target: RegExp): number {
  return elementsIn(nodes).reduce((sum, { name, attribs, children }) => {
    const isLink = name === 'a' && target.test(attribs.href ?? '');
    return sum + (isLink ? countLetters(textIn(children)) : linkedLetters(children, target));
  }, 0);
}

/** "[2]" in the text, and the arrow that leads back to it. */
function isNoteSign({ name, attribs, children }: Element, classes: readonly string[]): boolean {
  if (name !== 'sup' && name !== 'a') return false;
  const sign = textIn(children).trim();
  // A sentence may lead to a note, too: that is text.
  if (NOTE_LINK.test(`${attribs['epub:type'] ?? ''} ${attribs.role ?? ''}`)) return sign.length <= MAX_SIGN;
  if (name === 'a') return /^[↑↩¶#§^]\ufe0e?$/.test(sign);
  if (classes.includes('reference') || classes.includes('footnote-ref')) return true;
  return /^\[?(?:\d{1,3}|[*†‡])\]?$/.test(sign) && elementsIn(children).some((child) => child.name === 'a');
}
