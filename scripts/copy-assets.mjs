/**
 * Copies the files that the program reads at run time beside the compiled code, so that it runs without `src/`.
 * `node scripts/copy-assets.mjs [DIR]`: where the compiled code is, `dist` unless given.
 */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(root, 'dist'));

for (const asset of ['src/reply/locales', 'src/reply/fonts', 'src/text/languages/en/thesaurus.txt']) {
  cpSync(join(root, asset), join(target, asset), { recursive: true });
}
