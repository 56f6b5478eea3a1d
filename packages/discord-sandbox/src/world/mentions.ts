import { AllowedMentionsTypes, type APIAllowedMentions, ComponentType } from 'discord-api-types/v10';
import { type AnyComponent, walk } from './components.ts';

/** Whom a message notifies. */
export interface Pings {
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** The text of a message in which mentions count: its content and its text displays. */
export function mentionableText(content: string, components: readonly AnyComponent[]): string {
  const displays = [...walk(components)]
    .filter(({ component }) => component.type === ComponentType.TextDisplay)
    .map(({ component }) => component.content ?? '');
  return [content, ...displays].join('\n');
}

/**
 * Whom a text notifies under Discord's rules: without `allowed_mentions` everything that it mentions, otherwise the
 * kinds in `parse` and those named one by one. Code spans are not looked at, so this finds rather too many than too
 * few.
 */
export function pingsOf(text: string, allowed: APIAllowedMentions | null | undefined): Pings {
  const kinds = allowed?.parse ?? (allowed ? [] : Object.values(AllowedMentionsTypes));
  const pick = (pattern: RegExp, kind: AllowedMentionsTypes, named: readonly string[] = []): string[] => {
    const ids = new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
    return [...ids].filter((id) => kinds.includes(kind) || named.includes(id));
  };
  return {
    users: pick(/<@!?(\d{1,20})>/g, AllowedMentionsTypes.User, allowed?.users),
    roles: pick(/<@&(\d{1,20})>/g, AllowedMentionsTypes.Role, allowed?.roles),
    everyone: kinds.includes(AllowedMentionsTypes.Everyone) && /@(everyone|here)\b/.test(text),
  };
}
