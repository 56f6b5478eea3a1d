/** One queue for each of those who bring something, served in turns, so that who brings much does not hold up the others. */
export class FairQueue<T> {
  /** In the order in which they have their turn. */
  readonly #queues = new Map<string, T[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(from: string, item: T): void {
    const items = this.#queues.get(from);
    if (items === undefined) this.#queues.set(from, [item]);
    else items.push(item);
    this.#size++;
  }

  /** The first item of the owner whose turn it is; its newest where `newestFirst`. Undefined where there is none. */
  take({ newestFirst = false }: { readonly newestFirst?: boolean } = {}): T | undefined {
    const [turn] = this.#queues;
    if (turn === undefined) return undefined;
    const [from, items] = turn;
    const item = newestFirst ? items.pop() : items.shift();
    this.#queues.delete(from);
    if (items.length > 0) this.#queues.set(from, items);
    this.#size--;
    return item;
  }
}
