/** One message: who, when, what it says, and what can be done with it. */
import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { displayName, isEphemeral, isThinking, usesComponents } from '../discord.ts';
import { clockTime, exactTime, messageTime } from '../format.ts';
import { markdown } from '../markdown/render.ts';
import { avatar } from './avatar.ts';
import { messageComponents } from './components.ts';
import { embedCard } from './embed.ts';
import { eyeIcon, moreIcon } from './icons.ts';
import { fileCard } from './media.ts';
import { menuTriggers, openMenuAt } from './menu.ts';
import type { View } from './view.ts';

type Shown = TemplateResult | typeof nothing;

/** `grouped`: it stands under the name of the message before it. */
export const messageView = (view: View, message: APIMessage, grouped: boolean): TemplateResult => {
  const triggers = menuTriggers(view, message);
  const mentioned = message.mentions?.some(({ id }) => id === view.state.user);
  const menuOpen = view.state.menu?.messageId === message.id;
  const look = [
    'message',
    grouped && 'grouped',
    isEphemeral(message) && 'ephemeral',
    mentioned && 'mentioned',
    menuOpen && 'menu-open',
  ];
  return html`<li
    class=${look.filter(Boolean).join(' ')}
    data-testid="message"
    data-message-id=${message.id}
    data-ephemeral=${isEphemeral(message) ? 'true' : 'false'}
    @contextmenu=${triggers.onContextMenu}
    @pointerdown=${triggers.onPointerDown}
    @pointermove=${triggers.onPointerEnd}
    @pointerup=${triggers.onPointerEnd}
    @pointercancel=${triggers.onPointerEnd}
  >
    <article aria-label=${`${displayName(message.author)}, ${clockTime(new Date(message.timestamp))}`}>
      ${usedLine(message)} ${repliedLine(message)} ${grouped ? sideTime(message) : heading(message)}
      <div class="message-body">${body(view, message)} ${messageComponents(view, message)}</div>
      ${isEphemeral(message) ? ephemeralFooter(() => view.actions.dismiss(message.id)) : nothing}
    </article>
    <button
      type="button"
      class="more"
      aria-label="More"
      aria-haspopup="menu"
      title="More"
      @click=${(event: MouseEvent) => openMenuAt(view, message, event.currentTarget)}
    >
      ${moreIcon}
    </button>
  </li>`;
};

/** A message without text of its own bears its mark beside the time. */
const heading = (message: APIMessage): TemplateResult =>
  authorLine(message.author, message.timestamp, message.content ? nothing : editedMark(message));

export const authorLine = (author: APIUser, timestamp: string, mark: Shown = nothing): TemplateResult => {
  const date = new Date(timestamp);
  return html`<div class="message-head">
    <span class="message-avatar">${avatar(author, 40)}</span>
    <span class="author">${displayName(author)}</span>
    ${author.bot ? html`<span class="tag">App</span>` : nothing}
    <time datetime=${timestamp} title=${exactTime(date)}>${messageTime(date, new Date())}</time>
    ${mark}
  </div>`;
};

const sideTime = ({ timestamp }: APIMessage): TemplateResult =>
  html`<time class="side-time" datetime=${timestamp}>${clockTime(new Date(timestamp))}</time>`;

/** `Ana used /ask`, above a reply to a command. */
const usedLine = (message: APIMessage): Shown => {
  const user = message.interaction_metadata?.user ?? message.interaction?.user;
  const name = usedName(message);
  return user && name
    ? usedBy(user, name, message.interaction_metadata?.type !== undefined && isMenuUse(message))
    : nothing;
};

const usedName = (message: APIMessage): string | undefined => {
  const metadata = message.interaction_metadata;
  if (metadata && 'name' in metadata && typeof metadata.name === 'string') return metadata.name;
  return message.interaction?.name;
};

/** A reply to a message command names the message that it was used on. */
const isMenuUse = ({ interaction_metadata: metadata }: APIMessage): boolean =>
  metadata !== undefined && 'target_message_id' in metadata;

export const usedBy = (user: APIUser, name: string, isMenu: boolean): TemplateResult => html`<div class="used">
  ${avatar(user, 16)}<strong>${displayName(user)}</strong> used
  <span class="used-command">${isMenu || name.startsWith('/') ? name : `/${name}`}</span>
</div>`;

/** Above an answer to a message, that of a button included: whose it was, and a way to it. */
const repliedLine = ({ referenced_message: original, type }: APIMessage): Shown => {
  if (!original || type !== replyType) return nothing;
  const show = (): void =>
    document.querySelector(`[data-message-id="${CSS.escape(original.id)}"]`)?.scrollIntoView({ block: 'center' });
  return html`<div class="used replied">
    ${avatar(original.author, 16)}<strong>${displayName(original.author)}</strong>
    <button type="button" class="used-text" @click=${show}>${original.content || 'Click to see the message'}</button>
  </div>`;
};

/** Discord's MessageType of an answer to another message. */
const replyType = 19;

const body = (view: View, message: APIMessage): Shown => {
  if (isThinking(message)) return thinking(displayName(message.author));
  return html`${message.content ? markdown(message.content, view.scene) : nothing}
  ${message.content ? editedMark(message) : nothing}
  ${usesComponents(message) ? nothing : message.attachments?.map(({ url, filename, size }) => fileCard(url, filename, size))}
  ${message.embeds?.map((embed) => embedCard(embed, view.scene))}`;
};

const editedMark = ({ edited_timestamp: edited }: APIMessage): Shown =>
  edited ? html`<span class="edited" title=${exactTime(new Date(edited))}>(edited)</span>` : nothing;

export const thinking = (name: string): TemplateResult =>
  html`<p class="thinking" role="status"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${name} is thinking…</p>`;

export const ephemeralFooter = (dismiss: () => void): TemplateResult => html`<p class="ephemeral-footer">
  ${eyeIcon} Only you can see this <span aria-hidden="true">•</span>
  <button type="button" class="text-button" @click=${dismiss}>Dismiss message</button>
</p>`;
