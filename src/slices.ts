/** Milliseconds of work between two turns of the event loop; one step more may come on top. */
const SLICE_MS = 8;

/** Long work as a generator: it yields wherever it can be interrupted, and returns its result. */
export type Steps<Result> = Generator<void, Result>;

/** Does all the work now. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does the work in slices, so that the process goes on answering meanwhile. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
}

/** Lets the event loop turn once, between two pieces of work that are long enough by themselves. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
