import { action, integer, word } from '../../src/bot/action.ts';

/** Works are named by their short names; pages count from 0. */

/** The list of the server's works, turned to a page. */
export const list = action('library.list', { page: integer });

/** A work chosen from that list. */
export const open = action('library.open');

/** Removing a work takes three: asking for it, confirming it, or leaving it. */
export const remove = {
  ask: action('remove.ask', { work: word }),
  confirm: action('remove.confirm', { work: word }),
  cancel: action('remove.cancel'),
} as const;

/** Takes back what was added at a time, in milliseconds since 1970. */
export const undo = action('undo', { at: integer });

/** Brings a removed work back: named by a button, or chosen from the list. */
export const restore = action('restore', { work: word });
export const restoreChosen = action('restore.chosen');

/** The form that corrects what cites a work: opened, and sent. */
export const edit = {
  open: action('edit.open', { work: word }),
  submit: action('edit.submit', { work: word }),
} as const;

const reviewed = { work: word, draft: word } as const;

/** What becomes of a drafted fact, named by its row's id: each shows the next draft of the work. */
export const drafts = {
  accept: action('draft.accept', reviewed),
  skip: action('draft.skip', reviewed),
  /** The form that corrects it before it is accepted: opened, and sent. */
  edit: action('draft.edit', reviewed),
  submit: action('draft.submit', reviewed),
  /** Accepts it with all of its kind behind it. */
  acceptKind: action('draft.kind', reviewed),
  /** The fact table with the work's drafts below it, as a file. */
  table: action('draft.table', { work: word }),
  /** Those that were skipped. */
  again: action('draft.again', { work: word }),
} as const;
