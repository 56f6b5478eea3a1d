/** Arrow keys, Home and End among the elements of a list or a menu that match `selector`. */
export const rovingKeys = (event: KeyboardEvent, selector: string): void => {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const items = [...list.querySelectorAll<HTMLElement>(selector)];
  const at = items.findIndex((item) => item.matches(':focus'));
  const steps: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: at <= 0 ? items.length - 1 : at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
};

/** Keeps Tab within a dialog. */
export const trapTab = (event: KeyboardEvent): void => {
  const dialog = event.currentTarget;
  if (event.key !== 'Tab' || !(dialog instanceof HTMLElement)) return;
  const items = [...dialog.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href]')];
  const edge = event.shiftKey ? items[0] : items.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? items.at(-1) : items[0])?.focus();
};
