/** Pictures and files. Only what this page's own server holds is loaded; anything else is named, not fetched. */
import type { APIMediaGalleryItem } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { fileSize } from '../format.ts';
import { downloadIcon, fileIcon } from './icons.ts';

const isLocal = (url: string): boolean => {
  const base = document.baseURI;
  return URL.canParse(url, base) && new URL(url, base).origin === location.origin;
};

const picture = (url: string, description: string | null | undefined, kind: string): TemplateResult => {
  const label = description ?? '';
  if (isLocal(url)) return html`<img class=${kind} src=${url} alt=${label} loading="lazy" />`;
  return html`<span class=${`${kind} unloaded`} role="img" aria-label=${label || 'A picture from another host'} title=${url}>${label || 'Picture'}</span>`;
};

export const thumbnail = (url: string, description?: string | null): TemplateResult =>
  picture(url, description, 'thumbnail');

export const mediaGallery = (items: APIMediaGalleryItem[]): TemplateResult =>
  html`<div class="gallery">${items.map(({ media, description }) => picture(media.url, description, 'media'))}</div>`;

/** `size` in bytes. */
export const fileCard = (url: string, name?: string, size?: number): TemplateResult => {
  const label = name ?? url;
  return html`<div class="file" data-testid="file-card">
    ${fileIcon}
    <div class="file-text">
      ${isLocal(url) ? html`<a class="file-name" href=${url} download=${label} title=${label}>${label}</a>` : html`<span class="file-name">${label}</span>`}
      ${size === undefined ? nothing : html`<small>${fileSize(size)}</small>`}
    </div>
    ${
      isLocal(url)
        ? html`<a class="icon-button" href=${url} download=${label} aria-label=${`Download ${label}`} title="Download">${downloadIcon}</a>`
        : nothing
    }
  </div>`;
};
