import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/material/dates.ts';
import { renderPng } from '../../src/reply/png.ts';
import { dateFinder } from '../../src/study/timeline/dates.ts';
import { isDrawable, timelineSvg } from '../../src/study/timeline/picture.ts';
import { timelineOf } from '../../src/study/timeline/timeline.ts';
import { edited, writeKnowledge } from '../material/fixture.ts';
import { openLibrary } from '../support/bot.ts';

const found = (text: string, code = 'en') => dateFinder(code)(text).map(({ date }) => isoDate(date));

describe('dates in a text', () => {
  it.each([
    ['It opened on 29 May 2013.', ['2013-05-29']],
    ['It opened on May 29th, 2013, and closed in June 2014.', ['2013-05-29', '2014-06']],
    ['Signed 2013-05-29; renewed Sept. 2015.', ['2013-05-29', '2015-09']],
    ['Between 1914 and 1918 (and again from 1939)', ['1914', '1918', '1939']],
    ['on the 3rd of March 1848', ['1848-03-03']],
    ['on 31 April 2013', []],
    ['1500 men and 1200 km', []],
    ['The 1844 elections were lost.', ['1844']],
    ['In 1997 was the flood.', ['1997']],
    ['It cost $1999, or 1,850 francs, 2010.5 in all; call 555-1999', []],
    ['no date at all', []],
  ])('finds in %j just %j', (text, dates) => {
    expect(found(text)).toEqual(dates);
  });

  it.each([
    ['es', 'Nació el 3 de marzo de 1848 y murió en mayo de 1901.', ['1848-03-03', '1901-05']],
    ['pt', 'Em 7 de setembro de 1822; março de 1824.', ['1822-09-07', '1824-03']],
    ['ru', 'Это было 12 апреля 1961 года, а в мае 1963 года снова.', ['1961-04-12', '1963']],
    ['de', 'Am 3. März 1848 und im Mai 1849.', ['1848-03-03', '1849-05']],
    ['fr', 'Le 1er août 1914, puis en février 1916.', ['1914-08-01', '1916-02']],
  ])('knows the months of %s', (code, text, dates) => {
    expect(found(text, code)).toEqual(dates);
  });

  it('says where each stands', () => {
    const text = 'Opened in May 2013 by nobody.';
    const [first] = dateFinder('en')(text);
    expect(text.slice(...(first?.span ?? []))).toBe('May 2013');
  });
});

describe('a timeline', () => {
  const knowledge = () =>
    openLibrary(
      writeKnowledge({
        'articles/danube.md':
          '---\nsource: danube-1999\nkind: note\n---\n\n[1] The Danube was bridged in 1895. Vienna dug a canal in May 1870.\n\n[2] It flooded Vienna on 3 March 1862; the 1862 flood was the worst. Nothing else is known.\n',
        ...edited(
          'facts.csv',
          'Danube,source,Black Forest,,,danube-1999#1',
          'Danube,first bridge,1895,,,danube-1999#1,,\nDanube,ports,12,,1960,rivers-2004#1,,\nDanube,locks,9,,1999,danube-1999#1,,\nDanube,source,Black Forest,,,danube-1999#1',
        ),
      }),
    );

  const told = async (options: Parameters<typeof timelineOf>[1]) =>
    (await timelineOf(knowledge(), options)).map((event) =>
      event.kind === 'fact'
        ? `${isoDate(event.date)} ${event.entry.attribute}`
        : `${isoDate(event.date)} ${event.passage.id}`,
    );

  it('has facts and sentences in order, and what both tell once', async () => {
    expect(await told({})).toEqual([
      '1862 danube-1999#2',
      '1862-03-03 danube-1999#2',
      '1870-05 danube-1999#1',
      '1895 first bridge',
      '1960 ports',
    ]);
  });

  it('keeps to years, both included', async () => {
    expect(await told({ from: 1870, to: 1895 })).toEqual(['1870-05 danube-1999#1', '1895 first bridge']);
    expect(await told({ from: 2000 })).toEqual([]);
  });

  it('keeps to what it is about, by any of its names', async () => {
    expect(await told({ about: 'Wien' })).toEqual([
      '1862 danube-1999#2',
      '1862-03-03 danube-1999#2',
      '1870-05 danube-1999#1',
    ]);
    expect(await told({ about: 'boiled eggs' })).toEqual([]);
    expect(await told({ about: '?!' })).toEqual([]);
  });
});

describe('its picture', () => {
  const events = [
    { date: '1862', text: 'A flood & <more> "quoted" \u0007'.repeat(20), cite: 'Rivers, ¶ 1' },
    { date: '3 марта 1862', text: 'Наводнение', cite: 'Реки, ¶ 2' },
  ];

  it('is the same for the same events, and a PNG', async () => {
    const svg = timelineSvg('Rivers', events);
    expect(timelineSvg('Rivers', events)).toBe(svg);
    const [one, two] = await Promise.all([renderPng(svg), renderPng(svg)]);
    expect(Buffer.from(one).subarray(1, 4).toString()).toBe('PNG');
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('draws the letters of its font: Cyrillic is no row of boxes', async () => {
    const picture = async (text: string) =>
      Buffer.from(await renderPng(timelineSvg('x', [{ date: '1', text, cite: '' }])));
    expect((await picture('Реки')).equals(await picture('Моря'))).toBe(false);
    // Letters that the font lacks all look alike, which is why they are not drawn.
    expect((await picture('海')).equals(await picture('川'))).toBe(true);
    expect(isDrawable([{ date: '1', text: 'Реки Δ naïve 😀', cite: '' }])).toBe(true);
    expect(isDrawable([{ date: '1', text: '海', cite: '' }])).toBe(false);
  });

  it('lets no text be markup', () => {
    const svg = timelineSvg('<script>', [{ date: '</text>', text: '"><image href="file:///etc/passwd"/>', cite: '&' }]);
    expect(svg).not.toMatch(/<(?:script|image)/);
  });
});
