import { type APIAttachment, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import type { NewId } from '../ids.ts';
import { cleanName } from './attachments.ts';

/** Any component of a message or modal, with the fields that any of them has: what rules and look-ups walk over. */
export interface AnyComponent {
  type: number;
  id?: number | null;
  custom_id?: string | null;
  components?: AnyComponent[];
  accessory?: AnyComponent;
  component?: AnyComponent;
  options?: { label: string; value: string; default?: boolean | null; emoji?: PartialEmoji | null }[];
  default_values?: { id: string; type: string }[] | null;
  style?: number;
  label?: string | null;
  emoji?: PartialEmoji | null;
  url?: string | null;
  sku_id?: string | null;
  content?: string;
  value?: string | null;
  min_values?: number | null;
  max_values?: number | null;
  min_length?: number | null;
  max_length?: number | null;
  required?: boolean | null;
  disabled?: boolean | null;
  spoiler?: boolean | null;
  divider?: boolean | null;
  spacing?: number | null;
  accent_color?: number | null;
  description?: string | null;
  media?: MediaItem;
  file?: MediaItem;
  /** Of a file, in Discord's answers. */
  name?: string;
  items?: { media: MediaItem; description?: string | null; spoiler?: boolean | null }[];
}

interface PartialEmoji {
  id?: string | null;
  name?: string | null;
}

interface MediaItem {
  url: string;
  /** Of the attachment that it shows; Discord says it in its answers. */
  attachment_id?: string;
}

export type ComponentPath = (string | number)[];

export const SELECTS: ReadonlySet<number> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Every component with its place, parents before their children, in the order of reading. */
export function* walk(
  components: readonly AnyComponent[],
  path: ComponentPath = ['components'],
): Generator<{ component: AnyComponent; path: ComponentPath }> {
  for (const [index, component] of components.entries()) yield* walkOne(component, [...path, index]);
}

function* walkOne(
  component: AnyComponent,
  path: ComponentPath,
): Generator<{ component: AnyComponent; path: ComponentPath }> {
  yield { component, path };
  yield* walk(component.components ?? [], [...path, 'components']);
  if (component.accessory) yield* walkOne(component.accessory, [...path, 'accessory']);
  if (component.component) yield* walkOne(component.component, [...path, 'component']);
}

/** The media that a component shows, with their places. */
export function mediaOf(component: AnyComponent): { url: string; path: ComponentPath }[] {
  const found: { url: string; path: ComponentPath }[] = [];
  if (component.media) found.push({ url: component.media.url, path: ['media', 'url'] });
  if (component.file) found.push({ url: component.file.url, path: ['file', 'url'] });
  for (const [index, item] of (component.items ?? []).entries()) {
    found.push({ url: item.media.url, path: ['items', index, 'media', 'url'] });
  }
  return found;
}

/** The file that an `attachment://` address names, as Discord writes its name; undefined for any other address. */
export function attachmentName(url: string): string | undefined {
  const scheme = 'attachment://';
  return url.startsWith(scheme) ? cleanName(url.slice(scheme.length)) : undefined;
}

/** The ids of the attachments that completed components show. */
export function shownAttachments(components: readonly AnyComponent[]): Set<string> {
  const ids = [...walk(components)].flatMap(({ component }) =>
    [component.media, component.file, ...(component.items ?? []).map(({ media }) => media)].map(
      (media) => media?.attachment_id,
    ),
  );
  return new Set(ids.filter((id) => id !== undefined));
}

/**
 * The components as Discord hands them back: every one with an `id` (counted upwards where the bot gave none or 0),
 * defaults filled in, `attachment://` resolved. `attachments` are those of the same message.
 */
export function complete(
  components: readonly AnyComponent[],
  attachments: readonly APIAttachment[],
  newId: NewId,
): APIMessageTopLevelComponent[] {
  const copy = structuredClone(components) as AnyComponent[];
  numberThrough(copy);
  for (const { component } of walk(copy)) {
    dropNulls(component);
    fillDefaults(component);
    resolveMedia(component, attachments, newId);
  }
  // The schema has vouched for the shape on the way in.
  return copy as unknown as APIMessageTopLevelComponent[];
}

/** Gives every component an id: those that have one keep it, the others take the next free number. */
export function numberThrough(components: readonly AnyComponent[]): void {
  const taken = new Set([...walk(components)].map(({ component }) => component.id).filter(Boolean));
  let next = 0;
  for (const { component } of walk(components)) {
    if (component.id) continue;
    do next += 1;
    while (taken.has(next));
    component.id = next;
  }
}

function dropNulls(component: AnyComponent): void {
  for (const [key, value] of Object.entries(component)) {
    if (value === null) delete component[key as keyof AnyComponent];
  }
}

function fillDefaults(component: AnyComponent): void {
  if (SELECTS.has(component.type)) {
    component.min_values ??= 1;
    component.max_values ??= 1;
  }
  switch (component.type) {
    case ComponentType.Separator:
      component.spacing ??= 1;
      component.divider ??= true;
      break;
    case ComponentType.Container:
      component.accent_color ??= null;
      component.spoiler ??= false;
      break;
    case ComponentType.Thumbnail:
      component.description ??= null;
      component.spoiler ??= false;
      break;
    case ComponentType.File:
      component.spoiler ??= false;
      break;
    case ComponentType.MediaGallery:
      for (const item of component.items ?? []) {
        item.description ??= null;
        item.spoiler ??= false;
      }
      break;
  }
}

function resolveMedia(component: AnyComponent, attachments: readonly APIAttachment[], newId: NewId): void {
  const resolve = (media: MediaItem): void => {
    const name = attachmentName(media.url);
    const attachment = attachments.find(({ filename, url }) => filename === name || media.url === url);
    const url = attachment?.url ?? media.url;
    const known = attachment && { attachment_id: attachment.id, content_type: attachment.content_type };
    Object.assign(media, { id: attachment?.id ?? newId(), url, proxy_url: url, ...known });
    if (component.type === ComponentType.File && attachment) {
      Object.assign(component, { name: attachment.filename, size: attachment.size });
    }
  };
  if (component.media) resolve(component.media);
  if (component.file) resolve(component.file);
  for (const item of component.items ?? []) resolve(item.media);
}
