import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Problem } from '../api-error.ts';
import { type AnyComponent, attachmentName, type ComponentPath, mediaOf, SELECTS, walk } from '../world/components.ts';

export const MAX_COMPONENTS = 40;
export const MAX_TEXT = 4_000;
const MAX_ROWS = 5;
const BUTTONS_PER_ROW = 5;

type Check = (component: AnyComponent, path: ComponentPath) => Problem[];

/**
 * What the schemas do not say about a message's components: how many, how much text, what may stand side by side, and
 * which fields belong together. `files` are the names that `attachment://` may refer to, and the addresses of files that
 * the message carries already.
 */
export function componentProblems(components: AnyComponent[], v2: boolean, files: readonly string[]): Problem[] {
  const all = [...walk(components)];
  return [
    ...(v2 ? v2Problems(components) : legacyProblems(components)),
    ...all.flatMap(({ component, path }) => [
      ...(CHECKS[component.type]?.(component, path) ?? []),
      ...mediaProblems(component, path, files),
    ]),
    ...duplicates(
      components,
      'custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    ),
    ...duplicates(components, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
  ];
}

function v2Problems(components: AnyComponent[]): Problem[] {
  const all = [...walk(components)].map(({ component }) => component);
  const text = all.reduce(
    (sum, { type, content }) => sum + (type === ComponentType.TextDisplay ? (content?.length ?? 0) : 0),
    0,
  );
  const problems: Problem[] = [];
  if (all.length > MAX_COMPONENTS) {
    problems.push({
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `The maximum number of components of ${MAX_COMPONENTS} has been exceeded: ${all.length}`,
    });
  }
  if (text > MAX_TEXT) {
    problems.push({
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `The total size of displayable text of ${MAX_TEXT} has been exceeded: ${text}`,
    });
  }
  return problems;
}

/** Without the flag a message has rows at its top, and nothing of Components V2 anywhere. */
function legacyProblems(components: AnyComponent[]): Problem[] {
  const problems = components.flatMap(({ type }, index) =>
    type === ComponentType.ActionRow ? [] : [choice(['components', index, 'type'], [ComponentType.ActionRow])],
  );
  if (components.length > MAX_ROWS) problems.push(badLength(['components'], 0, MAX_ROWS));
  return problems;
}

const CHECKS: Record<number, Check> = {
  [ComponentType.ActionRow]: rowProblems,
  [ComponentType.Button]: buttonProblems,
  [ComponentType.TextDisplay]: ({ content }, path) => (isBlank(content) ? [missing([...path, 'content'])] : []),
  [ComponentType.StringSelect]: (select, path) => [...selectProblems(select, path), ...optionProblems(select, path)],
  [ComponentType.UserSelect]: selectProblems,
  [ComponentType.RoleSelect]: selectProblems,
  [ComponentType.MentionableSelect]: selectProblems,
  [ComponentType.ChannelSelect]: selectProblems,
};

function rowProblems({ components = [] }: AnyComponent, path: ComponentPath): Problem[] {
  const selects = components.filter(({ type }) => SELECTS.has(type)).length;
  const fits = selects === 0 ? components.length <= BUTTONS_PER_ROW : selects === 1 && components.length === 1;
  if (components.length === 0) return [badLength([...path, 'components'], 1, BUTTONS_PER_ROW)];
  if (fits) return [];
  const message = 'The specified component exceeds the maximum width: a row holds one select or up to five buttons';
  return [{ path: [...path, 'components'], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

/** Where a link button may lead. */
const LINKS: ReadonlySet<string> = new Set(['http', 'https', 'discord']);

/** From where a component may show a picture or file. */
const MEDIA: ReadonlySet<string> = new Set(['http', 'https', 'attachment']);

function schemeProblems(url: string | null | undefined, schemes: ReadonlySet<string>, path: ComponentPath): Problem[] {
  if (!url) return [];
  const scheme = url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();
  if (schemes.has(scheme)) return [];
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of {${[...schemes].join(', ')}}.`;
  return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message }];
}

function buttonProblems(button: AnyComponent, path: ComponentPath): Problem[] {
  const linked = button.style === ButtonStyle.Link;
  const premium = button.style === ButtonStyle.Premium;
  const needs = linked ? 'url' : premium ? 'sku_id' : 'custom_id';
  const problems: Problem[] = linked ? schemeProblems(button.url, LINKS, [...path, 'url']) : [];
  for (const field of ['url', 'sku_id', 'custom_id'] as const) {
    if (field === needs && !button[field]) problems.push(missing([...path, field]));
    if (field !== needs && button[field]) {
      const message = `A button of style ${button.style} cannot have a ${field}`;
      problems.push({ path: [...path, field], code: 'BUTTON_COMPONENT_INVALID_FIELD', message });
    }
  }
  if (premium && (button.label || button.emoji)) {
    problems.push({ path, code: 'BUTTON_COMPONENT_INVALID_FIELD', message: 'A premium button has no label or emoji' });
  }
  problems.push(...emojiProblems(button.emoji, path));
  return hasFace(button, premium) ? problems : [...problems, missing([...path, 'label'])];
}

/** Emoji of Unicode's and nothing else. */
const EMOJI = /^(?=.*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3))(?:\p{Emoji}|\p{Emoji_Component})+$/u;

/** Without an id of a server's own, the name must be an emoji itself. */
function emojiProblems(emoji: AnyComponent['emoji'], path: ComponentPath): Problem[] {
  if (!emoji || emoji.id || EMOJI.test(emoji.name ?? '')) return [];
  return [{ path: [...path, 'emoji', 'name'], code: 'COMPONENT_INVALID_EMOJI', message: 'Invalid emoji' }];
}

/** A premium button shows its product, any other a label or an emoji. */
function hasFace({ label, emoji }: AnyComponent, premium: boolean): boolean {
  return !isBlank(label) && (premium || Boolean(label) || Boolean(emoji));
}

export function selectProblems(select: AnyComponent, path: ComponentPath): Problem[] {
  const { min_values: least = 1, max_values: most = 1, options, default_values: preset } = select;
  const problems: Problem[] = [];
  if (preset?.length && (preset.length < (least ?? 1) || preset.length > (most ?? 1))) {
    problems.push({
      path: [...path, 'default_values'],
      code: 'SELECT_COMPONENT_INVALID_DEFAULT_VALUES',
      message: `The number of default values must be between min_values (${least}) and max_values (${most})`,
    });
  }
  if ((least ?? 1) > (most ?? 1)) {
    problems.push({
      path: [...path, 'min_values'],
      code: 'SELECT_COMPONENT_MIN_OVER_MAX',
      message: 'min_values must not exceed max_values',
    });
  }
  if (options && (most ?? 1) > options.length) {
    problems.push({
      path: [...path, 'max_values'],
      code: 'SELECT_COMPONENT_MAX_OVER_OPTIONS',
      message: `max_values must not exceed the ${options.length} options`,
    });
  }
  return problems;
}

export function optionProblems({ options = [], max_values }: AnyComponent, path: ComponentPath): Problem[] {
  const problems = options.flatMap(({ value }, index) =>
    options.findIndex((other) => other.value === value) === index
      ? []
      : [
          {
            path: [...path, 'options', index, 'value'],
            code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            message: 'The specified option value is already used',
          },
        ],
  );
  for (const [index, { label, emoji }] of options.entries()) {
    if (isBlank(label)) problems.push(missing([...path, 'options', index, 'label']));
    problems.push(...emojiProblems(emoji, [...path, 'options', index]));
  }
  if (options.filter((option) => option.default).length > (max_values ?? 1)) {
    const message = 'More options are chosen by default than max_values allows';
    problems.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', message });
  }
  return problems;
}

function mediaProblems(component: AnyComponent, path: ComponentPath, files: readonly string[]): Problem[] {
  return mediaOf(component).flatMap((media) => {
    const name = attachmentName(media.url);
    const at = [...path, ...media.path];
    if (name !== undefined && !files.includes(name)) {
      const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
      return [{ path: at, code, message: `The referenced attachment was not found: ${media.url}` }];
    }
    const fromElsewhere = schemeProblems(media.url, MEDIA, at);
    if (component.type !== ComponentType.File || name !== undefined || files.includes(media.url)) return fromElsewhere;
    const message = 'A file component only shows an attachment of the message: attachment://<filename>';
    return [{ path: at, code: 'UNFURLED_MEDIA_ITEM_MUST_BE_ATTACHMENT', message }];
  });
}

export function duplicates(
  components: AnyComponent[],
  field: 'custom_id' | 'id',
  code: string,
  message: string,
): Problem[] {
  const seen = new Set<string | number>();
  const problems: Problem[] = [];
  for (const { component, path } of walk(components)) {
    const value = component[field];
    if (!value) continue;
    if (seen.has(value)) problems.push({ path: [...path, field], code, message });
    seen.add(value);
  }
  return problems;
}

/** White space alone; Discord takes it for nothing. */
export function isBlank(text: string | null | undefined): boolean {
  return typeof text === 'string' && text.trim() === '';
}

export function missing(path: ComponentPath): Problem {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

function choice(path: ComponentPath, values: readonly number[]): Problem {
  return { path, code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${values.join(', ')}}.` };
}

function badLength(path: ComponentPath, least: number, most: number): Problem {
  return { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${least} and ${most} in length.` };
}
