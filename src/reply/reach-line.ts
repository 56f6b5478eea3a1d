import type { Reach } from '../answer/types.ts';
import type { Material } from '../material/load.ts';
import { truncate } from './cut.ts';
import type { Messages } from './messages.ts';

/** So many works are named. */
const MAX_NAMED = 2;

/**
 * "Searched first: Bees", where some works were searched before all others; "Only from Bees", where nothing else was
 * looked at. `first` has their ids.
 */
export function reachLine(
  reach: Reach | 'only' | undefined,
  first: ReadonlySet<string> | undefined,
  { material, messages }: { readonly material: Material; readonly messages: Messages },
): string | undefined {
  if (reach === undefined || first === undefined) return undefined;
  const titles = [...first].flatMap((id) => material.sources.get(id)?.title ?? []).map((title) => truncate(title, 60));
  const named = titles.slice(0, MAX_NAMED).join(', ');
  const count = titles.length - MAX_NAMED;
  const works = count > 0 ? messages.plain('answer.reach.more', { works: named, count }) : named;
  return `-# ${messages.markdown(`answer.reach.${reach}`, { works })}`;
}
