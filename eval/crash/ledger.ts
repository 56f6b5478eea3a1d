import type { Store } from '../../src/store/store.ts';
import type { StoredMaterial } from '../../src/store/types.ts';
import { type Change, isWhole, type Line, SERVER } from './change.ts';

interface Entry {
  readonly passages: number;
  readonly removed: boolean;
}

type Entries = ReadonlyMap<string, Entry>;

/** What must be in the store, by what the child has said. */
export class Ledger {
  readonly counts = { acknowledged: 0, refused: 0, read: 0, landed: 0, absent: 0 };
  #entries: Entries = new Map();
  #facts: ReadonlySet<string> = new Set();
  /** The version at the last check, and the changes since. */
  #version = 0;
  #changes = 0;
  /** The change that was begun last, where nothing was said of its end. */
  #open: Change | undefined;

  hear(line: Line): void {
    if (line.said === 'begins') this.#open = line.change;
    if (line.said === 'read') this.counts.read += 1;
    if (line.said === 'refused') {
      this.counts.refused += 1;
      this.#open = undefined;
    }
    if (line.said === 'done') {
      this.counts.acknowledged += 1;
      this.#apply();
    }
  }

  /** Everything about the store that is not as it must be. A change that nobody acknowledged may stand, but wholly. */
  async check(store: Store): Promise<string[]> {
    const library = await store.library(SERVER);
    const found = new Map(
      (await store.works(SERVER)).map(({ source, passages, removedAt }) => [
        source.id,
        { passages, removed: removedAt !== undefined },
      ]),
    );
    this.#settle(found);
    const problems = [...this.#wrongWorks(found, library), ...this.#wrongVersion(library.version)];
    this.#version = library.version;
    this.#changes = 0;
    return problems;
  }

  /** Decides from the works alone whether the last change has landed; all else must then agree. */
  #settle(found: Entries): void {
    if (this.#open === undefined) return;
    if (differences(found, this.#entries) === '') {
      this.counts.absent += 1;
      this.#open = undefined;
    } else {
      this.counts.landed += 1;
      this.#apply();
    }
  }

  *#wrongWorks(found: Entries, { articles, facts }: StoredMaterial): Generator<string> {
    const wrong = differences(found, this.#entries);
    if (wrong !== '') yield `works differ: ${wrong}`;
    const there = [...this.#entries].filter(([, { removed }]) => !removed).map(([id]) => id);
    if (
      !sameSet(
        there,
        articles.map(({ source }) => source.id),
      )
    )
      yield 'the library holds other works than the list';
    for (const article of articles) {
      if (!isWhole(article, this.#entries.get(article.source.id)?.passages ?? 0)) {
        yield `${article.source.id} is not whole`;
      }
    }
    if (
      !sameSet(
        [...this.#facts],
        facts.map(({ source }) => source),
      )
    )
      yield 'facts differ';
  }

  *#wrongVersion(version: number): Generator<string> {
    if (version < this.#version + this.#changes) yield 'the version has not grown with every change';
  }

  /** After all works that were removed were purged, and the facts that cite them. */
  purged(): void {
    this.#entries = new Map([...this.#entries].filter(([, { removed }]) => !removed));
    this.#facts = new Set([...this.#facts].filter((id) => this.#entries.has(id)));
  }

  #apply(): void {
    const change = this.#open;
    if (change === undefined) return;
    this.#open = undefined;
    this.#changes += 1;
    this.#entries = after(this.#entries, change);
    if (change.kind === 'add') this.#facts = new Set([...this.#facts, ...Object.keys(change.works).slice(0, 1)]);
  }
}

function after(entries: Entries, change: Change): Entries {
  const changed = new Map(entries);
  if (change.kind === 'add') {
    for (const [id, passages] of Object.entries(change.works)) changed.set(id, { passages, removed: false });
  } else {
    const passages = entries.get(change.id)?.passages ?? 0;
    changed.set(change.id, { passages, removed: change.kind === 'remove' });
  }
  return changed;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && new Set([...one, ...other]).size === one.length;
}

function differences(found: Entries, expected: Entries): string {
  const ids = new Set([...found.keys(), ...expected.keys()]);
  const text = (entry: Entry | undefined) =>
    entry ? `${entry.passages} passages${entry.removed ? ', removed' : ''}` : 'none';
  return [...ids]
    .filter((id) => text(found.get(id)) !== text(expected.get(id)))
    .map((id) => `${id} has ${text(found.get(id))}, must have ${text(expected.get(id))}`)
    .join('; ');
}
