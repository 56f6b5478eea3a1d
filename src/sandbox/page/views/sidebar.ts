/** On the left: the server rail, the channels, and below them who you are. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ClientChannel } from '../../client-api.ts';
import { displayName } from '../discord.ts';
import { initials } from '../format.ts';
import { toggleTheme } from '../theme.ts';
import type { View } from './app.ts';
import { avatar, presence } from './avatar.ts';
import { chevronIcon, hashIcon, moonIcon, sunIcon, tickIcon } from './icons.ts';
import { rovingKeys } from './keys.ts';

export const sidebar = (view: View): TemplateResult => {
  // On a phone this is a drawer.
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !view.state.drawerOpen) return;
    view.actions.set({ drawerOpen: false });
    document.querySelector<HTMLElement>('.drawer-button')?.focus();
  };
  return html`<div class="sidebar" data-testid="sidebar" @keydown=${close}>
    ${rail(view)}
    <nav class="channels" aria-label="Channels">
      <h1 class="guild-name">${view.state.client?.guild.name ?? ''}</h1>
      ${channelGroup(view, 'guild', 'Text channels')} ${channelGroup(view, 'dm', 'Direct messages')}
    </nav>
    ${userPanel(view)}
  </div>`;
};

const rail = ({ state, actions }: View): TemplateResult => {
  const { client } = state;
  const current = client?.channels.find(({ id }) => id === state.channel)?.kind;
  const first = (kind: ClientChannel['kind']): void => {
    const channel = client?.channels.find((one) => one.kind === kind);
    if (channel) actions.openChannel(channel.id);
  };
  return html`<nav class="rail" aria-label="Servers">
    <button
      type="button"
      class=${current === 'dm' ? 'rail-item home current' : 'rail-item home'}
      aria-label="Direct messages"
      title="Direct messages"
      @click=${() => first('dm')}
    >
      <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M4 5h16v11h-8l-4 4v-4H4z" />
      </svg>
    </button>
    <div class="rail-divider" role="presentation"></div>
    <button
      type="button"
      class=${current === 'guild' ? 'rail-item current' : 'rail-item'}
      aria-label=${client?.guild.name ?? 'Server'}
      title=${client?.guild.name ?? ''}
      @click=${() => first('guild')}
    >
      ${initials(client?.guild.name ?? '')}
    </button>
  </nav>`;
};

const channelGroup = (view: View, kind: ClientChannel['kind'], title: string): TemplateResult | typeof nothing => {
  const channels = view.state.client?.channels.filter((channel) => channel.kind === kind) ?? [];
  if (!channels.length) return nothing;
  return html`<h2 class="channel-group">${title}</h2>
    <ul>
      ${channels.map((channel) => html`<li>${channelLink(view, channel)}</li>`)}
    </ul>`;
};

const channelLink = (view: View, channel: ClientChannel): TemplateResult => {
  const { state, actions } = view;
  const current = channel.id === state.channel;
  const unread = state.unread.includes(channel.id);
  const { bot, bot_online: online = false } = state.client ?? {};
  return html`<button
    type="button"
    class=${['channel', current && 'current', unread && 'unread'].filter(Boolean).join(' ')}
    aria-current=${current ? 'page' : nothing}
    data-channel-id=${channel.id}
    @click=${() => actions.openChannel(channel.id)}
  >
    ${channel.kind === 'dm' ? html`<span class="with-presence">${avatar(bot, 32)}${presence(online)}</span>` : hashIcon}
    <span class="channel-name">${channelTitle(view, channel)}</span>
    ${unread ? html`<span class="sr-only">, unread</span>` : nothing}
  </button>`;
};

/** The direct messages bear the bot's name. */
export const channelTitle = ({ state }: View, channel: ClientChannel): string =>
  channel.kind === 'dm' && state.client?.bot ? displayName(state.client.bot) : channel.name;

const userPanel = (view: View): TemplateResult => {
  const { state, actions } = view;
  const me = state.client?.people.find(({ id }) => id === state.user);
  const toggle = (): void => {
    actions.set({ switcherOpen: !state.switcherOpen });
    if (!state.switcherOpen) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.switcher [aria-checked=true]')?.focus());
    }
  };
  return html`<div class="user-panel">
    <button
      type="button"
      class="me"
      data-testid="acting-as"
      aria-haspopup="menu"
      aria-expanded=${state.switcherOpen ? 'true' : 'false'}
      aria-label=${`Acting as ${me ? displayName(me) : 'nobody'}. Switch person`}
      title="Switch person"
      @click=${toggle}
    >
      <span class="with-presence">${avatar(me, 32)}${presence(state.link === 'open')}</span>
      <span class="me-names">
        <strong>${me ? displayName(me) : '…'}</strong>
        <small>${state.link === 'open' ? (me?.manager ? 'Acting as · manager' : 'Acting as') : 'Connecting…'}</small>
      </span>
      ${chevronIcon}
    </button>
    <button type="button" class="icon-button" aria-label="Switch between light and dark" title="Light or dark" @click=${toggleTheme}>
      <span class="when-dark">${sunIcon}</span><span class="when-light">${moonIcon}</span>
    </button>
    ${state.switcherOpen ? switcher(view) : nothing}
  </div>`;
};

const switcher = ({ state, actions }: View): TemplateResult => {
  const close = (): void => {
    actions.set({ switcherOpen: false });
    document.querySelector<HTMLElement>('[data-testid=acting-as]')?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else rovingKeys(event, '[role=menuitemradio]');
  };
  return html`<div class="backdrop clear" @click=${close}></div>
    <div class="menu switcher" role="menu" aria-label="Act as" @keydown=${onKey}>
      <p class="menu-title">Act as</p>
      ${(state.client?.people ?? []).map(
        (person) => html`<button
          type="button"
          role="menuitemradio"
          aria-checked=${person.id === state.user ? 'true' : 'false'}
          data-user-id=${person.id}
          @click=${() => actions.switchTo(person.id)}
        >
          ${avatar(person, 24)}<span class="menu-label">${displayName(person)}</span>
          ${person.manager ? html`<small>manager</small>` : nothing} ${person.id === state.user ? tickIcon : nothing}
        </button>`,
      )}
    </div>`;
};
