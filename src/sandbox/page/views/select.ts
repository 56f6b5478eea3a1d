/** A select menu: a button that opens a listbox. One choice is sent at once, several when the list closes. */
import type { APIMessageComponentEmoji, APISelectMenuComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { Component, displayName } from '../discord.ts';
import { isWaiting } from '../state.ts';
import type { View } from './app.ts';
import { emoji } from './button.ts';
import type { ComponentView } from './components.ts';
import { chevronIcon, tickIcon } from './icons.ts';
import { rovingKeys } from './keys.ts';

interface Entry {
  value: string;
  label: string;
  description?: string | undefined;
  emoji?: APIMessageComponentEmoji | undefined;
  default?: boolean | undefined;
}

export const selectMenu = (view: ComponentView, select: APISelectMenuComponent): TemplateResult => {
  const key = `${view.message.id}:${select.custom_id}`;
  const open = view.state.openSelect === key;
  const entries = entriesOf(view, select);
  const chosen = view.state.selected[key] ?? entries.filter((entry) => entry.default).map(({ value }) => value);
  const waiting = view.pending.filter(isWaiting);
  const busy = waiting.some(({ customId }) => customId === select.custom_id);
  const label = entries
    .filter(({ value }) => chosen.includes(value))
    .map((entry) => entry.label)
    .join(', ');
  const most = select.max_values ?? 1;

  const send = (values: string[]): void =>
    view.actions.use({ message: view.message, customId: select.custom_id, type: select.type, values });
  const close = (): void => {
    view.actions.set({ openSelect: undefined });
    const picked = view.state.selected[key];
    if (most > 1 && picked && picked.length >= (select.min_values ?? 1)) send(picked);
  };
  const pick = (value: string): void => {
    if (most === 1) {
      view.actions.set({ openSelect: undefined, selected: { ...view.state.selected, [key]: [value] } });
      send([value]);
    } else {
      const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value].slice(-most);
      view.actions.set({ selected: { ...view.state.selected, [key]: next } });
    }
  };
  const toggle = (event: Event): void => {
    if (open) close();
    else {
      view.actions.set({ openSelect: key });
      focusFirst(event.currentTarget);
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      if (event.key === 'Escape') event.preventDefault();
      focusOpener(event.currentTarget);
    } else rovingKeys(event, '[role=option]');
  };

  return html`<div class="select">
    <button
      type="button"
      class="select-face"
      data-custom-id=${select.custom_id}
      aria-haspopup="listbox"
      aria-expanded=${open ? 'true' : 'false'}
      aria-busy=${busy ? 'true' : 'false'}
      ?disabled=${(select.disabled ?? false) || waiting.length > 0}
      @click=${toggle}
    >
      <span class=${label ? 'select-value' : 'select-value placeholder'}>${label || select.placeholder || 'Make a selection'}</span>
      ${busy ? html`<span class="dots" role="status" aria-label="Waiting for the bot"><i></i><i></i><i></i></span>` : chevronIcon}
    </button>
    ${
      open
        ? html`<div class="backdrop clear" @click=${close}></div>
            <ul class="select-list" role="listbox" aria-multiselectable=${most > 1 ? 'true' : 'false'} @keydown=${onKey}>
              ${entries.map((entry) => drawEntry(entry, chosen.includes(entry.value), most > 1, pick))}
              ${entries.length ? nothing : html`<li class="select-empty">Nothing to choose from here.</li>`}
            </ul>`
        : nothing
    }
  </div>`;
};

const drawEntry = (entry: Entry, chosen: boolean, several: boolean, pick: (value: string) => void): TemplateResult => {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    pick(entry.value);
  };
  return html`<li
    role="option"
    tabindex="-1"
    aria-selected=${chosen ? 'true' : 'false'}
    data-value=${entry.value}
    @click=${() => pick(entry.value)}
    @keydown=${onKey}
  >
    ${entry.emoji ? emoji(entry.emoji) : nothing}
    <span class="select-text">
      <span>${entry.label}</span>
      ${entry.description ? html`<small>${entry.description}</small>` : nothing}
    </span>
    ${chosen || several ? html`<span class=${chosen ? 'tick on' : 'tick'}>${tickIcon}</span>` : nothing}
  </li>`;
};

/** People and channels are what this page has of them; roles it has none. */
const entriesOf = ({ state }: View, select: APISelectMenuComponent): Entry[] => {
  if (select.type === Component.StringSelect) return select.options;
  if (select.type === Component.UserSelect) {
    return (state.client?.people ?? []).map((person) => ({ value: person.id, label: displayName(person) }));
  }
  if (select.type === Component.ChannelSelect) {
    return (state.client?.channels ?? []).map(({ id, name }) => ({ value: id, label: `#${name}` }));
  }
  return [];
};

const focusFirst = (opener: EventTarget | null): void => {
  requestAnimationFrame(() => {
    const list = opener instanceof HTMLElement ? opener.parentElement : undefined;
    const option =
      list?.querySelector<HTMLElement>('[aria-selected=true]') ?? list?.querySelector<HTMLElement>('[role=option]');
    option?.focus();
  });
};

const focusOpener = (list: EventTarget | null): void => {
  if (list instanceof HTMLElement) list.parentElement?.querySelector('button')?.focus();
};
