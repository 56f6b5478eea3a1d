import { describe, expect, it } from 'vitest';
import { chartOf, leftOutOf, passagesOf, problemOf, workOf, zipOf } from './reading.ts';

const MEGABYTE = 1024 * 1024;
const paragraph = (text: string, properties = '') => `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (kind: string, paragraphs: string) =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${kind}"/></p:nvPr></p:nvSpPr><p:txBody>${paragraphs}</p:txBody></p:sp>`;
const box = (paragraphs: string) => `<p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody>${paragraphs}</p:txBody></p:sp>`;
const slide = (shapes: string, attributes = '') =>
  `<p:sld${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
const rels = (targets: Record<string, [type: string, target: string]>) =>
  `<Relationships>${Object.entries(targets)
    .map(([id, [type, target]]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The slides are shown in this order, and kept in the file in the opposite one. */
function presentation(slides: string[], others: Record<string, string | number> = {}): Uint8Array {
  const number = (i: number) => slides.length - i;
  return zipOf({
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${slides.map((_, i) => `<p:sldId id="${256 + i}" r:id="r${i}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': rels(
      Object.fromEntries(slides.map((_, i) => [`r${i}`, ['slide', `slides/slide${number(i)}.xml`]])),
    ),
    ...Object.fromEntries(slides.map((content, i) => [`ppt/slides/slide${number(i)}.xml`, content])),
    ...others,
  });
}

describe('a presentation', () => {
  it('is read in the order in which it is shown, bullets below their titles', async () => {
    const work = await workOf(
      'soil.pptx',
      presentation([
        slide(
          shape('body', paragraph('Clay has small pores') + paragraph('Sand drains fast')) +
            shape('title', paragraph('Why soils hold water')),
        ),
        slide(shape('title', paragraph('Field capacity')) + shape('body', paragraph('What is left after two days'))),
      ]),
    );
    expect(passagesOf(work)).toEqual([
      ['[1 slide 1 list]', 'Why soils hold water', '• Clay has small pores\n• Sand drains fast'],
      ['[2 slide 2 list]', 'Field capacity', '• What is left after two days'],
    ]);
    expect(work.format).toBe('pptx');
  });

  it('has the slides of a part below the title that stands alone on its slide', async () => {
    const titled = (title: string, ...items: string[]) =>
      slide(shape('title', paragraph(title)) + shape('body', items.map((item) => paragraph(item)).join('')));
    const work = await workOf(
      'soil.pptx',
      presentation([titled('Water'), titled('Pores', 'Small'), titled('Roots', 'Deep')]),
    );
    expect(passagesOf(work)).toEqual([
      ['[1 slide 2 list]', 'Water > Pores', '• Small'],
      ['[2 slide 3 list]', 'Roots', '• Deep'],
    ]);
  });

  it('keeps tables, boxes, raised figures and the properties', async () => {
    const cell = (text: string) => `<a:tc><a:txBody>${paragraph(text)}</a:txBody></a:tc>`;
    const table = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>${cell('Soil')}${cell('Pores')}</a:tr><a:tr>${cell('Clay')}${cell('small')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const raised =
      '<a:p><a:r><a:t>About 10</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>6</a:t></a:r><a:r><a:t> grains.</a:t></a:r></a:p>';
    const core =
      '<cp:coreProperties><dc:title>Soil water</dc:title><dc:creator>Ana Oru</dc:creator></cp:coreProperties>';
    const work = await workOf('soil.pptx', presentation([slide(table + box(raised))], { 'docProps/core.xml': core }));
    expect(work.about).toEqual({ title: 'Soil water', authors: ['Ana Oru'] });
    expect(passagesOf(work)).toEqual([
      ['[1 slide 1 table]', '', 'Soil | Pores\nClay | small'],
      ['[2 slide 1]', '', 'About 10⁶ grains.'],
    ]);
  });

  it('keeps what charts show, and says a merged cell in each of its rows', async () => {
    const points = (...values: string[]) =>
      values.map((value, i) => `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`).join('');
    const series = `<c:ser><c:tx>${points('Sacks')}</c:tx><c:cat>${points('2019', '2020')}</c:cat><c:val>${points('12', '15.300000000000001')}</c:val></c:ser>`;
    const chart = `<c:chart><c:title><c:tx>${paragraph('Sacks by year')}</c:tx></c:title>${series}</c:chart>`;
    const cell = (text: string, attributes = '') => `<a:tc${attributes}><a:txBody>${paragraph(text)}</a:txBody></a:tc>`;
    const rows = [
      `<a:tr>${cell('Clay', ' rowSpan="2"')}${cell('wet')}</a:tr>`,
      `<a:tr>${cell('', ' vMerge="1"')}${cell('dry')}</a:tr>`,
    ];
    const table = `<p:graphicFrame><a:graphic><a:tbl>${rows.join('')}</a:tbl></a:graphic></p:graphicFrame>`;
    const work = await workOf(
      'soil.pptx',
      presentation([slide(table)], {
        'ppt/slides/_rels/slide1.xml.rels': rels({ r1: ['chart', '../charts/chart1.xml'] }),
        'ppt/charts/chart1.xml': chart,
      }),
    );
    expect(work.passages.map(({ text }) => text)).toEqual([
      'Clay | wet\nClay | dry',
      'Sacks by year',
      ' | Sacks\n2019 | 12\n2020 | 15.3',
    ]);
  });

  it('reads the notes below their slide, and says what it leaves out', async () => {
    const notes = `<p:notes>${shape('body', paragraph('Pass the two jars round.', '<a:pPr><a:buNone/></a:pPr>'))}${shape('sldNum', paragraph('1'))}</p:notes>`;
    const shown = slide(
      shape('title', paragraph('Jars')) + shape('body', paragraph('Two jars')) + shape('ftr', paragraph('Soil course')),
    );
    const hidden = slide(shape('title', paragraph('Spare')), ' show="0"');
    const work = await workOf(
      'jars.pptx',
      presentation([shown, hidden], {
        'ppt/slides/_rels/slide2.xml.rels': rels({ n: ['notesSlide', '../notesSlides/notesSlide1.xml'] }),
        'ppt/notesSlides/notesSlide1.xml': notes,
      }),
    );
    expect(passagesOf(work)).toEqual([
      ['[1 slide 1 list]', 'Jars', '• Two jars'],
      ['[2 slide 1]', 'Jars > Notes', 'Pass the two jars round.'],
    ]);
    expect(work.account?.omitted.map(({ reason, shown: lines }) => [reason, lines])).toEqual([
      ['runningHeads', ['Soil course', '1']],
      ['hidden', ['Spare']],
    ]);
  });

  it('is refused where a slide is missing, is nested too deeply or inflates beyond the limits', async () => {
    const whole = presentation([slide(shape('title', paragraph('A')))]);
    expect(await problemOf('cut.pptx', whole.subarray(0, 300))).toBe('damaged');
    expect(await problemOf('deep.pptx', presentation([slide('<p:grpSp>'.repeat(1_000))]))).toBe('tooDeep');
    expect(await problemOf('bomb.pptx', presentation([], { 'ppt/slides/slide1.xml': 60 * MEGABYTE }))).toBe('tooLarge');
    expect(await problemOf('empty.pptx', presentation([slide('')]))).toBe('noText');
  });

  it('is called as its first slide says, where that is a title slide', async () => {
    const first = slide(
      shape('ctrTitle', paragraph('Water in soils')) + shape('subTitle', paragraph('A short course')),
    );
    const work = await workOf('a.pptx', presentation([first, slide(box(paragraph('It rains.')))]));
    expect(work.about.title).toBe('Water in soils');
    expect(passagesOf(work).map(([, , text]) => text)).toEqual(['A short course', 'It rains.']);
  });

  it('does not inflate pictures', async () => {
    const picture = { 'ppt/media/image1.png': 60 * MEGABYTE };
    expect(await problemOf('a.pptx', presentation([slide(box(paragraph('It rains.')))], picture))).toBe('read');
  });

  it('says what stands on layouts, what is hidden, what reviewers wrote and what pictures show', async () => {
    const hidden = `<p:sp><p:nvSpPr><p:cNvPr id="7" hidden="1"/></p:nvSpPr><p:txBody>${paragraph('Unseen')}</p:txBody></p:sp>`;
    const picture = '<p:pic><p:nvPicPr><p:cNvPr id="8" descr="A wheel"/></p:nvPicPr></p:pic>';
    const work = await workOf(
      'soil.pptx',
      presentation([slide(box(paragraph('Clay is fine.')) + hidden + picture)], {
        'ppt/slides/_rels/slide1.xml.rels': rels({
          a: ['slideLayout', '../slideLayouts/slideLayout1.xml'],
          b: ['comments', '../comments/comment1.xml'],
          c: ['comments', '../comments/modernComment_1A.xml'],
        }),
        'ppt/slideLayouts/slideLayout1.xml': slide(
          box(paragraph('Hall of Soils')) + shape('title', paragraph('Click')),
        ),
        'ppt/comments/comment1.xml': '<p:cmLst><p:cm><p:text>Is it?</p:text></p:cm></p:cmLst>',
        'ppt/comments/modernComment_1A.xml': `<p:cm><p:txBody>${paragraph('It is.')}</p:txBody></p:cm>`,
      }),
    );
    expect(work.passages.map(({ text }) => text)).toEqual(['Clay is fine.']);
    expect(leftOutOf(work)).toEqual({
      hidden: ['Unseen'],
      pictures: ['A wheel'],
      comments: ['Is it?', 'It is.'],
      runningHeads: ['Hall of Soils'],
    });
  });

  it('has a table for each set of categories that a chart shows', async () => {
    const work = await workOf(
      'soil.pptx',
      presentation([slide(box(paragraph('Two wells.')))], {
        'ppt/slides/_rels/slide1.xml.rels': rels({ a: ['chart', '../charts/chart1.xml'] }),
        'ppt/charts/chart1.xml': chartOf('Depth', ['East', ['1', '2'], [5, 6]], ['West', ['8', '9'], [7, 4]]),
      }),
    );
    expect(work.passages.map(({ text }) => text)).toEqual([
      'Two wells.',
      'Depth',
      ' | East\n1 | 5\n2 | 6',
      ' | West\n8 | 7\n9 | 4',
    ]);
  });
});
