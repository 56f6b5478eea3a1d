/** An embed, for bots that still use them: title, text, fields, footer. */
import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { styleMap } from 'lit-html/directives/style-map.js';
import { markdown } from '../markdown/render.ts';
import type { Scene } from '../scene.ts';

export const embedCard = (embed: APIEmbed, scene: Scene | undefined): TemplateResult => {
  const { color, author, title, description, fields, footer } = embed;
  const accent = color === undefined ? {} : { '--accent': `#${color.toString(16).padStart(6, '0')}` };
  return html`<div class="embed container accented" style=${styleMap(accent)}>
    ${author ? html`<small>${author.name}</small>` : nothing}
    ${title ? html`<strong>${markdown(title, scene)}</strong>` : nothing}
    ${description ? markdown(description, scene) : nothing}
    ${fields?.map(({ name, value }) => html`<div><strong>${name}</strong>${markdown(value, scene)}</div>`)}
    ${footer ? html`<small>${footer.text}</small>` : nothing}
  </div>`;
};
