/** One queue a guild, served in turns, so that a busy guild does not hold up the others. */
export class FairQueue<T> {
  /** In the order in which the guilds have their turn. */
  readonly #guilds = new Map<string, T[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(guild: string, item: T): void {
    const items = this.#guilds.get(guild);
    if (items === undefined) this.#guilds.set(guild, [item]);
    else items.push(item);
    this.#size++;
  }

  /**
   * The next guild's item; its newest where `newestFirst`, so that under overload somebody is answered in time rather
   * than everybody too late.
   */
  take(newestFirst: boolean): T | undefined {
    for (const [guild, items] of this.#guilds) {
      const item = newestFirst ? items.pop() : items.shift();
      this.#guilds.delete(guild);
      if (items.length > 0) this.#guilds.set(guild, items);
      if (item === undefined) continue;
      this.#size--;
      return item;
    }
    return undefined;
  }
}
