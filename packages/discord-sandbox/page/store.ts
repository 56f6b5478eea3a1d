/** One value, changed in one place, drawn once for any number of changes in a row. */

export interface Store<State> {
  readonly state: State;
  /** Draws soon. */
  set(change: Partial<State>): void;
  update(next: (state: State) => State): void;
  /** Draws now: for what the next key press must already find in place. */
  flush(): void;
  /** Called once after the next drawing. */
  afterDraw(call: () => void): void;
}

export const createStore = <State>(initial: State, draw: (state: State) => void): Store<State> => {
  let state = initial;
  let planned = false;
  let calls: (() => void)[] = [];

  const flush = (): void => {
    planned = false;
    draw(state);
    const due = calls;
    calls = [];
    for (const call of due) call();
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    queueMicrotask(() => planned && flush());
  };
  const update = (next: (state: State) => State): void => {
    state = next(state);
    plan();
  };
  return {
    get state() {
      return state;
    },
    set: (change) => update((old) => ({ ...old, ...change })),
    update,
    flush,
    afterDraw: (call) => {
      calls.push(call);
      plan();
    },
  };
};
