import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's folder, from the sources and from the build alike. Files that are read at run time stand below it. */
export const packageRoot = findRoot(import.meta.dirname);

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The package folder (with package.json) was not found above the program.');
  return findRoot(parent);
}
