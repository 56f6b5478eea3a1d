import { describe, expect, it } from 'vitest';
import { leftOutOf, passagesOf, problemOf, workOf, zipOf } from './reading.ts';

const MEGABYTE = 1024 * 1024;
const page = (body: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;
const CONTAINER =
  '<container><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const METADATA =
  '<dc:title>Bees of the North</dc:title><dc:creator>Anna Reed</dc:creator><dc:date>2018-05-01T00:00:00Z</dc:date>';

/** A book whose chapters are kept in the opposite order of the one in which they are read. */
function book(chapters: Record<string, string>, others: Record<string, string | number> = {}, items = ''): Uint8Array {
  const names = Object.keys(chapters);
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OPS/book.opf': `<package><metadata>${METADATA}</metadata><manifest>${names
      .map((name) => `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"/>`)
      .toReversed()
      .join(
        '',
      )}${items}</manifest><spine>${names.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(Object.entries(chapters).map(([name, body]) => [`OPS/text/${name}.xhtml`, page(body)])),
    ...others,
  });
}

const NAVIGATION = '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>';

describe('a book', () => {
  it('is read in the order of its spine', async () => {
    const work = await workOf(
      'bees.epub',
      book({
        two: '<h1>The Hive</h1><p>A hive in June holds fifty thousand bees.</p>',
        one: '<h1>The Swarm</h1><p>Half of them leave with the old queen.<a epub:type="noteref" href="#n1"><sup>1</sup></a></p><aside epub:type="footnote" id="n1"><p>In May as a rule.</p></aside>',
      }),
    );
    expect(work.about).toEqual({
      title: 'Bees of the North',
      authors: ['Anna Reed'],
      issued: { year: 2018, month: 5, day: 1 },
    });
    expect(passagesOf(work).slice(0, 2)).toEqual([
      ['[1]', 'The Hive', 'A hive in June holds fifty thousand bees.'],
      ['[2]', 'The Swarm', expect.stringMatching(/^Half of them leave with the old queen\./)],
    ]);
    expect(passagesOf(work).at(-1)?.[2]).toBe('In May as a rule.');
  });

  it('is cited by its printed pages, in the middle of a paragraph too', async () => {
    const nav = page('<nav epub:type="page-list"><ol><li><a href="text/a.xhtml#p4">4</a></li></ol></nav>');
    const body =
      '<p><span epub:type="pagebreak" id="x" title="xii"/>Smoke calms the bees.</p>' +
      `<p>${'They fill themselves with honey. '.repeat(15)}<span id="p4"/>${'Then they are heavy and mild. '.repeat(30)}</p>`;
    const work = await workOf('bees.epub', book({ a: body }, { 'OPS/nav.xhtml': nav }, NAVIGATION));
    expect(work.passages.map(({ page: number, pageLabel }) => [number, pageLabel])).toEqual([
      [1, 'xii'],
      [1, 'xii'],
      [4, undefined],
    ]);
    expect(work.passages.every(({ text }) => !/[\ue000\ue001]/.test(text))).toBe(true);
  });

  it('takes headings from its contents where a chapter has none', async () => {
    const nav = page('<nav epub:type="toc"><ol><li><a href="text/a.xhtml">Winter</a></li></ol></nav>');
    const work = await workOf(
      'b.epub',
      book({ a: '<p>The bees hang in a ball.</p>' }, { 'OPS/nav.xhtml': nav }, NAVIGATION),
    );
    expect(passagesOf(work)).toEqual([['[1]', 'Winter', 'The bees hang in a ball.']]);
  });

  it('is refused where it is protected, incomplete or inflates beyond the limits', async () => {
    const encryption = {
      'META-INF/encryption.xml':
        '<encryption><EncryptedData><CipherData><CipherReference URI="OPS/text/a.xhtml"/></CipherData></EncryptedData></encryption>',
    };
    expect(await problemOf('locked.epub', book({ a: '<p>Bees.</p>' }, encryption))).toBe('encrypted');
    expect(await problemOf('bare.epub', zipOf({ 'META-INF/container.xml': CONTAINER }))).toBe('damaged');
    expect(await problemOf('bomb.epub', book({ a: '<p>Bees.</p>' }, { 'OPS/b.xhtml': 60 * MEGABYTE }))).toBe(
      'tooLarge',
    );
    expect(await problemOf('deep.epub', book({ a: '<div>'.repeat(2_000) }))).toBe('tooDeep');
  });

  it('does not follow paths out of the book', async () => {
    const item = '<item id="z" href="../../../etc/passwd" media-type="application/xhtml+xml"/>';
    expect(await problemOf('out.epub', book({ a: '<p>Bees hum.</p>' }, {}, item))).toBe('read');
  });

  it('says what pictures show, how signs are read aloud, and which pages it has beside its order', async () => {
    const one =
      '<h1>One</h1><p>Bees <ruby>塩<rp>(</rp><rt>shio</rt><rp>)</rp></ruby> fly.<img src="a.png" alt="A bee"/></p>';
    const work = await workOf(
      'bees.epub',
      book(
        { one },
        { 'OPS/text/beside.xhtml': page('<p>Nobody turns to this.</p>') },
        '<item id="z" href="text/beside.xhtml" media-type="application/xhtml+xml"/>',
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual(['Bees 塩 fly.']);
    expect(leftOutOf(work)).toEqual({
      repeated: ['shio'],
      pictures: ['A bee'],
      hidden: ['Nobody turns to this.'],
    });
  });
});
