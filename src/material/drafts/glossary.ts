import type { Passage } from '../types.ts';

interface GlossaryEntry {
  readonly term: string;
  readonly definition: string;
}

/** A term above its definition, or before it where a heading says that terms follow: "Mores: The moral views of a group." */
const ABOVE = /^(?<term>(?=[^\n]*\p{L}\p{M}*\p{L})[^\n:.;?!]{2,60})\n(?<definition>\p{L}[^\n]+)$/u;
const BEFORE = /^(?<term>\p{L}[^\n:.;,?!–—]{1,58}?)(?:\s?:| [–—-])\s+(?<definition>\p{L}[^\n]+)$/u;
/** Without such a heading only what is written as no sentence is: "mores: the moral views of a group". */
const BEFORE_COLON = /^(?<term>[\p{Ll}\d][^\n:.;,?!]{1,50}):\s(?<definition>\p{Ll}[^\n:]+)$/u;
const MIN_WORDS = 3;
const MAX_TERM_WORDS = 6;

export function glossaryEntry({ form, text }: Passage): GlossaryEntry | undefined {
  const listed = form === 'glossary' ? (ABOVE.exec(text) ?? BEFORE.exec(text)) : undefined;
  const found = listed ?? BEFORE_COLON.exec(text);
  const { term = '', definition = '' } = found?.groups ?? {};
  const isLine = term.split(/\s+/).length <= MAX_TERM_WORDS && definition.split(/\s+/).length >= MIN_WORDS;
  return isLine ? { term: term.trim(), definition: definition.replace(/[\s;,.]+$/, '') } : undefined;
}
