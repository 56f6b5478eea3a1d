import { subscript, superscript } from './raised.ts';
import { TEX_FUNCTIONS } from './tex-symbols.ts';

/** A part of a formula as linear text; `atom` says that it needs no parentheses beside a fraction's bar. */
export interface Part {
  readonly text: string;
  readonly atom: boolean;
  /** Set where what follows must not touch it: "1/2 m", "∑ᵢ i". */
  readonly wide?: true;
}

const RELATION = /\s*(\\?[=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊆→←⇒⇔↔≪≫])\s*/gu;

/** Between two operands, and before one alone. */
const BINARY = /([\p{L}\p{N})\]′])\s*([+−±])\s*(?=[\p{L}\p{N}(√∑∫])/gu;
const UNARY = /(^|[=<>≤≥≈(,]\s?)([+−±])\s+/gu;

/** Spaces around what relates two sides, and single ones elsewhere: "E=mc²" is "E = mc²". */
export const spaced = (text: string): string =>
  text
    .replace(RELATION, ' $1 ')
    .replace(BINARY, '$1 $2 ')
    .replace(UNARY, '$1$2')
    .replace(/\s+/g, ' ')
    .replace(/ ([,;)\]])/g, '$1')
    .replace(/([([]) /g, '$1')
    .trim();

export const part = (text: string): Part => ({ text, atom: /^(?:[\p{L}\p{N}.,′']*|[∞°%])$/u.test(text) });

export function fraction(above: Part, below: Part): Part {
  return { text: `${enclosed(above)}/${enclosed(below)}`, atom: false, wide: true };
}

export function root(inner: Part, degree = ''): Part {
  const sign = degree === '' || degree === '2' ? '√' : `${superscript(degree)}√`;
  return {
    text: inner.atom && inner.text.length === 1 ? `${sign}${inner.text}` : `${sign}(${inner.text})`,
    atom: true,
  };
}

/** A base with its index and exponent. */
export function scripted(base: Part, below: string, above: string): Part {
  const needsParentheses = !base.atom && !/^[({[|√].*[)}\]|]$|^.$/su.test(base.text) && / |[+−-]|\//.test(base.text);
  const body = needsParentheses ? `(${base.text})` : base.text;
  const prime = /^[′']+$/.test(above.trim());
  const text = `${body}${subscript(below)}${prime ? above.trim() : superscript(above)}`;
  return /^(?:[∑∏∫∬∮⋃⋂]|lim|max|min|sup|inf|arg)/u.test(base.text)
    ? { text, atom: false, wide: true }
    : { text, atom: true };
}

/** Parts that stand beside each other. */
export function joined(parts: readonly Part[]): string {
  return parts.reduce((all, { text }, i) => {
    const apart = parts[i - 1]?.wide && /^[\p{L}\p{N}√(∑∏∫|]/u.test(text);
    return `${all}${apart || needsSpace(all, text) ? ' ' : ''}${text}`;
  }, '');
}

/** A function's name and what it is applied to do not run into each other. */
function needsSpace(before: string, next: string): boolean {
  const name = /(?:^|[^\p{L}])(\p{L}{2,})$/u.exec(before.slice(-12))?.[1];
  if (name !== undefined && TEX_FUNCTIONS.has(name) && /^[\p{L}\p{N}√]/u.test(next)) return true;
  return TEX_FUNCTIONS.has(next) && /[\p{L}\p{N})]$/u.test(before);
}

const enclosed = ({ text, atom }: Part): string => (atom || /^\([^()]*\)$/.test(text) ? text : `(${text})`);
