import { posix } from 'node:path';
import { attributeOf, findAll, parsePart } from './xml.ts';

export interface Relationship {
  readonly type: string;
  /** The path of the part in the zip. */
  readonly target: string;
}

/** What a part of an Office Open XML package refers to, by id; empty where it refers to nothing. */
export function relationshipsOf(parts: ReadonlyMap<string, Uint8Array>, path: string): Map<string, Relationship> {
  const rels = parts.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`));
  if (rels === undefined) return new Map();
  return new Map(
    findAll(parsePart(rels), 'Relationship').map((element) => {
      const target = attributeOf(element, 'Target') ?? '';
      const type = (attributeOf(element, 'Type') ?? '').split('/').at(-1) ?? '';
      return [attributeOf(element, 'Id') ?? '', { type, target: resolvePart(path, target) }];
    }),
  );
}

/** A path in a zip as another part writes it: relative to that part, or from the root. */
export function resolvePart(from: string, target: string): string {
  return target.startsWith('/') ? posix.normalize(target.slice(1)) : posix.join(posix.dirname(from), target);
}
