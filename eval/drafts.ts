import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOfArticle } from '../src/answer/knowledge-base.ts';
import { groupBy } from '../src/group.ts';
import { readFile } from '../src/intake/index.ts';
import { type DraftedFact, draftFacts } from '../src/material/drafts/index.ts';
import type { Article } from '../src/material/types.ts';
import { english } from '../src/text/languages/index.ts';
import { randomFrom } from './data/random.ts';

/**
 * Prints the facts that rules draft from files, each with its sentence, to be judged by hand; then how many there are of
 * each kind. Usage: npm run drafts -- FILE… [--sample 200] [--seed 1]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});

const drafts: DraftedFact[] = [];
for (const file of positionals) drafts.push(...(await draftsOf(file)));
const next = randomFrom('drafts', Number(values.seed));
const sample = drafts
  .map((draft) => ({ draft, at: next() }))
  .sort((a, b) => a.at - b.at)
  .slice(0, Number(values.sample));
for (const [at, { draft }] of sample.entries()) {
  const { subject, attribute, value, unit = '', asOf = '', question = '', passages } = draft.fact;
  const said = [subject, attribute, `${value} ${unit}`.trim(), asOf].filter(Boolean).join(' | ');
  console.log(`${at + 1} [${draft.kind}] ${said}\n   ${question}\n   ${passages[0]}: ${draft.sentence}`);
}
const kinds = [...groupBy(drafts, ({ kind }) => kind)];
console.log([`${drafts.length} drafts`, ...kinds.map(([kind, all]) => `${kind} ${all.length}`)].join(' · '));
process.exit();

async function draftsOf(file: string): Promise<readonly DraftedFact[]> {
  const read = await readFile({ name: basename(file), bytes: readFileSync(file) });
  if (!read.ok) throw new Error(`${file}: ${read.problem}`);
  return read.works.flatMap(({ passages }, at) => {
    const id = `${basename(file).replace(/\.[^.]*$/, '')}${at === 0 ? '' : `-${at}`}`;
    const article: Article = {
      source: { id, title: id, authors: [], publisher: '' },
      passages: passages.map((each) => ({
        ...each,
        id: `${id}#${each.paragraph}${each.part === undefined ? '' : `.${each.part}`}`,
        source: id,
      })),
    };
    return draftFacts(article.passages, languageOfArticle(article, english));
  });
}
