/** On the left: the servers, the open one's channels, and below them who you are. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ClientChannel } from '../../src/client-api.ts';
import { displayName } from '../discord.ts';
import { manages, type Scene } from '../scene.ts';
import { toggleTheme } from '../theme.ts';
import { avatar, presence } from './avatar.ts';
import { chevronIcon, hashIcon, moonIcon, sunIcon, tickIcon } from './icons.ts';
import { rovingKeys } from './keys.ts';
import { localePicker } from './locale-picker.ts';
import { rail } from './rail.ts';
import type { View } from './view.ts';

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
      <div class="guild-header">
        <h1 class="guild-name">${view.scene && !view.scene.guild ? 'Direct messages' : view.scene?.guild?.name}</h1>
        ${guildLocale(view)}
      </div>
      ${channelGroup(view)}
    </nav>
    ${userPanel(view)}
  </div>`;
};

/** For somebody who manages the server. */
const guildLocale = ({ state, actions, scene }: View): TemplateResult | typeof nothing => {
  const { guild } = scene ?? {};
  if (!guild || !state.client || !manages(guild, state.user)) return nothing;
  const { locales } = state.client;
  const change = (locale: string): void => actions.setLocale(locale, guild.id);
  return localePicker('Language of this server', { locale: guild.locale, locales, change });
};

/** As in Discord: a server's channels, or else the direct messages. */
const channelGroup = (view: View): TemplateResult => {
  const { scene } = view;
  return html`<h2 class="channel-group">${scene?.guild ? 'Text channels' : 'Direct messages'}</h2>
    <ul>
      ${scene?.channels.map((channel) => html`<li>${channelLink(view, channel)}</li>`)}
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
  const { state, actions, scene } = view;
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
        <small>${state.link === 'open' ? (manages(scene?.guild, state.user) ? 'Acting as · manager' : 'Acting as') : 'Connecting…'}</small>
      </span>
      ${chevronIcon}
    </button>
    ${state.client ? localePicker('Your language', { ...state.client, change: (locale) => actions.setLocale(locale) }) : nothing}
    <button type="button" class="icon-button" aria-label="Switch between light and dark" title="Light or dark" @click=${toggleTheme}>
      <span class="when-dark">${sunIcon}</span><span class="when-light">${moonIcon}</span>
    </button>
    ${state.switcherOpen ? switcher(view) : nothing}
  </div>`;
};

const switcher = ({ state, actions, scene }: View): TemplateResult => {
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
          <small>${standing(scene, person.id)}</small> ${person.id === state.user ? tickIcon : nothing}
        </button>`,
      )}
    </div>`;
};

/** What somebody is in the open server, in a word. */
const standing = (scene: Scene | undefined, userId: string): string => {
  const { guild } = scene ?? {};
  if (!guild) return '';
  if (manages(guild, userId)) return 'manager';
  const member = guild.members.find(({ id }) => id === userId);
  if (!member) return 'not here';
  return guild.roles
    .filter(({ id }) => member.roles.includes(id))
    .map(({ name }) => name)
    .join(', ');
};
