import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import CSL from 'citeproc';
import { packageRoot } from '../../../src/root.ts';
import type { StyleName } from '../../../src/study/references/style-names.ts';

const FOLDER = join(packageRoot, 'tests/fixtures/csl');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const FILES: Readonly<Record<StyleName, { readonly style: string; readonly locale: string }>> = {
  apa: { style: 'apa', locale: 'en-US' },
  mla: { style: 'modern-language-association', locale: 'en-US' },
  chicago: { style: 'chicago-author-date', locale: 'en-US' },
  harvard: { style: 'harvard-cite-them-right', locale: 'en-GB' },
};

/** What citeproc-js makes of works in a style, with <i> for italics; `locale`: another than the style's usual one. */
export function processor(works: readonly { readonly id: string }[], name: StyleName, locale = FILES[name].locale) {
  const { style } = FILES[name];
  const engine = new CSL.Engine(
    {
      // It asks for the language's main locale too.
      retrieveLocale: (wanted) => read(`locales-${wanted === 'pt-PT' ? locale : wanted}.xml`),
      retrieveItem: (id: string) => works.find((work) => work.id === id),
    },
    read(`${style}.csl`),
    locale,
  );
  let current = '';
  /** Sets the works that are cited to this one. It takes as long as to cite it. */
  const turnTo = (id: string) => {
    if (id !== current) engine.updateItems([id]);
    current = id;
  };
  return {
    reference(id: string): string {
      turnTo(id);
      const [entry = ''] = engine.makeBibliography()[1];
      return plain(entry.replace(/<\/?div[^>]*>/g, ''));
    },
    inText(id: string, place: { readonly locator: string; readonly label: string }): string {
      turnTo(id);
      return plain(engine.makeCitationCluster([{ id, ...place }]));
    },
  };
}

function plain(html: string): string {
  return html.replace(/&#38;/g, '&').trim();
}
