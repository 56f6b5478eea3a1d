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

describe.each(STYLES)('%s', (style) => {
  const expected = processor(works, style);

  it.each(sources.map((source) => [source.id, source] as const))('cites %s as the processor does', (id, source) => {
    expect(html(formatReference(source, style))).toBe(withoutHan(expected.reference(id)));
  });

  it.each(sources.map((source) => [source.id, source] as const))(
    'refers to page 8 of %s as the processor does',
    (id, source) => {
      const passage = { id: '', source: id, paragraph: 3, page: 8, kind: 'quote' as const, text: '' };
      expect(html(formatInText(source as Source, style, passage))).toBe(
        withoutHan(expected.inText(id, { locator: '8', label: 'page' })),
      );
    },
  );
});
