/** Lists as Discord draws them: `- `, `* ` or `1. ` at the start of a line, deeper where indented further. */
import { SimpleMarkdown } from 'discord-markdown-parser';
import { atLineStart, type ListNode, type ParserState, type Rule } from './tree.ts';

const bullet = String.raw`(?:[*-]|\d{1,9}\.) +\S`;
/** A line that begins with a bullet, then bullets and indented lines as long as they follow each other. */
const listRegex = new RegExp(String.raw`^ *${bullet}[^\n]*(?:\n *${bullet}[^\n]*|\n {2,}\S[^\n]*)*(?:\n|$)`);
/** Deeper lists are shown as text of their parent, which also bounds the recursion. */
const deepest = 10;

export const listRule: Rule = {
  // Before emphasis: `* a *b*` is a list.
  order: SimpleMarkdown.defaultRules.heading.order,
  match: (source, state) => (atLineStart(state) && depthOf(state) < deepest ? listRegex.exec(source) : null),
  parse: (capture, parse, state) => {
    const lines = (capture[0] ?? '').replace(/\n$/, '').split('\n').map(readLine);
    const mark = lines[0]?.mark ?? '-';
    const nested = { ...state, listDepth: depthOf(state) + 1, prevCapture: null };
    return {
      type: 'list',
      ordered: /\d/.test(mark),
      start: Number.parseInt(mark, 10) || 1,
      // A copy for each: the parser leaves what it captured last in the state.
      items: groupItems(lines).map((text) => parse(text, { ...nested })),
    } satisfies ListNode;
  },
};

const depthOf = (state: ParserState): number => Number(state.listDepth ?? 0);

interface Line {
  indent: number;
  /** Empty for a line that goes on with the item above. */
  mark: string;
  text: string;
}

const readLine = (line: string): Line => {
  const [, indent = '', mark = '', text = line] = /^( *)(?:([*-]|\d{1,9}\.) +)?(.*)$/.exec(line) ?? [];
  return { indent: indent.length, mark, text };
};

/** The text of each item, with what is indented below it moved left, so that it is parsed as a list of its own. */
const groupItems = (lines: Line[]): string[] => {
  const base = lines[0]?.indent ?? 0;
  const items: string[] = [];
  for (const line of lines) {
    const above = items.at(-1);
    if (above === undefined || (line.mark && line.indent <= base)) items.push(line.text);
    else items[items.length - 1] = `${above}\n${moveLeft(line, base + 2)}`;
  }
  return items;
};

const moveLeft = ({ indent, mark, text }: Line, by: number): string =>
  mark ? `${' '.repeat(Math.max(0, indent - by))}${mark} ${text}` : text;
