/** What makes a value when it is first called, and gives the same one from then on. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A copy of an object in which some members are made when they are first read. To copy that one reads them all. */
export function withLazy<T extends object>(base: T, members: { readonly [Name in keyof T]?: () => T[Name] }): T {
  const copy = { ...base };
  for (const name of Object.keys(members) as (keyof T)[]) {
    const get = lazily(members[name] as () => unknown);
    Object.defineProperty(copy, name, { enumerable: true, configurable: true, get });
  }
  return copy;
}
