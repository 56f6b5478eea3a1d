import type { rulesExtended } from 'discord-markdown-parser';

/** What the parser gives: `type` decides which other keys there are. */
export interface MarkdownNode {
  type: string;
  [key: string]: unknown;
}

export interface ListNode extends MarkdownNode {
  type: 'list';
  ordered: boolean;
  /** The number of the first item. */
  start: number;
  items: MarkdownNode[][];
}

/** How one kind of node is found and read. */
export type Rule = (typeof rulesExtended)[string];

export type ParserState = Parameters<Rule['match']>[1];

/** Nothing stands before it in its line. */
export const atLineStart = (state: ParserState): boolean => {
  const before: unknown = state.prevCapture?.[0];
  return typeof before !== 'string' || before.endsWith('\n');
};
