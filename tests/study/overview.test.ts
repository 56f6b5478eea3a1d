import { describe, expect, it } from 'vitest';
import type { Article, Passage } from '../../src/material/types.ts';
import { atOnce } from '../../src/slices.ts';
import { cosine, lexRank } from '../../src/study/overview/lexrank.ts';
import { overviewOf } from '../../src/study/overview/overview.ts';
import { english } from '../../src/text/languages/index.ts';

function article(texts: readonly (string | Partial<Passage>)[]): Article {
  return {
    source: { id: 'w', title: 'W', authors: [], publisher: '' },
    passages: texts.map((each, at) => ({
      id: `w#${at + 1}`,
      source: 'w',
      paragraph: at + 1,
      kind: 'quote',
      text: '',
      ...(typeof each === 'string' ? { text: each } : each),
    })),
  };
}

const overview = (texts: readonly (string | Partial<Passage>)[], terms = {}) =>
  overviewOf(article(texts), { terms: [], language: english, ...terms });

describe('lexRank', () => {
  const sentences = [
    ['salt', 'road', 'mule'],
    ['salt', 'road', 'town'],
    ['salt', 'mule', 'town'],
    ['lamp', 'oil', 'wick'],
    ['road', 'mule', 'gate'],
  ];

  it('puts what resembles many others before what resembles none', () => {
    const { scores } = atOnce(lexRank(sentences));
    const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    expect(order.at(-1)).toBe(3);
    expect(order[0]).not.toBe(4);
  });

  it('has vectors of length 1, alike to themselves alone', () => {
    const { vectors } = atOnce(lexRank(sentences));
    const [first, , , other] = vectors;
    if (!first || !other) return expect.unreachable();
    expect(cosine(first, first)).toBeCloseTo(1);
    expect(cosine(first, other)).toBe(0);
  });

  it('is no trouble where there is nothing, or nothing but common words', () => {
    expect(atOnce(lexRank([])).scores).toEqual([]);
    expect(atOnce(lexRank([[], []])).scores.every(Number.isFinite)).toBe(true);
    expect(atOnce(lexRank(Array.from({ length: 40 }, () => ['salt']))).scores.every(Number.isFinite)).toBe(true);
  });
});

