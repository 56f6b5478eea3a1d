import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** The same moment for every file, so that the same files make the same bytes; the earliest that zip can tell. */
const WRITTEN = new Date(1980, 0, 1);
/** Zip's number for DEFLATE. */
const DEFLATE = 8;

/** Beside this thread, which answers questions meanwhile. */
const deflate = promisify(deflateRaw);

/** Packs files (path to text) into a zip. The same files give the same bytes. */
export async function writeArchive(files: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const path of [...files.keys()].sort()) {
    const bytes = Buffer.from(files.get(path) ?? '');
    const deflated = await deflate(bytes);
    const file: ZipInputFile = {
      filename: path,
      compression: DEFLATE,
      size: bytes.length,
      crc: crc32(bytes),
      mtime: WRITTEN,
    };
    archive.add(file);
    file.ondata?.(null, deflated, true);
  }
  archive.end();
  return Buffer.concat(chunks);
}
