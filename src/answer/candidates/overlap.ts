/** Anything that a key stands for: a mention, a word. */
interface Keyed {
  readonly key: string;
}

/** How many of them a set holds, 0..1; a share of nothing counts as a half. */
export function share(all: readonly Keyed[], keys: ReadonlySet<string>): number {
  let held = 0;
  for (const { key } of all) if (keys.has(key)) held++;
  return all.length === 0 ? 0.5 : held / all.length;
}

/** The largest of several shares; 0 where there are none. */
export function bestShare(all: readonly (readonly Keyed[])[], keys: ReadonlySet<string>): number {
  return Math.max(0, ...all.map((each) => share(each, keys)));
}
