/**
 * Puts beside the compiled code what the program reads at run time, so that it runs without `src/` and starts at once:
 * copies of files, and the shipped material prepared to be answered from.
 * `node scripts/copy-assets.mjs [DIR]`: where the compiled code is, `dist` unless given.
 */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(root, 'dist'));

for (const asset of ['src/reply/locales', 'src/reply/fonts', 'src/text/languages/en/thesaurus.txt']) {
  cpSync(join(root, asset), join(target, asset), { recursive: true });
}

const { prepareKnowledge } = await import(join(target, 'src/answer/prepared.js'));
const { english } = await import(join(target, 'src/text/languages/index.js'));
await prepareKnowledge(join(root, 'knowledge'), english);
