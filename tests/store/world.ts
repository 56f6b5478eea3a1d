import type { Store } from '../../src/store/store.ts';

/** Where stores come from: each `open` is one more process's store over the same, at first empty, data. */
export interface Place {
  /** It is every test's, emptied in between: a store that one test opened may serve another. */
  readonly lasting?: boolean;
  open(): Promise<Store>;
  /** Every row of every table, as one text: what must not change where a change fails. */
  dump(): Promise<string>;
  /** Makes the next insertion of a passage with that text fail in the database itself. */
  poison(text: string): Promise<void>;
}

/** A new place, or one whose tables nobody has made yet: a store that is opened in it must. */
export type NewPlace = (schema?: 'missing') => Promise<Place>;

export interface World {
  /** One more store over the test's place, or over another. A test that closes a store opens it with `place().open`. */
  open(place?: Place): Promise<Store>;
  newPlace: NewPlace;
  place(): Place;
  /** Whether one can read while a change is under way. */
  readonly reads: 'meanwhile' | 'in turn';
  /** Whether tests of many rows are run. */
  readonly many: boolean;
}
