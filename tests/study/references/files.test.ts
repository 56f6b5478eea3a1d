import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { parseSources } from '../../../src/material/sources.ts';
import type { ReferenceName, Source } from '../../../src/material/types.ts';
import { packageRoot } from '../../../src/root.ts';
import { toBibtex, toCslJson, toRis } from '../../../src/study/references/files.ts';

const { value: sources } = parseSources(
  'works.json',
  readFileSync(join(packageRoot, 'tests/fixtures/csl/works.json'), 'utf8'),
);
const named = sources.map((source) => [source.id, source] as const);

const nameText = (name: ReferenceName): string =>
  'literal' in name ? name.literal : [name.given, name['non-dropping-particle'], name.family].filter(Boolean).join(' ');

/** What every format must keep. */
function kept({ title, authors, issued, reference }: Source) {
  return {
    title,
    authors,
    year: issued?.year,
    container: reference?.['container-title'],
    page: reference?.page?.replace('-', '–'),
    volume: reference?.volume,
    DOI: reference?.DOI,
  };
}

function read(text: string) {
  const [item] = new Cite(text).data;
  return {
    title: item?.title,
    authors: (item?.author ?? []).map(nameText),
    year: item?.issued?.['date-parts']?.[0]?.[0],
    container: item?.['container-title'],
    page: item?.page?.replace('-', '–'),
    volume: item?.volume,
    DOI: item?.DOI,
  };
}

describe('BibTeX', () => {
  it.each(named)('keeps %s', (_, source) => {
    const isIn =
      ['book', 'chapter', 'paper-conference'].includes(source.reference?.type ?? '') ||
      source.reference?.type.startsWith('article-');
    const { container, ...expected } = kept(source);
    const { container: found, ...rest } = read(toBibtex(source));
    expect(rest).toEqual(expected);
    // A web page's site has no field of its own there.
    if (isIn) expect(found).toBe(container);
  });

  it('keeps signs that TeX would take for its own', () => {
    const title = 'Salt & Sons: 50% of {all} $ in #1_2 ~ ^ \\';
    expect(read(toBibtex({ id: 'a', title, authors: [], publisher: '' })).title).toBe(title);
  });
});

/** Fields that this reader passes over in works of a type, though other programs write and read them so. */
const UNREAD: Readonly<Record<string, readonly string[]>> = {
  'article-newspaper': ['authors'],
  webpage: ['container'],
  'paper-conference': ['container'],
};

describe('RIS', () => {
  it.each(named)('keeps %s', (_, source) => {
    const record = toRis(source);
    const unread = UNREAD[source.reference?.type ?? ''] ?? [];
    const compared = Object.entries(kept(source)).filter(([name]) => !unread.includes(name));
    expect(read(record)).toMatchObject(Object.fromEntries(compared));
    if (unread.includes('container') && source.publisher !== '')
      expect(record).toContain(`T2  - ${source.publisher}\r\n`);
    if (unread.includes('authors') && source.authors.length > 0) expect(record).toMatch(/^AU {2}- /m);
  });

  it('has no line that a title made', () => {
    const record = toRis({ id: 'a', title: 'One\nER  - \nTY  - JOUR', authors: [], publisher: '' });
    expect(record.match(/^ER {2}- /gm)).toHaveLength(1);
    expect(record.match(/^TY {2}- /gm)).toHaveLength(1);
  });
});

describe('CSL-JSON', () => {
  it.each(named)('is read back to %s', (_, source) => {
    expect(parseSources('one.json', toCslJson(source))).toEqual({ value: [source], problems: [] });
  });
});
