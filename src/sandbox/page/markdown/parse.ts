/**
 * Discord's markdown as a tree. discord-markdown-parser (the rules of Discord's own client on simple-markdown) does
 * most of the work. Changed here: lists are added, links are bounded, and blocks do not begin inside bold and the like.
 */
import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import { listRule } from './list.ts';
import type { MarkdownNode, Rule } from './tree.ts';

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
const keepBlocksOutOfSpans = (rules: Rules): Rules =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]): [string, Rule] => {
      if (spans.includes(name))
        return [name, { ...rule, parse: (c, parse, s) => rule.parse(c, parse, { ...s, inSpan: true }) }];
      if (blocks.includes(name))
        return [name, { ...rule, match: (t, s, p) => (s.inSpan ? null : rule.match(t, s, p)) }];
      return [name, rule];
    }),
  );

const { url, autolink } = rulesExtended;
const ownRules = {
  list: listRule,
  link: linkRule,
  ...(url && { url: outsideLinks(url) }),
  ...(autolink && { autolink: outsideLinks(autolink) }),
};
const parser = SimpleMarkdown.parserFor(keepBlocksOutOfSpans({ ...rulesExtended, ...ownRules }));

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
