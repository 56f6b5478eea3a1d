import { lazily } from '../../lazily.ts';

/** How a language joins questions, as sources of regular expressions. */
export interface Joining {
  /** Words that join: "and". */
  readonly joint: string;
  /** Words that ask, and can do so with no noun behind them: "when", "by whom". */
  readonly asker: string;
  /** How a question begins that stands by itself behind a joint: by default with an asker and another word. */
  readonly asking?: string;
  /** How a question begins that yes or no answers. */
  readonly whether?: string;
  /** A noun that belongs to the word that asks ahead of it: "city" of "in which city was". */
  readonly noun?: string;
}

const END = /[\s?؟？!.]+$/u;

/** A question without the marks at its end. */
export const withoutEnd = (text: string): string => text.replace(END, '');

const OPENING_MARK = /^[¿¡]\s*/u;
/** Nothing. */
const NEVER = '(?!)';

/**
 * Splits one sentence into the questions that it joins: "When was it founded and who leads it?". A lone word that asks
 * takes the rest from its neighbour: "When and where was it founded?", "Who founded it and when?"
 */
export function questionSplitter(joining: Joining): (text: string) => readonly string[] {
  const split = lazily(() => splitterFor(joining));
  return (text) => split()(text);
}

function splitterFor({
  joint,
  asker,
  asking = `(?:${asker}) \\p{L}`,
  whether = NEVER,
  noun = NEVER,
}: Joining): (text: string) => readonly string[] {
  const joints = new RegExp(`(?:,|;|\\s[-–])?\\s+(?:${joint})\\s+(?=${asking}|(?:${asker})$)`, 'iu');
  const lone = new RegExp(`^(?:${asker})$`, 'iu');
  const asks = new RegExp(`^(?:${whether})|(?<!\\p{L})(?:${asker})(?!\\p{L})`, 'iu');
  const upToAsker = new RegExp(`^.*?(?<!\\p{L})(?:${asker})(?![\\p{L}'’])\\s*(?:${noun})?\\s*`, 'iu');
  const completed = (part: string, next: string | undefined, previous: string | undefined): string => {
    if (!lone.test(part)) return part;
    const other = next === undefined || lone.test(next) ? previous : next;
    return `${part} ${other?.replace(upToAsker, '')}`;
  };
  return (text) => {
    const mark = OPENING_MARK.exec(text)?.[0] ?? '';
    const asked = withoutEnd(text.slice(mark.length));
    const parts = asked.split(joints).map((part) => part.trim());
    if (parts.length < 2 || !asks.test(parts[0] as string) || parts.every((part) => lone.test(part))) return [];
    return parts.map((part, at) => `${mark}${completed(part, parts[at + 1], parts[at - 1])}?`);
  };
}

/** What the first of some forms that fits has in its groups; nothing where none does. */
export function firstGroups(text: string, forms: readonly RegExp[]): readonly string[] {
  const [, ...groups] = forms.map((form) => form.exec(text)).find((found) => found !== null) ?? [];
  return groups;
}
