import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { notFound } from '../api-error.ts';
import { type Reply, segments } from './router.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file below the folder, `index.html` for the folder itself; throws 404 for anything else. */
export async function staticFile(folder: string, path: string, headers: Record<string, string>): Promise<Reply> {
  const root = resolve(folder);
  const file = resolve(root, segments(path).join(sep) || 'index.html');
  const type = TYPES[extname(file)];
  // A decoded `..` or NUL must not lead out of the folder.
  if (!file.startsWith(root + sep) || file.includes('\0') || type === undefined) throw notFound();
  const bytes = await readFile(file).catch(() => {
    throw notFound();
  });
  return { status: 200, bytes, headers: { ...headers, 'content-type': type, 'cache-control': 'no-cache' } };
}
