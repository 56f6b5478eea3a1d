/** A message's components, old and V2, by their type. */
import type {
  APIContainerComponent,
  APIMessage,
  APIMessageTopLevelComponent,
  APISectionComponent,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { styleMap } from 'lit-html/directives/style-map.js';
import { Component } from '../discord.ts';
import { markdown } from '../markdown/render.ts';
import { isWaiting, pendingOf } from '../state.ts';
import { button } from './button.ts';
import { fileCard, mediaGallery, thumbnail } from './media.ts';
import { selectMenu } from './select.ts';
import type { ComponentView, View } from './view.ts';

type AnyComponent =
  | APIMessageTopLevelComponent
  | APISectionComponent['accessory']
  | APIContainerComponent['components'][number];
type Shown = TemplateResult | typeof nothing;

export const messageComponents = (view: View, message: APIMessage): Shown => {
  if (!message.components?.length) return nothing;
  const pending = pendingOf(view.state, message.id);
  const inMessage: ComponentView = { ...view, message, pending };
  const failed = pending.find((one) => !isWaiting(one));
  return html`<div class="components">
    ${message.components.map((component) => draw(inMessage, component))}
    ${failed ? html`<p class="component-failure" role="alert" title=${failed.failure ?? ''}>The application did not respond</p>` : nothing}
  </div>`;
};

const draw = (view: ComponentView, component: AnyComponent): Shown => {
  switch (component.type) {
    case Component.ActionRow:
      return html`<div class="action-row">${component.components.map((part) => drawInRow(view, part))}</div>`;
    case Component.Button:
      return button(view, component);
    case Component.Section:
      return html`<div class="section">
        <div class="section-text">${component.components.map((part) => draw(view, part))}</div>
        <div class="section-accessory">${draw(view, component.accessory)}</div>
      </div>`;
    case Component.TextDisplay:
      return markdown(component.content, view.scene);
    case Component.Thumbnail:
      return thumbnail(component.media.url, component.description);
    case Component.MediaGallery:
      return mediaGallery(component.items);
    case Component.File:
      return fileCard(component.file.url, component.name, component.size);
    case Component.Separator:
      return separator(component.divider ?? true, component.spacing ?? 1);
    case Component.Container:
      return container(view, component);
    default:
      return nothing;
  }
};

const drawInRow = (view: ComponentView, part: { type: number }): Shown => {
  if (part.type === Component.Button) return button(view, part as Parameters<typeof button>[1]);
  return selectMenu(view, part as Parameters<typeof selectMenu>[1]);
};

const separator = (divider: boolean, spacing: number): TemplateResult => {
  const size = spacing === 2 ? 'separator large' : 'separator';
  return divider ? html`<hr class=${size} />` : html`<div class=${`${size} invisible`} role="presentation"></div>`;
};

const container = (view: ComponentView, component: APIContainerComponent): TemplateResult => {
  const colour = component.accent_color;
  const accent = typeof colour === 'number' ? `#${colour.toString(16).padStart(6, '0')}` : undefined;
  return html`<div
    class=${accent ? 'container accented' : 'container'}
    style=${styleMap(accent ? { '--accent': accent } : {})}
  >
    ${component.components.map((part) => draw(view, part))}
  </div>`;
};
