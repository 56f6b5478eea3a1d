/** At the very left: the direct messages and the servers, one of them open. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { initials } from '../format.ts';
import { serverOf } from '../state.ts';
import { messagesIcon } from './icons.ts';
import { rovingKeys } from './keys.ts';
import type { View } from './view.ts';

export const rail = (view: View): TemplateResult => {
  const guilds = view.state.client?.guilds ?? [];
  return html`<nav class="rail" aria-label="Servers" @keydown=${(event: KeyboardEvent) => rovingKeys(event, '.rail-item')}>
    ${railItem(view, undefined, 'Direct messages', messagesIcon)}
    <div class="rail-divider" role="presentation"></div>
    ${guilds.map(({ id, name }) => railItem(view, id, name, initials(name)))}
  </nav>`;
};

/** `guildId` is undefined for the direct messages. */
const railItem = (
  { state, actions, scene }: View,
  guildId: string | undefined,
  name: string,
  face: TemplateResult | string,
): TemplateResult => {
  const current = scene !== undefined && scene.guild?.id === guildId;
  const unread = !current && state.unread.some((channel) => serverOf(state, channel) === (guildId ?? ''));
  return html`<button
    type="button"
    class=${['rail-item', !guildId && 'home', current && 'current', unread && 'unread'].filter(Boolean).join(' ')}
    aria-label=${unread ? `${name}, unread` : name}
    title=${name}
    aria-current=${current ? 'true' : nothing}
    data-guild-id=${guildId ?? 'dm'}
    @click=${() => actions.openServer(guildId)}
  >
    ${face}
  </button>`;
};
