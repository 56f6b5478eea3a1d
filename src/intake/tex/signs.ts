import { argument, type Source } from './scan.ts';

/** Commands that stand for a sign. */
export const SIGNS: Readonly<Record<string, string>> = {
  '&': '&',
  '%': '%',
  $: '$',
  '#': '#',
  _: '_',
  '{': '{',
  '}': '}',
  ' ': ' ',
  ',': ' ',
  ';': ' ',
  '/': '',
  '-': '',
  '\n': ' ',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  S: '§',
  P: '¶',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  copyright: '©',
  pounds: '£',
  euro: '€',
  textendash: '–',
  textemdash: '—',
  textbackslash: '\\',
  textasciitilde: '~',
  quad: ' ',
  qquad: ' ',
  par: '\n\n',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  today: '',
  textdegree: '°',
  degree: '°',
  textquoteright: '’',
  textquoteleft: '‘',
  item: '',
};

/** Accents as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
  k: '\u0328',
  d: '\u0323',
};

/** A letter with the accent that the command names; undefined where it names none. */
export function accented(source: Source, name: string, end: number): { html: string; end: number } | undefined {
  const accent = ACCENTS[name];
  if (accent === undefined) return undefined;
  const { text: tex } = source;
  const group = argument(source, end);
  const letter = (group.text || tex[end] || '').replace(/^\\([ij])\s*$/, '$1');
  const after = group.end > end ? group.end : end + 1;
  // An i without its dot: \'\i
  const dotless = letter === '\\' && /[ij]/.test(tex[end + 1] ?? '');
  if (dotless) return { html: `${tex[end + 1]}${accent}`.normalize('NFC'), end: end + 2 };
  return { html: `${letter.slice(0, 1)}${accent}${letter.slice(1)}`.normalize('NFC'), end: after };
}
