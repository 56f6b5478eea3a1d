const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  ...pairs('0123456789+-=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'),
  ...pairs('in−–°′', 'ⁱⁿ⁻⁻°′'),
};
const SUBSCRIPTS: Readonly<Record<string, string>> = {
  ...pairs('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'),
  ...pairs('aehijklmnoprstuvx−–', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₋₋'),
};

/** An exponent or index as text: Unicode's raised and lowered signs where they exist, else `^` and `_`. */
export const superscript = (text: string): string => shifted(text, SUPERSCRIPTS, '^');
export const subscript = (text: string): string => shifted(text, SUBSCRIPTS, '_');

function shifted(text: string, signs: Readonly<Record<string, string>>, mark: '^' | '_'): string {
  const inner = text.replace(/\s*([+\-−–=])\s*/gu, '$1').trim();
  if (inner === '') return '';
  // Words are easier to read, and to search for, at their size.
  if (mark === '_' && /^\p{L}{2,}$/u.test(inner)) return `_${inner}`;
  const chars = [...inner];
  const shiftedChars = chars.map((char) => signs[char]);
  if (shiftedChars.every((char) => char !== undefined)) return shiftedChars.join('');
  return chars.length === 1 || (/^[\p{L}\p{N}]+$/u.test(inner) && mark === '_')
    ? `${mark}${inner}`
    : `${mark}{${inner}}`;
}

function pairs(from: string, to: string): Record<string, string> {
  const signs = [...to];
  return Object.fromEntries([...from].map((char, i) => [char, signs[i] ?? char]));
}
