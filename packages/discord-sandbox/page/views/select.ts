/** A select menu: a button that opens a listbox, with a search above people, roles and channels. */
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { Component } from '../discord.ts';
import { isWaiting } from '../state.ts';
import { emoji } from './button.ts';
import { chevronIcon, roleIcon, tickIcon } from './icons.ts';
import { rovingKeys } from './keys.ts';
import { type Entry, entriesOf, matching, presetOf } from './select-entries.ts';
import type { ComponentView, View } from './view.ts';

export const selectMenu = (view: ComponentView, select: APISelectMenuComponent): TemplateResult => {
  const key = `${view.message.id}:${select.custom_id}`;
  const open = view.state.openSelect === key;
  const entries = entriesOf(select, view.scene);
  const chosen = view.state.selected[key] ?? presetOf(select);
  const waiting = view.pending.filter(isWaiting);
  const busy = waiting.some(({ customId }) => customId === select.custom_id);
  const label = entries
    .filter(({ value }) => chosen.includes(value))
    .map((entry) => entry.label)
    .join(', ');
  const choosing = choosingIn(view, select, key, chosen);
  const toggle = (event: Event): void => {
    if (open) choosing.close();
    else {
      view.actions.set({ openSelect: key, selectSearch: '' });
      focusFirst(event.currentTarget);
    }
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
    ${open ? list(view, select, entries, chosen, choosing) : nothing}
  </div>`;
};

interface Choosing {
  pick(value: string): void;
  close(): void;
}

/** What picking an entry and closing the list do: one choice is sent at once, several when the list closes. */
const choosingIn = (view: ComponentView, select: APISelectMenuComponent, key: string, chosen: string[]): Choosing => {
  const { min_values: least = 1, max_values: most = 1 } = select;
  const send = (values: string[]): void =>
    view.actions.use({ message: view.message, customId: select.custom_id, type: select.type, values });
  const without = (value: string): string[] => chosen.filter((one) => one !== value);
  return {
    close: () => {
      view.actions.set({ openSelect: undefined });
      const picked = view.state.selected[key];
      if (most > 1 && picked && picked.length >= least) send(picked);
    },
    pick: (value) => {
      const again = chosen.includes(value);
      if (most > 1) {
        const next = again ? without(value) : [...chosen, value].slice(-most);
        view.actions.set({ selected: { ...view.state.selected, [key]: next } });
        return;
      }
      // Where none is enough, the one that stands chosen can be taken back.
      const next = again && least === 0 ? [] : [value];
      view.actions.set({ openSelect: undefined, selected: { ...view.state.selected, [key]: next } });
      send(next);
    },
  };
};

const list = (
  view: View,
  select: APISelectMenuComponent,
  entries: Entry[],
  chosen: string[],
  { pick, close }: Choosing,
): TemplateResult => {
  const several = (select.max_values ?? 1) > 1;
  const searched = select.type !== Component.StringSelect;
  const shown = searched ? matching(entries, view.state.selectSearch) : entries;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      if (event.key === 'Escape') event.preventDefault();
      focusOpener(event.currentTarget);
    } else rovingKeys(event, '.select-search, [role=option]');
  };
  return html`<div class="backdrop clear" @click=${close}></div>
    <div class="select-list" @keydown=${onKey}>
      ${searched ? searchBox(view, () => shown[0] && pick(shown[0].value)) : nothing}
      <ul role="listbox" aria-label=${select.placeholder ?? 'Choices'} aria-multiselectable=${several ? 'true' : 'false'}>
        ${shown.map((entry) => drawEntry(entry, chosen.includes(entry.value), several, pick))}
        ${shown.length ? nothing : html`<li class="select-empty">Nothing to choose from here.</li>`}
      </ul>
    </div>`;
};

/** Enter picks the first entry that is left. */
const searchBox = (view: View, pickFirst: () => void): TemplateResult => {
  const type = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) view.actions.set({ selectSearch: event.target.value });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      pickFirst();
    }
  };
  return html`<input
    type="search"
    class="select-search"
    aria-label="Search"
    placeholder="Search"
    autocomplete="off"
    .value=${live(view.state.selectSearch)}
    @input=${type}
    @keydown=${onKey}
  />`;
};

const mark = ({ kind }: Entry): TemplateResult | typeof nothing =>
  kind === 'role' ? html`<span class="role-mark">${roleIcon}</span>` : nothing;

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
    ${entry.emoji ? emoji(entry.emoji) : mark(entry)}
    <span class="select-text">
      <span>${entry.label}</span>
      ${entry.description ? html`<small>${entry.description}</small>` : nothing}
    </span>
    ${chosen || several ? html`<span class=${chosen ? 'tick on' : 'tick'}>${tickIcon}</span>` : nothing}
  </li>`;
};

/** Under a finger not the search: it would bring the keyboard up over the list. */
const focusFirst = (opener: EventTarget | null): void => {
  requestAnimationFrame(() => {
    const list = opener instanceof HTMLElement ? opener.parentElement : undefined;
    const search = list?.querySelector<HTMLElement>('.select-search');
    const option =
      list?.querySelector<HTMLElement>('[aria-selected=true]') ?? list?.querySelector<HTMLElement>('[role=option]');
    const first = search && !matchMedia('(pointer: coarse)').matches ? search : option;
    first?.focus();
    list?.querySelector('.select-list')?.scrollIntoView({ block: 'nearest' });
  });
};

const focusOpener = (list: EventTarget | null): void => {
  if (list instanceof HTMLElement) list.parentElement?.querySelector('button')?.focus();
};
