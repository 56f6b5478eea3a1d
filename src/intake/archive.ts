import { zipSync } from 'fflate';

/** The same moment for every file, so that the same files make the same bytes; the earliest that zip can tell. */
const WRITTEN = new Date(1980, 0, 1);

/** Packs files (path to text) into a zip. The same files give the same bytes. */
export function writeArchive(files: ReadonlyMap<string, string>): Uint8Array {
  const paths = [...files.keys()].sort();
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(paths.map((path) => [path, encoder.encode(files.get(path))])), {
    mtime: WRITTEN,
    level: 6,
  });
}
