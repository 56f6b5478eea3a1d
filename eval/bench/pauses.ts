/** Does the work and tells for how many milliseconds at a time it held the event loop up at most. */
export async function withLongestPause<Result>(
  work: () => Result | Promise<Result>,
): Promise<{ result: Result; longestPause: number }> {
  let busy = true;
  let longestPause = 0;
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    longestPause = Math.max(longestPause, now - last);
    last = now;
    if (busy) setImmediate(look);
  };
  setImmediate(look);
  const result = await work();
  busy = false;
  look();
  return { result, longestPause };
}
