/** The tree as elements. Text only ever becomes text nodes; addresses are http or https or nothing. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ClientState } from '../../client-api.ts';
import { displayName } from '../discord.ts';
import { exactTime, timestampMark } from '../format.ts';
import { parseMarkdown } from './parse.ts';
import type { ListNode, MarkdownNode } from './tree.ts';

type Shown = TemplateResult | typeof nothing | string | Shown[];
type Draw = (node: MarkdownNode, client: ClientState | undefined) => Shown;

/** `client` names the people and channels that are mentioned. */
export const markdown = (text: string, client: ClientState | undefined): TemplateResult =>
  html`<div class="markdown">${drawAll(parseMarkdown(text), client)}</div>`;

const drawAll = (nodes: unknown, client: ClientState | undefined): Shown[] =>
  Array.isArray(nodes) ? joinLines(nodes).map((node) => (draw[node.type] ?? drawText)(node, client)) : [];

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
const inner = (node: MarkdownNode, client: ClientState | undefined): Shown[] => drawAll(node.content, client);

const mention = (label: string): TemplateResult => html`<span class="mention">${label}</span>`;

const drawLink: Draw = (node, client) => {
  const address = httpAddress(node.target);
  if (!address) return inner(node, client);
  return html`<a href=${address} title=${address} target="_blank" rel="noopener noreferrer">${inner(node, client)}</a>`;
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
  strong: (node, client) => html`<strong>${inner(node, client)}</strong>`,
  em: (node, client) => html`<em>${inner(node, client)}</em>`,
  underline: (node, client) => html`<u>${inner(node, client)}</u>`,
  strikethrough: (node, client) => html`<s>${inner(node, client)}</s>`,
  spoiler: (node, client) => html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label="Spoiler"
    @click=${revealSpoiler}
    @keydown=${revealSpoiler}
    ><span>${inner(node, client)}</span></span
  >`,
  inlineCode: (node) => html`<code>${contentOf(node)}</code>`,
  codeBlock: (node) => html`<pre><code>${contentOf(node)}</code></pre>`,
  blockQuote: (node, client) => html`<blockquote>${inner(node, client)}</blockquote>`,
  heading: (node, client) => drawHeading(Number(node.level), inner(node, client)),
  subtext: (node, client) => html`<small class="subtext">${inner(node, client)}</small>`,
  list: (node, client) => drawList(node as ListNode, client),
  link: drawLink,
  url: drawLink,
  autolink: drawLink,
  twemoji: (node) => String(node.name ?? ''),
  emoji: (node) => html`<span class="emoji">:${String(node.name ?? '')}:</span>`,
  user: (node, client) => mention(`@${userName(String(node.id), client)}`),
  channel: (node, client) => mention(`#${client?.channels.find(({ id }) => id === node.id)?.name ?? 'unknown'}`),
  role: (node, client) => mention(`@${client?.roles?.find(({ id }) => id === node.id)?.name ?? 'unknown-role'}`),
  everyone: () => '@everyone',
  here: () => '@here',
  slashCommand: (node) => mention(`/${String(node.fullName)}`),
  guildNavigation: () => nothing,
  timestamp: (node) => drawTime(Number(node.timestamp), node.format),
};

const userName = (id: string, client: ClientState | undefined): string => {
  const user = [...(client?.people ?? []), ...(client?.bot ? [client.bot] : [])].find((one) => one.id === id);
  return user ? displayName(user) : 'unknown-user';
};

const drawHeading = (level: number, content: Shown[]): TemplateResult => {
  if (level === 1) return html`<h3 class="h1">${content}</h3>`;
  return level === 2 ? html`<h4 class="h2">${content}</h4>` : html`<h5 class="h3">${content}</h5>`;
};

const drawList = (node: ListNode, client: ClientState | undefined): TemplateResult => {
  const items = node.items.map((item) => html`<li>${drawAll(item, client)}</li>`);
  return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`;
};

const drawTime = (seconds: number, style: unknown): Shown => {
  const label = timestampMark(seconds, typeof style === 'string' ? style : undefined, new Date());
  if (label === undefined) return 'Invalid Date';
  return html`<time class="timestamp" title=${exactTime(new Date(seconds * 1000))}>${label}</time>`;
};
