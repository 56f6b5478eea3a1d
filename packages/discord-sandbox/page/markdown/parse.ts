/**
 * Discord's markdown as a tree. discord-markdown-parser (the rules of Discord's own client on simple-markdown) does
 * most of the work. Changed here: lists are added, links are bounded, and blocks begin at the start of a line only.
 */
import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { listRule } from './list.ts';
import { atLineStart, type MarkdownNode, type Rule } from './tree.ts';

type Rules = Record<string, Rule>;

/**
 * `[text](address)` with one level of brackets within. The package's own pattern backtracks for seconds on a
 * thousand opened links; this one fails as soon as no http address follows.
 */
const linkRegex =
  /^\[((?:\\.|\[[^[\]\n]*\]|[^[\]\\\n]){1,2000})\]\( *<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: +"[^"\n]*")? *\)/i;

const linkRule: Rule = {
  order: SimpleMarkdown.defaultRules.link.order,
  match: (source, state) => (state.inLink ? null : linkRegex.exec(source)),
  parse: ([, text = '', target], parse, state) => ({ target, content: parse(text, { ...state, inLink: true }) }),
};

/** A bare address within a link's text belongs to the link. */
const outsideLinks = (rule: Rule): Rule => ({
  ...rule,
  match: (source, state, previous) => (state.inLink ? null : rule.match(source, state, previous)),
});

const spans = ['strong', 'em', 'underline', 'strikethrough', 'spoiler', 'link'];
const blocks = ['heading', 'subtext', 'list', 'blockQuote'];

/** `**1. x**` is bold text, not a list: within a span no block begins. */
const keepingBlocksOut = (rule: Rule): Rule => ({
  ...rule,
  parse: (capture, parse, state) => rule.parse(capture, parse, { ...state, inSpan: true }),
});

const outsideSpans = (rule: Rule): Rule => ({
  ...rule,
  match: (source, state, previous) => (state.inSpan ? null : rule.match(source, state, previous)),
});

/** The package looks for the line break in the wrong place, and so finds no heading below a quotation. */
const onOwnLine = (pattern: RegExp, rule: Rule): Rule => ({
  ...rule,
  match: (source, state) => (atLineStart(state) ? pattern.exec(source) : null),
});

const headingRegex = /^(#{1,3}) +([^\n]+?)(?:\n|$)/;
const subtextRegex = /^-# +([^\n]+?)(?:\n|$)/;

const changes: Record<string, (rule: Rule) => Rule> = {
  heading: (rule) => onOwnLine(headingRegex, rule),
  subtext: (rule) => onOwnLine(subtextRegex, rule),
  url: outsideLinks,
  autolink: outsideLinks,
};

const changed = (name: string, rule: Rule): Rule => {
  const own = changes[name]?.(rule) ?? rule;
  if (spans.includes(name)) return keepingBlocksOut(own);
  return blocks.includes(name) ? outsideSpans(own) : own;
};

const allRules: Rules = { ...rulesExtended, list: listRule, link: linkRule };
const parser = SimpleMarkdown.parserFor(
  Object.fromEntries(Object.entries(allRules).map(([name, rule]) => [name, changed(name, rule)])),
);

/** Text is parsed once however often the page is drawn. */
const parsed = new Map<string, MarkdownNode[]>();
const mostParsed = 500;

/** Never throws: what is nested too deeply to be parsed comes back as plain text. */
export const parseMarkdown = (text: string): MarkdownNode[] => {
  const known = parsed.get(text);
  if (known) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const nodes = tryParse(text);
  parsed.set(text, nodes);
  return nodes;
};

const tryParse = (text: string): MarkdownNode[] => {
  try {
    return parser(text, { inline: true });
  } catch {
    return [{ type: 'text', content: text }];
  }
};
