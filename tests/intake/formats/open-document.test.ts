import { describe, expect, it } from 'vitest';
import { leftOutOf, passagesOf, problemOf, workOf, zipOf } from './reading.ts';

const MEGABYTE = 1024 * 1024;
const odf = (kind: string, body: string, others: Record<string, string | number> = {}): Uint8Array =>
  zipOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'content.xml': `<office:document-content><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ...others,
  });
const text = (body: string, others: Record<string, string | number> = {}) => odf('text', body, others);
const META = '<office:meta><dc:title>On peat</dc:title><dc:creator>Bo Tal</dc:creator></office:meta>';

describe('an OpenDocument text', () => {
  it('keeps headings, lists, tables, spaces and notes', async () => {
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By spade.</text:p></text:note-body></text:note>';
    const row = (...cells: string[]) =>
      `<table:table-row>${cells.map((one) => `<table:table-cell><text:p>${one}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    const work = await workOf(
      'peat.odt',
      text(
        `<text:h text:outline-level="1">Cutting</text:h><text:p>Peat is<text:s/>cut in May.${note}</text:p>` +
          '<text:list><text:list-item><text:p>Spade</text:p></text:list-item><text:list-item><text:p>Barrow</text:p></text:list-item></text:list>' +
          `<table:table>${row('Year', 'Loads')}${row('1890', '42')}</table:table>`,
        { 'meta.xml': META },
      ),
    );
    expect(work.about).toEqual({ title: 'On peat', authors: ['Bo Tal'] });
    expect(passagesOf(work)).toEqual([
      ['[1]', 'Cutting', 'Peat is cut in May.'],
      ['[2 list]', 'Cutting', '• Spade\n• Barrow'],
      ['[3 table]', 'Cutting', 'Year | Loads\n1890 | 42'],
      ['[4 reference]', 'Notes', expect.stringContaining('By spade.')],
    ]);
  });

  it('keeps formulas, which are documents of their own, where they stand', async () => {
    const frame = (name: string) =>
      `<draw:frame><draw:object xlink:href="./${name}"/><draw:image xlink:href="./${name}.png"/></draw:frame>`;
    const power =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><msup><mn>10</mn><mn>6</mn></msup><annotation encoding="StarMath 5.0">10^6</annotation></semantics></math>';
    const flow = '<?xml version="1.0"?><math><mi>Q</mi><mo>=</mo><mn>2</mn><mi>h</mi></math>';
    const work = await workOf(
      'flow.odt',
      text(`<text:p>At most ${frame('Object 1')} litres.</text:p><text:p>${frame('Formula-2')}</text:p>`, {
        'Object 1/content.xml': power,
        'Formula-2/content.xml': flow,
      }),
    );
    expect(passagesOf(work).map(([, , said]) => said)).toEqual(['At most 10⁶ litres.', 'Q = 2h']);
  });

  it('leaves out deletions, comments and contents lists, and says so', async () => {
    const work = await workOf(
      'peat.odt',
      text(
        '<text:tracked-changes><text:changed-region><text:p>Never cut.</text:p></text:changed-region></text:tracked-changes>' +
          '<text:table-of-content><text:p>Drying 3</text:p></text:table-of-content>' +
          '<text:p>It dries<office:annotation><text:p>How long?</text:p></office:annotation> all summer.</text:p>',
      ),
    );
    expect(passagesOf(work)).toEqual([['[1]', '', 'It dries all summer.']]);
    expect(work.account?.omitted.map(({ reason, shown }) => [reason, shown])).toEqual([
      ['hidden', ['Never cut.']],
      ['contents', ['Drying 3']],
      ['comments', ['How long?']],
    ]);
  });

  it('is refused where it is protected, damaged, too deep or a bomb', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(await problemOf('a.odt', text('<text:p>x</text:p>', { 'META-INF/manifest.xml': manifest }))).toBe(
      'encrypted',
    );
    expect(await problemOf('a.odt', text('<text:p>x</text:p>').subarray(0, 150))).toBe('damaged');
    expect(await problemOf('a.odt', text('<text:section>'.repeat(1_000)))).toBe('tooDeep');
    expect(await problemOf('a.odt', zipOf({ mimetype: 'x', 'content.xml': 60 * MEGABYTE }))).toBe('tooLarge');
  });

  it('is not filled by a cell that spans the world or a space as long', async () => {
    const cell =
      '<table:table-cell table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"><text:p>Wide</text:p></table:table-cell>';
    const work = await workOf(
      'a.odt',
      text(
        `<text:p>It<text:s text:c="999999999"/>dries.</text:p><table:table><table:table-row>${cell}${cell}</table:table-row></table:table>`,
      ),
    );
    expect(work.words).toBeLessThan(1_000);
    expect(passagesOf(work)[0]?.[2]).toBe('It dries.');
  });
});

describe('an OpenDocument presentation', () => {
  it('is cited by its slides, titles first and notes last', async () => {
    const frame = (kind: string, content: string) =>
      `<draw:frame presentation:class="${kind}"><draw:text-box>${content}</draw:text-box></draw:frame>`;
    const list =
      '<text:list><text:list-item><text:p>Sphagnum</text:p></text:list-item><text:list-item><text:p>Sedge</text:p></text:list-item></text:list>';
    const work = await workOf(
      'moss.odp',
      odf(
        'presentation',
        `<draw:page>${frame('outline', list)}${frame('title', '<text:p>Mosses</text:p>')}${frame('footer', '<text:p>Bog day</text:p>')}<presentation:notes>${frame('notes', '<text:p>Bring a lens.</text:p>')}</presentation:notes></draw:page>` +
          `<draw:page>${frame('title', '<text:p>Trees</text:p>')}${frame('subtitle', '<text:p>Pine stumps lie deep.</text:p>')}</draw:page>`,
      ),
    );
    expect(passagesOf(work)).toEqual([
      ['[1 slide 1 list]', 'Mosses', '• Sphagnum\n• Sedge'],
      ['[2 slide 1]', 'Mosses > Notes', 'Bring a lens.'],
      ['[3 slide 2]', 'Trees', 'Pine stumps lie deep.'],
    ]);
    expect(work.account?.omitted.map(({ reason, shown }) => [reason, shown])).toEqual([['runningHeads', ['Bog day']]]);
  });
});

describe('what an OpenDocument file says beside its text', () => {
  const styles = (inside: string) =>
    `<office:document-styles><office:master-styles><style:master-page>${inside}</style:master-page></office:master-styles></office:document-styles>`;
  const hiddenStyle = (properties: string) =>
    `<office:automatic-styles><style:style style:name="H1"><style:properties ${properties}/></style:style></office:automatic-styles>`;

  it('is left out of a text, and counted', async () => {
    const work = await workOf(
      'peat.odt',
      text(
        [
          '<text:p>Peat <text:span text:style-name="H1">secretly </text:span>burns.',
          '<office:annotation><dc:creator>Bo</dc:creator><text:p>Does it?</text:p></office:annotation>',
          '<draw:frame><svg:desc>A spade</svg:desc></draw:frame></text:p>',
          '<text:p><text:ruby><text:ruby-base>塩</text:ruby-base><text:ruby-text>shio</text:ruby-text></text:ruby></text:p>',
          '<text:section text:display="none"><text:p>Not shown</text:p></text:section>',
          '<table:table><table:table-row><table:table-cell><text:p>Wide</text:p></table:table-cell>',
          '<table:covered-table-cell><text:p>Under</text:p></table:covered-table-cell></table:table-row></table:table>',
        ].join(''),
        {
          'styles.xml':
            `<office:document-styles>${hiddenStyle('text:display="none"')}</office:document-styles>`.replace(
              '</office:document-styles>',
              `${styles('<style:header><text:p>Peat book</text:p></style:header>')}</office:document-styles>`,
            ),
        },
      ),
    );
    expect(work.passages.map((passage) => passage.text)).toEqual(['Peat burns.', '塩', 'Wide']);
    expect(leftOutOf(work)).toEqual({
      hidden: ['secretly', 'Not shown', 'Under'],
      comments: ['Does it?'],
      pictures: ['A spade'],
      repeated: ['shio'],
      runningHeads: ['Peat book'],
    });
  });

  it('is left out of slides, and hidden ones are with it', async () => {
    const title = (said: string) =>
      `<draw:frame presentation:class="title"><draw:text-box><text:p>${said}</text:p></draw:text-box></draw:frame>`;
    const box = (said: string) => `<draw:frame><draw:text-box><text:p>${said}</text:p></draw:text-box></draw:frame>`;
    const work = await workOf(
      'peat.odp',
      odf(
        'presentation',
        `<presentation:footer-decl>Hall of Peat</presentation:footer-decl><draw:page>${title('Cutting')}${box('By spade.')}</draw:page><draw:page draw:style-name="H1">${title('Left')}${box('Out.')}</draw:page>`,
        {
          'styles.xml': `<office:document-styles>${hiddenStyle('presentation:visibility="hidden"')}${styles(box('On each') + title('Click to edit'))}</office:document-styles>`,
        },
      ),
    );
    expect(passagesOf(work)).toEqual([['[1 slide 1]', 'Cutting', 'By spade.']]);
    expect(leftOutOf(work)).toEqual({ hidden: ['Left', 'Out.'], runningHeads: ['Hall of Peat', 'On each'] });
  });

  it('keeps charts where they stand', async () => {
    const chart =
      '<office:body><office:chart><chart:chart><chart:title><text:p>Loads</text:p></chart:title><table:table><table:table-row><table:table-cell><text:p>1790</text:p></table:table-cell><table:table-cell><text:p>42</text:p></table:table-cell></table:table-row></table:table></chart:chart></office:chart></office:body>';
    const work = await workOf(
      'peat.odt',
      text(
        '<text:p>By year:<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p><text:p>So.</text:p>',
        {
          'Object 1/content.xml': chart,
        },
      ),
    );
    expect(work.passages.map((passage) => passage.text)).toEqual(['By year:\nLoads', '1790 | 42', 'So.']);
  });
});
