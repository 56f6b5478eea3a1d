/** Asks while somebody types: not at every key, and never showing an answer to what was typed before. */

export interface Autocompleter<Query> {
  request(query: Query): void;
  /** Nothing asked before this is delivered any more. */
  cancel(): void;
}

/** `delay` in milliseconds. A failed question delivers an empty list: free text is always possible. */
export const createAutocompleter = <Query, Found>(
  ask: (query: Query) => Promise<Found[]>,
  deliver: (found: Found[]) => void,
  delay = 120,
): Autocompleter<Query> => {
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    latest += 1;
    clearTimeout(timer);
  };
  const request = (query: Query): void => {
    cancel();
    const mine = latest;
    timer = setTimeout(async () => {
      const found = await ask(query).catch((): Found[] => []);
      if (mine === latest) deliver(found);
    }, delay);
  };
  return { request, cancel };
};
