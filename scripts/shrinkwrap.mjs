/**
 * A release carries the lock file under the only name that npm packs. `node scripts/shrinkwrap.mjs` puts it there before
 * packing, with `--remove` it goes again: in a checkout the lock file stays the one.
 */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const shrinkwrap = join(root, 'npm-shrinkwrap.json');

if (process.argv.includes('--remove')) rmSync(shrinkwrap, { force: true });
else copyFileSync(join(root, 'package-lock.json'), shrinkwrap);
