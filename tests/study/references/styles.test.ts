import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSources } from '../../../src/material/sources.ts';
import type { Source } from '../../../src/material/types.ts';
import { packageRoot } from '../../../src/root.ts';
import { STYLES } from '../../../src/study/references/style-names.ts';
import type { Run } from '../../../src/study/references/styled.ts';
import { formatInText, formatReference } from '../../../src/study/references/styles.ts';
import { processor } from './processor.ts';

const text = readFileSync(join(packageRoot, 'tests/fixtures/csl/works.json'), 'utf8');
const works: { id: string }[] = JSON.parse(text);
const { value: sources } = parseSources('works.json', text);

/** With <i> for italics. Han characters have none: styles differ in whether the processor sets them so. */
function html(runs: readonly Run[]): string {
  return withoutHan(runs.map((run) => (run.italic ? `<i>${run.text}</i>` : run.text)).join(''));
}

const withoutHan = (text: string) => text.replace(/<i>(\p{sc=Han}+)<\/i>/gu, '$1');

it('has works of all kinds to compare', () => {
  expect(sources.length).toBe(works.length);
  expect(sources.length).toBeGreaterThanOrEqual(30);
});

const LOCALES = { es: 'es-ES', 'pt-BR': 'pt-BR', fr: 'fr-FR', de: 'de-DE', ru: 'ru-RU' };

const SUPERSCRIPTS: Readonly<Record<string, string>> = { a: 'ª', o: 'º', e: 'ᵉ' };

/**
 * Where the words of a locale are not the language's grammar ("29 май", "3º ed."), or differ from style to style for no
 * reason; "et al." is written in German too.
 */
const RATHER: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  es: [[/et\u00a0al\./g, 'et al.']],
  fr: [
    [/et\u00a0al\./g, 'et al.'],
    [/(?<=, )éd\./g, 'éds.'],
  ],
  de: [[/u\.\u00a0a\./g, 'et al.']],
  'pt-BR': [
    [/(\d)º ed(?:\.|(?=[),]))/g, '$1ª ed.'],
    [/\[s\.d\.\]/g, 's.d.'],
    [/editado por/g, 'organizado por'],
  ],
  ru: [
    [/и\u00a0др\./g, 'и др.'],
    [/(?<=[.,] \d{4}) г\.(?=,)/g, ''],
    [/(?<=[.,] \d{4}) г\./g, '.'],
    [/б\. д\./g, 'б.\u00a0д.'],
    [/Переведено/g, 'В переводе'],
    [/(\d) май/g, '$1 мая'],
    [/(\d) (январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)ь/g, '$1 $2я'],
    [/(\d) (март|август)/g, '$1 $2а'],
  ],
};

describe.each(Object.entries(LOCALES))('in %s', (language, locale) => {
  const rather = (text: string) =>
    (RATHER[language] ?? []).reduce(
      (all, [pattern, words]) => all.replace(pattern, words),
      withoutHan(text)
        .replace('van\u00a0Gogh', 'van Gogh')
        .replace(/<sup>(.)<\/sup>/g, (_, letter: string) => SUPERSCRIPTS[letter] ?? letter),
    );

  describe.each(STYLES)('%s', (style) => {
    const expected = processor(works, style, locale);

    it.each(sources.map((source) => [source.id, source] as const))('cites %s as the processor does', (id, source) => {
      expect(html(formatReference(source, style, language))).toBe(rather(expected.reference(id)));
      const passage = { id: '', source: id, paragraph: 3, page: 8, kind: 'quote' as const, text: '' };
      expect(html(formatInText(source as Source, style, passage, language))).toBe(
        rather(expected.inText(id, { locator: '8', label: 'page' })),
      );
    });
  });
});

describe.each(STYLES)('%s', (style) => {
  const expected = processor(works, style);

  it.each(sources.map((source) => [source.id, source] as const))(
    'cites %s, and refers to its page 8, as the processor does',
    (id, source) => {
      expect(html(formatReference(source, style))).toBe(withoutHan(expected.reference(id)));
      const passage = { id: '', source: id, paragraph: 3, page: 8, kind: 'quote' as const, text: '' };
      expect(html(formatInText(source as Source, style, passage))).toBe(
        withoutHan(expected.inText(id, { locator: '8', label: 'page' })),
      );
    },
  );
});
