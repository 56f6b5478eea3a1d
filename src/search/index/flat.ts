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

  /** Adds many at once; they are the list's from then on. A full block behind full blocks is not copied. */
  append(values: Uint32Array): void {
    if (values.length === BLOCK && (this.#length & WITHIN) === 0) {
      this.#blocks.push(values);
      this.#length += BLOCK;
    } else for (const value of values) this.push(value);
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

  /** The first `count` numbers as parts of the list's own memory, which pushing leaves as they are. */
  parts(count = this.#length): Uint32Array[] {
    return this.#blocks
      .map((block, at) => block.subarray(0, Math.max(0, count - at * BLOCK)))
      .filter(({ length }) => length > 0);
  }

  /** All numbers in one array of their own. */
  toArray(): Uint32Array {
    const all = new Uint32Array(this.#length);
    this.parts().forEach((part, at) => {
      all.set(part, at * BLOCK);
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
