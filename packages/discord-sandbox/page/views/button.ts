import type { APIButtonComponent, APIMessageComponentEmoji } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isWaiting } from '../state.ts';
import { outsideIcon } from './icons.ts';
import type { ComponentView } from './view.ts';

const styles: Record<number, string> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'link',
  6: 'premium',
};

/** One of the five styles; a link opens outside, the others ask the bot and wait for it. */
export const button = (view: ComponentView, component: APIButtonComponent): TemplateResult => {
  const look = `button ${styles[component.style] ?? 'secondary'}`;
  if ('url' in component) return linkButton(look, component);
  const id = 'custom_id' in component ? component.custom_id : undefined;
  const waiting = view.pending.filter(isWaiting);
  const busy = waiting.some(({ customId }) => customId === id);
  const use = (): void => {
    if (id) view.actions.use({ message: view.message, customId: id, type: component.type });
  };
  return html`<button
    type="button"
    class=${busy ? `${look} busy` : look}
    data-custom-id=${id ?? ''}
    ?disabled=${(component.disabled ?? false) || !id || waiting.length > 0}
    aria-busy=${busy ? 'true' : 'false'}
    @click=${use}
  >
    <span class="button-label">${face(component)}</span>
    ${busy ? html`<span class="dots" role="status" aria-label="Waiting for the bot"><i></i><i></i><i></i></span>` : nothing}
  </button>`;
};

type LinkButton = Extract<APIButtonComponent, { url: string }>;

const linkButton = (look: string, component: LinkButton): TemplateResult => {
  const safe = /^https?:\/\//i.test(component.url) && !component.disabled;
  if (!safe) return html`<button type="button" class=${look} disabled>${face(component)}</button>`;
  return html`<a class=${look} href=${component.url} target="_blank" rel="noopener noreferrer">${face(component)} ${outsideIcon}</a>`;
};

const face = (component: APIButtonComponent): TemplateResult =>
  html`${
    'emoji' in component && component.emoji ? emoji(component.emoji) : nothing
  }${'label' in component && component.label ? html`<span>${component.label}</span>` : nothing}`;

/** Custom emoji are pictures on Discord's own host; their name stands in. */
export const emoji = (one: APIMessageComponentEmoji): TemplateResult =>
  html`<span class="emoji">${one.id ? `:${one.name ?? 'emoji'}:` : one.name}</span>`;
