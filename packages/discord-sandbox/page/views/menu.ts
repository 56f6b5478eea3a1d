/** A message's menu: right-click, long press, or the button that shows on hover and focus. */
import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isEphemeral, messageCommands } from '../discord.ts';
import { avatar } from './avatar.ts';
import { arrowIcon } from './icons.ts';
import { rovingKeys } from './keys.ts';
import { messageText } from './message-text.ts';
import type { View } from './view.ts';

/** Milliseconds that a finger rests on a message before its menu opens. */
const longPress = 500;
/** Pixels: about the menu's size, to keep it in the window. */
const menuWidth = 220;
const menuHeight = 200;

let pressTimer: ReturnType<typeof setTimeout> | undefined;

export const menuTriggers = (view: View, message: APIMessage) => ({
  onContextMenu: (event: MouseEvent): void => {
    // A link's own menu stays reachable.
    if (event.target instanceof Element && event.target.closest('a')) return;
    event.preventDefault();
    open(view, message, event.clientX, event.clientY);
  },
  onPointerDown: (event: PointerEvent): void => {
    clearTimeout(pressTimer);
    if (event.pointerType !== 'touch') return;
    pressTimer = setTimeout(() => open(view, message, event.clientX, event.clientY), longPress);
  },
  onPointerEnd: (): void => clearTimeout(pressTimer),
});

export const openMenuAt = (view: View, message: APIMessage, anchor: EventTarget | null): void => {
  if (!(anchor instanceof HTMLElement)) return;
  const { left, bottom } = anchor.getBoundingClientRect();
  open(view, message, left - menuWidth + 32, bottom + 4);
};

const open = ({ actions }: View, message: APIMessage, x: number, y: number): void => {
  const left = Math.max(8, Math.min(x, innerWidth - menuWidth - 8));
  const top = Math.max(8, Math.min(y, innerHeight - menuHeight - 8));
  actions.set({ menu: { messageId: message.id, x: left, y: top, apps: false } });
  focusMenu('.message-menu [role=menuitem]');
};

const focusMenu = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
};

export const messageMenu = (view: View): TemplateResult | typeof nothing => {
  const { state, actions } = view;
  const { menu, client } = state;
  const message = menu && client?.messages[state.channel]?.find(({ id }) => id === menu.messageId);
  if (!menu || !message) return nothing;
  const close = (): void => {
    actions.set({ menu: undefined });
    document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(message.id)}"] .more`)?.focus();
  };
  const then = (act: () => void) => (): void => {
    close();
    act();
  };
  const showApps = (): void => {
    actions.set({ menu: { ...menu, apps: true } });
    focusMenu('.apps-menu [role=menuitem]');
  };
  const onKey = (event: KeyboardEvent): void => {
    const inApps = event.target instanceof Element && event.target.closest('.apps-menu') !== null;
    if (event.key === 'ArrowLeft' && inApps) {
      actions.set({ menu: { ...menu, apps: false } });
      focusMenu('.message-menu [aria-haspopup]');
    } else if (event.key === 'ArrowRight' && !inApps) showApps();
    else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
    } else if (!inApps) rovingKeys(event, ':scope > [role=menuitem], :scope > .submenu > [role=menuitem]');
  };
  const text = messageText(message);
  return html`<div
      class="backdrop clear menu-backdrop"
      @click=${close}
      @contextmenu=${(event: Event) => {
        event.preventDefault();
        close();
      }}
    ></div>
    <div
      class=${innerWidth - menu.x < menuWidth * 2 + 16 ? 'menu message-menu open-left' : 'menu message-menu'}
      role="menu"
      aria-label="Message actions"
      style=${`--x:${menu.x}px;--y:${menu.y}px`}
      @keydown=${onKey}
    >
      <div class="submenu" @pointerenter=${(event: PointerEvent) => event.pointerType === 'mouse' && actions.set({ menu: { ...menu, apps: true } })}>
        <button type="button" role="menuitem" aria-haspopup="menu" aria-expanded=${menu.apps ? 'true' : 'false'} @click=${showApps}>
          <span class="menu-label">Apps</span>${arrowIcon}
        </button>
        ${menu.apps ? appsMenu(view, message, then) : nothing}
      </div>
      ${
        text
          ? html`<button type="button" role="menuitem" @click=${then(() => copy(view, text))}>
              <span class="menu-label">Copy Text</span>
            </button>`
          : nothing
      }
      <button type="button" role="menuitem" @click=${then(() => copy(view, message.id))}>
        <span class="menu-label">Copy Message ID</span>
      </button>
      ${
        isEphemeral(message)
          ? html`<button type="button" role="menuitem" class="danger" @click=${then(() => actions.dismiss(message.id))}>
              <span class="menu-label">Dismiss Message</span>
            </button>`
          : nothing
      }
    </div>`;
};

const appsMenu = (
  { scene, actions }: View,
  message: APIMessage,
  then: (act: () => void) => () => void,
): TemplateResult => {
  const commands = messageCommands(scene?.commands ?? []);
  return html`<div
    class="menu apps-menu"
    role="menu"
    aria-label="Apps"
    @keydown=${(event: KeyboardEvent) => rovingKeys(event, '[role=menuitem]')}
  >
    ${commands.map(
      (command) => html`<button
        type="button"
        role="menuitem"
        data-command-id=${command.id}
        @click=${then(() => actions.invokeOn(command, message))}
      >
        <span class="menu-label">${command.name}</span>${avatar(scene?.bot, 18)}
      </button>`,
    )}
    ${commands.length ? nothing : html`<p class="menu-title">No app has a command for messages.</p>`}
  </div>`;
};

const copy = ({ actions }: View, text: string): void => {
  navigator.clipboard.writeText(text).catch(() => actions.notify('The browser did not allow copying.'));
};
