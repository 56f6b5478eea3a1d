import type { Omission } from '../blocks/types.ts';
import { subscript, superscript } from '../formulas/raised.ts';
import { texToText } from '../formulas/tex.ts';
import { definitionLists } from './definitions.ts';
import { outsideCode, outsideFences } from './outside-code.ts';
import { widenTables } from './tables.ts';

/** A footnote: what the text calls it, and what it says, still in Markdown. */
export interface Note {
  readonly id: string;
  readonly text: string;
}

export interface PreparedMarkdown {
  readonly text: string;
  readonly notes: readonly Note[];
  readonly omitted: readonly Omission[];
}

/**
 * Markdown of note apps and site generators as plain CommonMark: footnotes set apart, formulas as text, links between
 * notes as their words, definition lists as HTML. Attributes, addresses and other marks for the author's program are no
 * text, and are not counted as omitted.
 */
export function prepareMarkdown(body: string): PreparedMarkdown {
  const notes: Note[] = [];
  const omitted: Omission[] = [];
  const leave = (reason: Omission['reason'], text: string): '' => {
    omitted.push({ reason, text });
    return '';
  };
  const text = outsideCode(outsideFences(body, widenTables), (prose, written) =>
    definitionLists(
      (prose.includes('<table') ? prose.replace(TABLE_INDENT, '') : prose)
        .replace(MARKDOWN_INSIDE, '$&\n')
        .replace(NOTE, (_all, id: string, said: string) => {
          notes.push({
            id,
            text: written(said)
              .replace(/\n(?: {2,4}|\t)/g, '\n')
              .trim(),
          });
          return '\n';
        })
        .replace(NOTE_SIGN, (sign) => leave('references', sign))
        .replace(ATTRIBUTES, '')
        .replace(END_OF_BLOCK, '')
        .replace(CALLOUT, (_all, quote: string, title: string) =>
          title.trim() === '' ? '' : `${quote}${title}\n${quote}\n`,
        )
        .replace(EMBED, (_all, file: string) => leave('files', file))
        .replace(WIKI_LINK, (_all, target: string, words?: string) => words ?? target)
        .replace(COMMENT, (comment) => leave('comments', written(comment)))
        .replace(DISPLAY_MATH, (_all, tex: string) => escapeMarkdown(texToText(tex)))
        .replace(INLINE_MATH, (_all, tex: string) => escapeMarkdown(texToText(tex)))
        .replace(RAISED, (_all, base: string, raised: string) => `${base}${superscript(raised)}`)
        .replace(LOWERED, (_all, base: string, lowered: string) => `${base}${subscript(lowered)}`),
    ),
  );
  return { text, notes, omitted };
}

// U+FDD0 stands for code, which no formula and no name of a note or file has.

/** Rows of an HTML table that stand so far in that they would be code. */
const TABLE_INDENT = /^[ \t]{4,}(?=<\/?(?:table|thead|tbody|tfoot|tr|t[dh])\b)/gm;
/** Kramdown reads what stands inside such an element as Markdown. */
const MARKDOWN_INSIDE = /^<\w+\b[^>\n]*\bmarkdown="[^"\n]*"[^>\n]*>[ \t]*\n/gm;
/** `[^1]: The note`, and the indented lines that belong to it. */
const NOTE = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*(?:\n(?:[ \t]{2,}\S.*|\s*(?=\n[ \t]{2,}\S)))*)(?:\n|$)/gm;
const NOTE_SIGN = /\[\^[^\]\s\ufdd0]{1,60}\]/g;
/** Kramdown's and Pandoc's: `{: .class}`, `{#id .class key="value"}`. */
const ATTRIBUTES = /[ \t]*\{(?::[^{}\n]{0,400}|[ \t]*[#.][\w-][^{}\n]{0,400})\}/g;
/** Kramdown's, which keeps two lists or definitions apart. */
const END_OF_BLOCK = /^\^[ \t]*$/gm;
/** `> [!NOTE] Title` */
const CALLOUT = /^((?:> ?)+)\[!\w{1,30}\][+-]?(.*)\n?/gm;
const EMBED = /!\[\[([^\]\n\ufdd0]{1,300})\]\]/g;
const WIKI_LINK = /\[\[([^\]|\n\ufdd0]{1,300})(?:\|([^\]\n\ufdd0]{1,300}))?\]\]/g;
/** Obsidian's, and HTML's. */
const COMMENT = /%%[^%]{1,2000}%%|<!--[\s\S]{1,2000}?-->/g;
const DISPLAY_MATH = /\$\$([^$\ufdd0]{1,2000}?)\$\$/g;
/** As Pandoc tells it from sums of money: no space inside its signs, and no digit behind them. */
const INLINE_MATH = /(?<![\\$\w])\$(?![\s$])((?:[^$\n\\\ufdd0]|\\.){1,300}?)(?<![\s\\])\$(?![\d$])/g;
/** Pandoc's `10^6^` and `H~2~O`; a formula in plain signs, as `e^(-x)^k`, goes on behind its second mark. */
const RAISED = /([\p{L}\p{N})])\^(\([^\s^~()\ufdd0]{1,10}\)|[^\s^~()[\]{}\ufdd0]{1,12})\^(?![\p{L}\p{N}({])/gu;
const LOWERED = /([\p{L}\p{N})])~([^\s^~\ufdd0]{1,12})~(?!~)/gu;

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');