describe('an overview', () => {
  const TEXTS = [
    'Salt came to the town of Moss by the old mule road. A lamp hung over the gate of the inn.',
    'The mule road to Moss carried salt in every season of the year. Nobody knows who painted the sign.',
    'In 1790 the town of Moss taxed the salt on the mule road. In 1790 the gate was mended too.',
    'The tax on salt made the town rich, and the mule road was paved in 1802. What came of it?',
    'When the railway reached Moss in 1871, salt left the mule road for good. The inn was sold.',
    'A choir sang in the chapel of Saint Odo on feast days only. Their songbook is lost.',
  ];

  it('quotes no sentence that goes on from one that may not stand there', async () => {
    const texts = [
      'The salt road to Moss was the oldest road of the county of Wend. It was the salt road that fed the county of Wend.',
      'The county of Wend sold the salt of the road to Moss in winter. Its salt road was the pride of the county of Wend.',
      'In that salt road the county of Wend saw the road to Moss and to its own winter.',
    ];
    const { sentences } = await overview(texts);
    const said = sentences.map(({ passage, span }) => passage.text.slice(...span));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((sentence) => /^(?:Its?|In that)\s/.test(sentence))).toEqual([]);
  });

  it('quotes sentences word for word, in the order of the work', async () => {
    const { sentences } = await overview(TEXTS);
    expect(sentences).toHaveLength(5);
    for (const { passage, span } of sentences) {
      const quoted = passage.text.slice(...span);
      expect(TEXTS[passage.paragraph - 1]).toContain(quoted);
      expect(quoted).toMatch(/^\p{Lu}.*\.$/u);
    }
    const paragraphs = sentences.map(({ passage }) => passage.paragraph);
    expect(paragraphs).toEqual(paragraphs.toSorted((a, b) => a - b));
    expect(sentences.map(({ passage, span }) => passage.text.slice(...span)).join(' ')).toContain('salt');
  });

  it('quotes no exercises, captions, lists or the same sentence twice', async () => {
    const { sentences } = await overview([
      ...Array.from({ length: 4 }, () => 'The salt road led from the sea to the town of Moss over three passes.'),
      { text: 'The salt road leads from the sea to which town of Moss, and why over passes?' },
      {
        role: 'caption' as const,
        text: 'The salt road that led from the sea to the town of Moss over three passes, in 1900.',
      },
      {
        form: 'reference' as const,
        text: 'Marlow. The salt road from the sea to the town of Moss over three passes. 1990.',
      },
    ]);
    expect(sentences.map(({ passage }) => passage.paragraph)).toEqual([1]);
  });

  it('counts years and names by the paragraphs that mention them', async () => {
    const { years, names } = await overview(TEXTS, {
      terms: [{ name: 'Moss (town)', type: 'place', aliases: ['Moss'], note: '' }],
    });
    expect(years.map(({ passages }) => passages)).toEqual([1, 1, 1]);
    expect(names).toEqual([{ name: 'Moss (town)', passages: 4 }]);
    const more = await overview([
      ...TEXTS,
      'Until 1790 nobody paid. From 1871 on the 1871 line ran, as Anna Reed tells.',
      'So Anna Reed was told in May 1790.',
    ]);
    expect(more.years).toEqual([
      { name: '1790', passages: 3 },
      { name: '1871', passages: 2 },
    ]);
    expect(more.names).toContainEqual({ name: 'Anna Reed', passages: 2 });
    expect(more.names.map(({ name }) => name)).not.toContain('May');
  });

  it('tells of years and people of single paragraphs, the central ones first, where no two have the same', async () => {
    const { years, names } = await overview([
      'Nobody knows who hung a lamp in 1655.',
      'The salt road to Moss was paved by Anna Reed in 1790. The salt road to Moss fed the town.',
      'In 1802 the salt road to Moss was sold to Otto Lamm, and the road to Moss was closed.',
      'A choir sang, as Ben Hale wrote in 1910. It sang well in 1911.',
    ]);
    expect(years.slice(0, 2).map(({ name }) => name)).toEqual(['1790', '1802']);
    expect(years).toHaveLength(3);
    expect(names).toEqual([{ name: 'Moss', passages: 2 }]);
  });

  it('quotes Japanese sentences, whose signs say more than letters', async () => {
    const texts = [
      '塩の道は海から山の町まで続いていました。',
      '山の町は塩の道で豊かになり、税を取りました。',
      '鉄道ができると塩の道は使われなくなりました。',
      '短い文。',
    ];
    const { sentences } = await overview(texts);
    expect(sentences.map(({ passage }) => passage.paragraph)).toEqual([1, 2, 3]);
  });

  it('has the headings, and the terms that the work marks and defines', async () => {
    const { headings, terms } = await overview([
      { heading: 'Roads', text: 'A leat is a channel that carries water to a mill.', terms: ['leat'] },
      { heading: 'Roads', text: 'The leat froze, and the **sluice** with it.', terms: ['leat', 'sluice'] },
      { heading: 'Glossary', form: 'glossary' as const, text: 'adit: a way into a mine', terms: ['adit'] },
    ]);
    expect(headings.map(({ heading, passage }) => [heading, passage.paragraph])).toEqual([
      ['Roads', 1],
      ['Glossary', 3],
    ]);
    expect(terms.map(({ term, passage }) => [term, passage.paragraph])).toEqual([
      ['leat', 1],
      ['adit', 3],
    ]);
  });

  it('is made of works without prose, too', async () => {
    expect(await overview([])).toEqual({ headings: [], sentences: [], terms: [], years: [], names: [] });
    expect((await overview(['x'])).sentences).toEqual([]);
  });
});
