/** Pictures and files. Only what this page's own server holds is loaded; anything else is named, not fetched. */
import type { APIMediaGalleryItem } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { fileSize } from '../format.ts';
import { downloadIcon, fileIcon } from './icons.ts';

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** Where this server has it, under the name that the page was opened by; undefined for another host's. */
const localAddress = (url: string): string | undefined => {
  if (!URL.canParse(url, document.baseURI)) return undefined;
  const { origin, protocol, hostname, port, pathname, search } = new URL(url, document.baseURI);
  const sameServer = protocol === location.protocol && port === location.port && loopback.has(hostname);
  return origin === location.origin || (sameServer && loopback.has(location.hostname)) ? pathname + search : undefined;
};

const picture = (url: string, description: string | null | undefined, kind: string): TemplateResult => {
  const label = description ?? '';
  const address = localAddress(url);
  if (address) return html`<img class=${kind} src=${address} alt=${label} loading="lazy" />`;
  return html`<span class=${`${kind} unloaded`} role="img" aria-label=${label || 'A picture from another host'} title=${url}>${label || 'Picture'}</span>`;
};

export const thumbnail = (url: string, description?: string | null): TemplateResult =>
  picture(url, description, 'thumbnail');

export const mediaGallery = (items: APIMediaGalleryItem[]): TemplateResult =>
  html`<div class="gallery">${items.map(({ media, description }) => picture(media.url, description, 'media'))}</div>`;

/** `size` in bytes. */
export const fileCard = (url: string, name?: string, size?: number): TemplateResult => {
  const label = name ?? url;
  const address = localAddress(url);
  return html`<div class="file" data-testid="file-card">
    ${fileIcon}
    <div class="file-text">
      ${
        address
          ? html`<a class="file-name" href=${address} download=${label} title=${label}>${label}</a>`
          : html`<span class="file-name" title=${label}>${label}</span>`
      }
      ${size === undefined ? nothing : html`<small>${fileSize(size)}</small>`}
    </div>
    ${
      address
        ? html`<a class="icon-button" href=${address} download=${label} aria-label=${`Download ${label}`} title="Download">${downloadIcon}</a>`
        : nothing
    }
  </div>`;
};
