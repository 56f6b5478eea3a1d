/**
 * Puts beside the compiled code what the program reads at run time, so that it runs without `src/` and starts at once:
 * copies of files, and the shipped material prepared to be answered from.
 * `node scripts/copy-assets.mjs [DIR]`: where the compiled code is, `dist` unless given.
 */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(root, 'dist'));

const english = ['thesaurus.txt', 'vectors.txt', 'vectors.bin'].map((file) => `src/text/languages/en/${file}`);
for (const asset of ['src/intake/pdf/cmaps', 'src/reply/locales', 'src/reply/fonts', ...english]) {
  cpSync(join(root, asset), join(target, asset), { recursive: true });
}

const { prepareKnowledge } = await import(join(target, 'src/answer/prepared.js'));
const languages = await import(join(target, 'src/text/languages/index.js'));
await prepareKnowledge(join(root, 'knowledge'), languages.english);
