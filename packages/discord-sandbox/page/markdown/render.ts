/** The tree as elements. Text only ever becomes text nodes; addresses are http or https or nothing. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { displayName } from '../discord.ts';
import { exactTime, timestampMark } from '../format.ts';
import type { Scene } from '../scene.ts';
import { parseMarkdown } from './parse.ts';
import type { ListNode, MarkdownNode } from './tree.ts';

type Shown = TemplateResult | typeof nothing | string | Shown[];
type Draw = (node: MarkdownNode, scene: Scene | undefined) => Shown;

/** `scene` names the people and channels that are mentioned. */
export const markdown = (text: string, scene: Scene | undefined): TemplateResult =>
  html`<div class="markdown">${drawAll(parseMarkdown(text), scene)}</div>`;

const drawAll = (nodes: unknown, scene: Scene | undefined): Shown[] =>
  Array.isArray(nodes) ? joinLines(nodes).map((node) => (draw[node.type] ?? drawText)(node, scene)) : [];

const block = new Set(['heading', 'subtext', 'list', 'blockQuote', 'codeBlock']);

/** A block ends its line by itself: the one line break behind it would leave a gap. */
const joinLines = (nodes: MarkdownNode[]): MarkdownNode[] =>
  nodes.filter((node, at) => {
    if (node.type !== 'br') return true;
    const before = nodes[at - 1]?.type ?? '';
    const after = nodes[at + 1]?.type ?? '';
    return !(before === 'codeBlock' || (block.has(after) && before !== 'br') || at === nodes.length - 1);
  });

const contentOf = (node: MarkdownNode): string => (typeof node.content === 'string' ? node.content : '');
const drawText: Draw = (node) => contentOf(node);
const inner = (node: MarkdownNode, scene: Scene | undefined): Shown[] => drawAll(node.content, scene);

const mention = (label: string): TemplateResult => html`<span class="mention">${label}</span>`;

const drawLink: Draw = (node, scene) => {
  const address = httpAddress(node.target);
  if (!address) return inner(node, scene);
  return html`<a href=${address} title=${address} target="_blank" rel="noopener noreferrer">${inner(node, scene)}</a>`;
};

/** Undefined for everything but http and https: a link must not run or open anything else. */
const httpAddress = (target: unknown): string | undefined => {
  if (typeof target !== 'string' || !URL.canParse(target)) return undefined;
  return ['http:', 'https:'].includes(new URL(target).protocol) ? target : undefined;
};

const revealSpoiler = (event: Event): void => {
  const spoiler = event.currentTarget;
  if (!(spoiler instanceof HTMLElement)) return;
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
  spoiler.classList.add('revealed');
  spoiler.removeAttribute('role');
  spoiler.removeAttribute('tabindex');
  spoiler.removeAttribute('aria-label');
};

const draw: Record<string, Draw> = {
  br: () => html`<br />`,
  newline: () => html`<br />`,
  strong: (node, scene) => html`<strong>${inner(node, scene)}</strong>`,
  em: (node, scene) => html`<em>${inner(node, scene)}</em>`,
  underline: (node, scene) => html`<u>${inner(node, scene)}</u>`,
  strikethrough: (node, scene) => html`<s>${inner(node, scene)}</s>`,
  spoiler: (node, scene) => html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label="Spoiler"
    @click=${revealSpoiler}
    @keydown=${revealSpoiler}
    ><span>${inner(node, scene)}</span></span
  >`,
  inlineCode: (node) => html`<code>${contentOf(node)}</code>`,
  codeBlock: (node) => html`<pre><code>${contentOf(node)}</code></pre>`,
  blockQuote: (node, scene) => html`<blockquote>${inner(node, scene)}</blockquote>`,
  heading: (node, scene) => drawHeading(Number(node.level), inner(node, scene)),
  subtext: (node, scene) => html`<small class="subtext">${inner(node, scene)}</small>`,
  list: (node, scene) => drawList(node as ListNode, scene),
  link: drawLink,
  url: drawLink,
  autolink: drawLink,
  twemoji: (node) => String(node.name ?? ''),
  emoji: (node) => html`<span class="emoji">:${String(node.name ?? '')}:</span>`,
  user: (node, scene) => mention(`@${userName(String(node.id), scene)}`),
  channel: (node, scene) => mention(`#${scene?.everywhere.find(({ id }) => id === node.id)?.name ?? 'unknown'}`),
  role: (node, scene) => mention(`@${scene?.roles.find(({ id }) => id === node.id)?.name ?? 'unknown-role'}`),
  everyone: () => '@everyone',
  here: () => '@here',
  slashCommand: (node) => mention(`/${String(node.fullName)}`),
  guildNavigation: () => nothing,
  timestamp: (node, scene) => drawTime(Number(node.timestamp), node.format, scene?.locale),
};

const userName = (id: string, scene: Scene | undefined): string => {
  const user = scene?.everybody.find((one) => one.id === id);
  return user ? displayName(user) : 'unknown-user';
};

const drawHeading = (level: number, content: Shown[]): TemplateResult => {
  if (level === 1) return html`<h3 class="h1">${content}</h3>`;
  return level === 2 ? html`<h4 class="h2">${content}</h4>` : html`<h5 class="h3">${content}</h5>`;
};

const drawList = (node: ListNode, scene: Scene | undefined): TemplateResult => {
  const items = node.items.map((item) => html`<li>${drawAll(item, scene)}</li>`);
  return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`;
};

const drawTime = (seconds: number, style: unknown, locale: string | undefined): Shown => {
  const label = timestampMark(seconds, typeof style === 'string' ? style : undefined, new Date(), locale);
  if (label === undefined) return 'Invalid Date';
  return html`<time class="timestamp" title=${exactTime(new Date(seconds * 1000))}>${label}</time>`;
};
