/** 2^18 numbers, 1 MB, a block. */
const BLOCK_BITS = 18;
const BLOCK = 1 << BLOCK_BITS;
const WITHIN = BLOCK - 1;

/**
 * A growing list of 32-bit numbers in flat blocks: millions of numbers cost their bytes alone, and growing neither
 * copies what is there nor holds the process up.
 */
export class Uint32List {
  readonly #blocks: Uint32Array[] = [];
  #length = 0;

  /** A list that begins with the given numbers, which it keeps as they are. */
  static of(data: Uint32Array): Uint32List {
    const list = new Uint32List();
    for (let from = 0; from < data.length; from += BLOCK) {
      const block = data.subarray(from, from + BLOCK);
      if (block.length === BLOCK) list.#blocks.push(block);
      else list.#blocks.push(Uint32List.#grown(block, block.length));
    }
    list.#length = data.length;
    return list;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const within = this.#length & WITHIN;
    const last = this.#blocks.length - 1;
    if (within === 0) this.#blocks.push(new Uint32Array(last < 0 ? 1024 : BLOCK));
    else if (within === (this.#blocks[last] as Uint32Array).length) {
      this.#blocks[last] = Uint32List.#grown(this.#blocks[last] as Uint32Array, within * 2);
    }
    (this.#blocks[this.#blocks.length - 1] as Uint32Array)[within] = value;
    this.#length++;
  }

  /** 0 beyond the end, so that callers need no second check. */
  at(index: number): number {
    return index < this.#length ? ((this.#blocks[index >>> BLOCK_BITS] as Uint32Array)[index & WITHIN] as number) : 0;
  }

  /** The numbers [from, to): the list's own memory where they lie in one block, a copy where they do not. */
  row(from: number, to: number): Uint32Array {
    const block = from >>> BLOCK_BITS;
    if (block === (to - 1) >>> BLOCK_BITS && from < to) {
      return (this.#blocks[block] as Uint32Array).subarray(from & WITHIN, ((to - 1) & WITHIN) + 1);
    }
    return Uint32Array.from({ length: Math.max(0, to - from) }, (_, at) => this.at(from + at));
  }

  add(index: number, value: number): void {
    if (index >= this.#length) throw new RangeError(`index ${index} beyond ${this.#length}`);
    const block = this.#blocks[index >>> BLOCK_BITS] as Uint32Array;
    block[index & WITHIN] = (block[index & WITHIN] as number) + value;
  }

  /** All numbers in one array of their own. */
  toArray(): Uint32Array {
    const all = new Uint32Array(this.#length);
    this.#blocks.forEach((block, at) => {
      all.set(block.subarray(0, this.#length - at * BLOCK), at * BLOCK);
    });
    return all;
  }

  /** The first block starts small, so that a small index is small; it doubles until it is whole. */
  static #grown(block: Uint32Array, room: number): Uint32Array {
    const larger = new Uint32Array(Math.min(BLOCK, Math.max(1024, room)));
    larger.set(block);
    return larger;
  }
}
