/** The whole page: rail, channels, messages, members, and what lies over them. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { chat } from './chat.ts';
import { members } from './members.ts';
import { messageMenu } from './menu.ts';
import { modalDialog } from './modal.ts';
import { sidebar } from './sidebar.ts';
import type { View } from './view.ts';

export const app = (view: View): TemplateResult => {
  const { state, actions } = view;
  return html`<div
    class=${['app', state.drawerOpen && 'drawer-open', state.membersOpen && 'members-open'].filter(Boolean).join(' ')}
    data-link=${state.link}
  >
    ${sidebar(view)}
    ${state.drawerOpen ? html`<div class="backdrop dim" @click=${() => actions.set({ drawerOpen: false })}></div>` : nothing}
    ${chat(view)} ${members(view)} ${messageMenu(view)} ${modalDialog(view)}
    ${state.notice ? html`<p class="notice" role="alert">${state.notice}</p>` : nothing}
  </div>`;
};
