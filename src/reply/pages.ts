import type { APIComponentInContainer } from 'discord-api-types/v10';
import { button, row } from './components.ts';
import { placeholderId } from './custom-id.ts';
import type { Messages } from './messages.ts';

/** How many items one page lists by default. */
export const PAGE = 12;

export interface Page<T> {
  readonly items: readonly T[];
  readonly at: number;
  readonly count: number;
}

/** One page of a list, of `size` items; `page` counts from 0 and is held to what there is. */
export function pageOf<T>(items: readonly T[], page: number, size = PAGE): Page<T> {
  const count = Math.max(1, Math.ceil(items.length / size));
  const at = clamp(page, count);
  return { items: items.slice(at * size, (at + 1) * size), at, count };
}

/** `at` held to 0 … count - 1; 0 where it is no whole number. */
export function clamp(at: number, count: number): number {
  return Number.isInteger(at) ? Math.min(Math.max(at, 0), count - 1) : 0;
}

/** Previous, where one is, next; nothing where there is one page. */
export function pageButtons<T>(
  { at, count }: Page<T>,
  id: (page: number) => string,
  messages: Messages,
): APIComponentInContainer[] {
  if (count === 1) return [];
  return [
    row(
      button(messages.plain('button.previous'), id(at - 1), { disabled: at === 0 }),
      button(messages.plain('button.position', { at: at + 1, count }), placeholderId('position'), { disabled: true }),
      button(messages.plain('button.next'), id(at + 1), { disabled: at === count - 1 }),
    ),
  ];
}
