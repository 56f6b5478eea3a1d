/** The open channel: its header, its messages, the composer. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ClientChannel } from '../../src/client-api.ts';
import { displayName } from '../discord.ts';
import { presence } from './avatar.ts';
import { composer } from './composer.ts';
import { hashIcon, menuIcon, peopleIcon } from './icons.ts';
import { messageLog } from './message-log.ts';
import { channelTitle } from './sidebar.ts';
import type { View } from './view.ts';

export const chat = (view: View): TemplateResult => {
  const channel = view.scene?.channel;
  return html`<main class="chat" @dragover=${allowDrop} @drop=${(event: DragEvent) => drop(view, event)}>
    ${header(view, channel)} ${status(view)} ${channel ? messageLog(view, channel) : html`<div class="log"></div>`}
    ${channel ? composer(view, channel) : nothing}
  </main>`;
};

/** Files are taken; anything else that is dragged is the browser's. */
const allowDrop = (event: DragEvent): void => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
};

const drop = ({ composer: act }: View, event: DragEvent): void => {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  act.receive(file);
};

const header = (view: View, channel: ClientChannel | undefined): TemplateResult => {
  const { state, actions } = view;
  const openDrawer = (): void => {
    actions.set({ drawerOpen: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.channel.current')?.focus());
  };
  return html`<header class="chat-header">
    <button
      type="button"
      class="icon-button drawer-button"
      aria-label="Channels"
      aria-expanded=${state.drawerOpen ? 'true' : 'false'}
      @click=${openDrawer}
    >
      ${menuIcon}
    </button>
    ${channel?.kind === 'dm' ? presence(state.client?.bot_online ?? false) : hashIcon}
    <h2>${channel ? channelTitle(view, channel) : ''}</h2>
    ${channel?.topic ? html`<p class="topic" title=${channel.topic}>${channel.topic}</p>` : html`<p class="topic none"></p>`}
    ${
      channel?.kind === 'guild'
        ? html`<button
            type="button"
            class="icon-button members-button"
            aria-label="Members"
            title="Members"
            aria-pressed=${state.membersOpen ? 'true' : 'false'}
            @click=${() => actions.set({ membersOpen: !state.membersOpen })}
          >
            ${peopleIcon}
          </button>`
        : nothing
    }
  </header>`;
};

/** What stands in the way of an answer, if anything does. */
const status = ({ state, scene }: View): TemplateResult | typeof nothing => {
  if (state.link === 'connecting')
    return html`<p class="status" role="status" data-testid="connecting">Connecting…</p>`;
  const { bot, bot_online: online } = state.client ?? {};
  if (bot && scene?.guild?.has_bot === false) {
    return html`<p class="status" role="status" data-testid="bot-away">${displayName(bot)} is not in this server.</p>`;
  }
  if (online) return nothing;
  const name = bot ? displayName(bot) : 'The bot';
  return html`<p class="status" role="status" data-testid="bot-offline">${name} is offline. It answers again once it is back.</p>`;
};
