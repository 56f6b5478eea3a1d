import { deserialize, serialize } from 'node:v8';
import type { Steps } from '../../slices.ts';

/** So many bytes of numbers, strings or objects go into one section: what is written or read in one step. */
const SECTION_BYTES = 1 << 20;
const STRINGS = 4_096;
const OBJECTS = 64;

type Flat = Uint32Array | Uint16Array | Uint8Array;

/** Bytes in sections of at most a megabyte or so, each behind its length in 32 bits. */
export class SectionWriter {
  readonly #sections: Uint8Array[] = [];

  value(value: unknown): void {
    this.#sections.push(serialize(value));
  }

  /** The first `count` of a list that may grow meanwhile. */
  *list(items: readonly unknown[], count: number): Steps<void> {
    const size = typeof items[0] === 'string' ? STRINGS : OBJECTS;
    this.value(count);
    for (let from = 0; from < count; from += size) {
      this.value(items.slice(from, Math.min(count, from + size)));
      yield;
    }
  }

  /** Numbers as they lie in memory; the parts must stay what they are until `bytes` is done. */
  flat(parts: Iterable<Flat>): void {
    const sections = [...parts].flatMap(sectionsOf);
    this.value(sections.reduce((sum, { length }) => sum + length, 0));
    this.#sections.push(...sections);
  }

  /** All sections in one array. */
  *bytes(): Steps<Uint8Array> {
    const all = new Uint8Array(this.#sections.reduce((sum, { length }) => sum + 4 + length, 0));
    const view = new DataView(all.buffer);
    let at = 0;
    for (const section of this.#sections) {
      view.setUint32(at, section.length, true);
      all.set(section, at + 4);
      at += 4 + section.length;
      yield;
    }
    return all;
  }
}

function sectionsOf({ buffer, byteOffset, byteLength }: Flat): Uint8Array[] {
  const sections: Uint8Array[] = [];
  for (let from = 0; from < byteLength; from += SECTION_BYTES) {
    sections.push(new Uint8Array(buffer, byteOffset + from, Math.min(SECTION_BYTES, byteLength - from)));
  }
  return sections;
}

/** Reads what a SectionWriter wrote, in the same order. Throws an error of some kind where the bytes are not that. */
export class SectionReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  value(): unknown {
    return deserialize(this.#section());
  }

  /** Hands the list to `take`, item by item. */
  *list<Item>(take: (item: Item) => void): Steps<void> {
    const count = this.value() as number;
    for (let taken = 0; taken < count; ) {
      const items = this.value() as Item[];
      for (const item of items) take(item);
      taken += items.length;
      yield;
    }
  }

  /** Hands the numbers to `take` in parts that are its to keep. */
  *numbers(take: (part: Uint32Array) => void): Steps<void> {
    for (let left = this.value() as number; left > 0; ) {
      // A copy, since a section may begin at any byte and 32-bit numbers may not.
      const part = new Uint8Array(this.#section());
      take(new Uint32Array(part.buffer));
      left -= part.length;
      yield;
    }
  }

  /** The numbers in one array. */
  *flat(): Steps<ArrayBuffer> {
    const all = new Uint8Array(this.value() as number);
    for (let at = 0; at < all.length; ) {
      const part = this.#section();
      all.set(part, at);
      at += part.length;
      yield;
    }
    return all.buffer;
  }

  #section(): Uint8Array {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    const length = new DataView(buffer, byteOffset, byteLength).getUint32(this.#at, true);
    const from = this.#at + 4;
    if (length === 0 || from + length > byteLength) throw new RangeError('a section goes beyond the end');
    this.#at = from + length;
    return this.#bytes.subarray(from, this.#at);
  }
}
