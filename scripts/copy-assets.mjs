/** Copies the files that the program reads at run time beside the compiled code, so that `dist/` runs without `src/`. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

for (const asset of ['src/reply/locales', 'src/text/languages/en/thesaurus.txt']) {
  cpSync(join(root, asset), join(root, 'dist', asset), { recursive: true });
}
