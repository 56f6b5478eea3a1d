import { mathToText, texAnnotation } from '../formulas/mathml.ts';
import { subscript, superscript } from '../formulas/raised.ts';
import { texToText } from '../formulas/tex.ts';
import { becomeText, classesOf, descendants, type Element, elementsIn, type Node, textIn, textOf } from './tree.ts';

/** What holds a formula several times over: for the eye, for screen readers, and as its source. */
const HOLDER = /^(?:katex|katex-display|mwe-math-element|MathJax|MathJax_Display|MathJax_SVG)$/;
const PREVIEW = /^MathJax_Preview$/;
/** TeX between the signs that MathJax and KaTeX look for. */
const DELIMITED = /\\\(([\s\S]{1,1000}?)\\\)|\\\[([\s\S]{1,2000}?)\\\]|\$\$([^$]{1,2000})\$\$/g;

/** Writes each formula of a page as linear text in its place, once. */
export function replaceFormulas(roots: readonly Node[]): void {
  for (const element of [...descendants(roots)]) {
    const text = formulaOf(element);
    if (text !== undefined) becomeText(element, text);
  }
  for (const node of texts(roots)) {
    const { data } = node;
    if (data.includes('\\') || data.includes('$$')) node.data = replaceDelimited(data);
  }
}

const replaceDelimited = (text: string): string =>
  text.replace(DELIMITED, (_all, ...tex: (string | undefined)[]) => texToText(tex.slice(0, 3).find(Boolean) ?? ''));

/** What an element shows of a formula; undefined where it is none. The source of an old MathJax stands beside it. */
function formulaOf(element: Element): string | undefined {
  const { name, attribs, children } = element;
  if (name === 'math' || name === 'mml:math') return mathToText(element);
  if (name === 'script') return /^math\/tex/.test(attribs.type ?? '') ? texToText(textIn(children)) : undefined;
  if (name === 'img') return texOfPicture(element);
  const classes = classesOf(element);
  if (classes.some((word) => PREVIEW.test(word))) return '';
  if (name !== 'mjx-container' && !classes.some((word) => HOLDER.test(word))) return undefined;
  return hasSourceBeside(element) ? '' : formulaInside(children);
}

function formulaInside(nodes: readonly Node[]): string | undefined {
  const tex = texAnnotation(nodes);
  if (tex !== undefined) return texToText(tex);
  for (const inner of descendants(nodes)) {
    if (inner.name === 'math') return mathToText(inner);
    const picture = inner.name === 'img' ? texOfPicture(inner) : undefined;
    if (picture !== undefined) return picture;
  }
  return undefined;
}

function texOfPicture(picture: Element): string | undefined {
  const alt = picture.attribs.alt?.trim() ?? '';
  const isFormula = /^\{?\\displaystyle|^\$[^$]+\$$|^\\[([]/.test(alt);
  const isNamedSo = classesOf(picture).some((word) => /^(?:tex|latex|math|mwe-math-fallback-image.*)$/.test(word));
  if (alt === '' || !(isFormula || isNamedSo)) return undefined;
  return texToText(alt.replace(/^\$+|\$+$|^\\[([]|\\[)\]]$/g, ''));
}

function hasSourceBeside({ next }: Element): boolean {
  for (let node = next; node; node = node.next) {
    if (!('attribs' in node)) continue;
    return node.name === 'script' && /^math\/tex/.test(node.attribs.type ?? '');
  }
  return false;
}

function* texts(nodes: readonly Node[]): Generator<{ data: string }> {
  for (const node of nodes) {
    if (textOf(node) !== undefined) yield node as unknown as { data: string };
    else if ('children' in node && !('attribs' in node && /^(?:script|style|code|pre)$/.test(node.name)))
      yield* texts(node.children as Node[]);
  }
}

/** Longer than any exponent: small print that is merely raised. */
const MAX_RAISED = 16;
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|o|a|os|as|ère|ème|te|tm|sm|®|™)$/i;

/** Writes raised and lowered figures so that a number stays the number: 10⁶, H₂O, x^{a/b}. */
export function writeRaised(roots: readonly Node[]): void {
  for (const element of descendants(roots)) {
    if (element.name !== 'sup' && element.name !== 'sub') continue;
    const text = textIn(element.children).replace(/\s+/g, ' ').trim();
    if (text === '' || text.length > MAX_RAISED || ORDINAL.test(text) || !/[\p{L}\p{N}]/u.test(text)) continue;
    if (/[^\p{L}\p{N}+\-−–=()*/.,′ ]/u.test(text) || isWord(text)) continue;
    if (elementsIn(element.children).some(({ name }) => name === 'sup' || name === 'sub')) continue;
    becomeText(element, element.name === 'sup' ? superscript(text) : subscript(text));
  }
}

/** Words set small, such as the mark of a brand, are no exponent. */
const isWord = (text: string): boolean => /\p{L}{4}/u.test(text);
