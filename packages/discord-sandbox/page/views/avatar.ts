import type { APIUser } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit-html';
import { displayName } from '../discord.ts';
import { avatarColour, initials } from '../format.ts';

const botColour = '#5865f2';

/** A disc with an initial: pictures would have to come from another host. `size` in pixels. */
export const avatar = (user: APIUser | null | undefined, size: number): TemplateResult => {
  const style = `width:${size}px;height:${size}px;font-size:${size * 0.45}px;background:${user?.bot ? botColour : avatarColour(user?.username ?? '')}`;
  return html`<span class="avatar" style=${style} aria-hidden="true">${user ? initials(displayName(user)).slice(0, 1) : '?'}</span>`;
};

export const presence = (online: boolean): TemplateResult =>
  html`<span class=${online ? 'presence online' : 'presence'} role="img" aria-label=${online ? 'Online' : 'Offline'}></span>`;
