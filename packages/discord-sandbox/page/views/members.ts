/** On the right of a wide screen: who is here. */
import type { APIUser } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { displayName } from '../discord.ts';
import { avatar, presence } from './avatar.ts';
import type { View } from './view.ts';

export const members = ({ state, scene }: View): TemplateResult | typeof nothing => {
  if (!scene?.guild) return nothing;
  const { bot, people } = scene;
  const online = state.client?.bot_online ?? false;
  const offline = bot && !online;
  return html`<aside class="members" aria-label="Members">
    <h2>Online — ${people.length + (bot && online ? 1 : 0)}</h2>
    <ul>
      ${bot && online ? member(bot, true) : nothing} ${people.map((person) => member(person, true))}
    </ul>
    ${offline ? html`<h2>Offline — 1</h2><ul>${member(bot, false)}</ul>` : nothing}
  </aside>`;
};

const member = (
  user: APIUser,
  online: boolean,
): TemplateResult => html`<li class=${online ? 'member' : 'member offline'}>
  <span class="with-presence">${avatar(user, 32)}${presence(online)}</span>
  <span class="member-name">${displayName(user)}</span>
  ${user.bot ? html`<span class="tag">App</span>` : nothing}
</li>`;
