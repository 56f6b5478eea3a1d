import { Parser } from 'htmlparser2';
import { z } from 'zod';
import { countLetters } from '../blocks/letters.ts';
import { normalise } from '../blocks/normalise.ts';
import type { Content, Omission } from '../blocks/types.ts';
import { decode } from '../detect/decode.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { readMarkdown } from './markdown.ts';

/** Text as notebooks keep it: whole, or line by line. */
const text = z.union([z.string(), z.array(z.string())]).transform((lines) => [lines].flat().join(''));
const output = z.looseObject({
  text: text.optional(),
  data: z
    .looseObject({ 'text/plain': text.optional(), 'text/markdown': text.optional(), 'text/html': text.optional() })
    .optional(),
  /** What an error said. */
  evalue: z.string().optional(),
});
const cell = z.looseObject({
  cell_type: z.string(),
  source: text.optional(),
  /** As version 3 calls it. */
  input: text.optional(),
  outputs: z.array(output).optional(),
});
const cells = z.array(cell);
const notebook = z.looseObject({
  cells: cells.optional(),
  worksheets: z.array(z.looseObject({ cells })).optional(),
  metadata: z.looseObject({ title: z.string().optional() }).optional(),
});

/** A Jupyter notebook: its prose as Markdown, its code as code. What the code printed is left out. */
export function readNotebook(bytes: Uint8Array): Content {
  const { cells: flat, worksheets, metadata } = parse(bytes);
  const all = flat ?? worksheets?.flatMap((sheet) => sheet.cells) ?? [];
  const size = all.reduce((sum, { source, input }) => sum + (source ?? input ?? '').length, 0);
  if (size > LIMITS.textBytes) throw new Unreadable('tooLarge');
  const read = all.map(readCell);
  const blocks = read.flatMap((one) => one.blocks);
  const omitted = read.flatMap((one) => one.omitted);
  const characters = read.reduce((sum, one) => sum + one.characters, 0);
  return { about: metadata?.title === undefined ? {} : { title: metadata.title }, blocks, omitted, characters };
}

type Cell = z.infer<typeof cell>;

type Read = Required<Pick<Content, 'blocks' | 'omitted' | 'characters'>>;

/** A cell with what it printed. */
function readCell(one: Cell): Read {
  const content = normalise(one.source ?? one.input ?? '');
  const { blocks, omitted = [], characters = countLetters(content) } = contentOf(one.cell_type, content);
  const printed = (one.outputs ?? []).map(printedBy);
  return {
    blocks,
    omitted: [...omitted, ...printed.map((text): Omission => ({ reason: 'printed', text }))],
    characters: characters + printed.reduce((sum, text) => sum + countLetters(text), 0),
  };
}

function contentOf(type: string, content: string): Pick<Content, 'blocks' | 'omitted' | 'characters'> {
  if (type === 'markdown') return readMarkdown(content);
  if (type === 'heading') return { blocks: [{ type: 'heading', text: content }] };
  return { blocks: content.trim() === '' ? [] : [{ type: 'paragraph', kind: 'code', text: content.trim() }] };
}

/** What is shown in several forms was printed once; of a page the plain form may only say that it is one. */
function printedBy({ text: said, data = {}, evalue }: z.infer<typeof output>): string {
  const page = data['text/html'];
  const shown = page === undefined ? '' : pageText(page);
  return normalise(said ?? (shown.trim() || (data['text/markdown'] ?? data['text/plain'] ?? evalue ?? '')));
}

const HIDDEN = new Set(['script', 'style', 'template']);

/** Programs and styles of a page say nothing, and may be large; what is nested without end is cut off. */
function pageText(html: string): string {
  let [text, hidden, depth] = ['', 0, 0];
  const parser = new Parser({
    onopentag(name) {
      if (++depth > LIMITS.htmlDepth) parser.pause();
      if (HIDDEN.has(name)) hidden++;
      text += ' ';
    },
    ontext(part) {
      if (hidden === 0) text += part;
    },
    onclosetag(name) {
      depth--;
      if (HIDDEN.has(name)) hidden--;
      text += ' ';
    },
  });
  parser.end(html);
  return text;
}

function parse(bytes: Uint8Array): z.infer<typeof notebook> {
  try {
    return notebook.parse(JSON.parse(decode(bytes)));
  } catch {
    throw new Unreadable('damaged');
  }
}
