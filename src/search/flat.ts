/** Growing flat arrays: one block of memory each, doubled when full, so that millions of numbers cost their bytes alone. */

export class Uint32List {
  #data: Uint32Array;
  #length = 0;

  constructor(initial: Uint32Array = new Uint32Array(1024)) {
    this.#data = initial;
  }

  /** A list that begins with the given numbers. */
  static of(data: Uint32Array): Uint32List {
    const list = new Uint32List(data);
    list.#length = data.length;
    return list;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Uint32Array(Math.max(1024, this.#data.length * 2));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  /** 0 beyond the end, so that callers need no second check. */
  at(index: number): number {
    return index < this.#length ? (this.#data[index] as number) : 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#length) throw new RangeError(`index ${index} beyond ${this.#length}`);
    this.#data[index] = value;
  }

  add(index: number, value: number): void {
    this.set(index, this.at(index) + value);
  }

  /** The numbers themselves: a view, valid until the next push. */
  view(): Uint32Array {
    return this.#data.subarray(0, this.#length);
  }
}

export class Uint8List {
  #data: Uint8Array = new Uint8Array(1024);
  #length = 0;

  /** A list that begins with the given numbers. */
  static of(data: Uint8Array): Uint8List {
    const list = new Uint8List();
    list.#data = data;
    list.#length = data.length;
    return list;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Uint8Array(Math.max(1024, this.#data.length * 2));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
  }

  at(index: number): number {
    return index < this.#length ? (this.#data[index] as number) : 0;
  }

  view(): Uint8Array {
    return this.#data.subarray(0, this.#length);
  }
}
