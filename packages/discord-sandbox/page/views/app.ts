/** The whole page: rail, channels, messages, members, and what lies over them. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Actions } from '../actions.ts';
import type { ComposerActions } from '../composer/composer-actions.ts';
import type { Scene } from '../scene.ts';
import type { PageState } from '../state.ts';
import { chat } from './chat.ts';
import { members } from './members.ts';
import { messageMenu } from './menu.ts';
import { modalDialog } from './modal.ts';
import { sidebar } from './sidebar.ts';

/** What every part of the page is drawn from. */
export interface View {
  state: PageState;
  /** The open channel's; undefined until the first state has come. */
  scene: Scene | undefined;
  actions: Actions;
  composer: ComposerActions;
}

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
