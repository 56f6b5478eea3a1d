import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { truncate } from './cut.ts';
import { clean } from './escape.ts';
import { LIMITS } from './limits.ts';

/** Typed payloads for the components that replies are made of. Texts are markdown already escaped; labels are plain. */

export const ACCENT = { answered: 0x2d7d46, close: 0xb7791f, absent: 0x6b7280, neutral: 0x4f5bd5 } as const;

export function container(accent: number, components: APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: accent, components };
}

export function text(content: string, id?: number): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) };
}

/** A file of the same reply. */
export function file(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: 1 };
}

export function row(
  ...components: APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}

export function button(
  label: string,
  customId: string,
  options: { readonly disabled?: boolean; readonly style?: APIButtonComponentWithCustomId['style'] } = {},
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: options.style ?? ButtonStyle.Secondary,
    label: truncate(label, LIMITS.buttonLabel),
    custom_id: customId,
    ...(options.disabled ? { disabled: true } : {}),
  };
}

/** A button to a page; none where there is no address, or one that Discord would refuse for its length. */
export function linkButtons(label: string, url: string | undefined): APIButtonComponentWithURL[] {
  if (url === undefined || url.length > LIMITS.url) return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: truncate(label, LIMITS.buttonLabel), url }];
}

export interface SelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
  /** Shown as chosen. */
  readonly isDefault?: boolean;
}

export function select(
  customId: string,
  placeholder: string,
  options: readonly SelectOption[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: truncate(placeholder, LIMITS.selectText),
    options: options.slice(0, LIMITS.selectOptions).map(({ label, value, description, isDefault }) => ({
      label: truncate(clean(label), LIMITS.selectText),
      value,
      ...(description === undefined ? {} : { description: truncate(clean(description), LIMITS.selectText) }),
      ...(isDefault ? { default: true } : {}),
    })),
  };
}
