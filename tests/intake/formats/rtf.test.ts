import { describe, expect, it } from 'vitest';
import { leftOutOf, passagesOf, problemOf, workOf } from './reading.ts';

const rtf = (body: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Times Cyr;}{\\f2\\fcharset128 Gothic;}}{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}${body}}`;

describe('a document in Rich Text Format', () => {
  it('keeps headings, lists, tables, raised figures and what it is called', async () => {
    const work = await workOf(
      'salt.rtf',
      rtf(
        '{\\info{\\title On salt}{\\author Ana Oru}{\\operator Nobody}}\\pard\\s1 Pans\\par\\pard A pan holds 10{\\super 3} litres.\\par' +
          '\\pard\\ls1{\\listtext\\bullet\\tab}Rake\\par{\\listtext\\bullet\\tab}Sieve\\par' +
          '\\pard\\intbl Year\\cell Tons\\cell\\row\\pard\\intbl 1790\\cell 12\\cell\\row\\pard Then it \\b stopped\\b0 .\\par',
      ),
    );
    expect(work.about).toEqual({ title: 'On salt', authors: ['Ana Oru'] });
    expect(passagesOf(work)).toEqual([
      ['[1]', 'Pans', 'A pan holds 10³ litres.'],
      ['[2 list]', 'Pans', '• Rake\n• Sieve'],
      ['[3 table]', 'Pans', 'Year | Tons\n1790 | 12'],
      ['[4]', 'Pans', 'Then it stopped.'],
    ]);
  });

  it("reads code pages by the font, double bytes and Unicode's escapes", async () => {
    const work = await workOf(
      'signs.rtf',
      rtf(
        "\\pard M\\'fchle \\endash  \\'93so\\'94.\\par{\\f1 \\'d1\\'ee\\'eb\\'fc.}\\par{\\f2 \\'89\\'96.}\\par{\\uc1 \\u1057?\\u1086?\\u1083?\\u1100? \\uc2\\u8212--end\\u-3913??.}\\par",
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual(['Mühle – “so”.', 'Соль.', '塩.', 'Соль —end\uf0b7.']);
  });

  it('keeps the text of boxes', async () => {
    const box =
      '{\\shp{\\*\\shpinst{\\sp{\\sn fill}{\\sv 1}}{\\shptxt \\pard In a box.\\par}}{\\shprslt{\\*\\do{\\dptxbxtext In a box.\\par}}}}';
    const work = await workOf('salt.rtf', rtf(`\\pard Brine boils.\\par ${box}\\pard It dries.\\par`));
    expect(work.passages.map(({ text }) => text)).toEqual(['Brine boils.', 'In a box.', 'It dries.']);
  });

  it('leaves out pictures, hidden text, heads and unknown groups', async () => {
    const work = await workOf(
      'salt.rtf',
      rtf(
        '{\\header Salt works}{\\*\\unknown Secret}{\\pict\\pngblip 89504e47}{\\pict\\bin12 }}}}}}}}}}}} }\\pard Brine{\\v  hidden} boils.{\\footnote In lead.}\\par{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt It dries.}}\\par',
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual([
      'Brine boils.',
      'It dries.',
      expect.stringContaining('In lead.'),
    ]);
    expect(work.account?.omitted.map(({ reason, shown }) => [reason, shown])).toEqual([
      ['runningHeads', ['Salt works']],
      ['hidden', ['hidden']],
    ]);
  });

  it('is refused where groups are nested too deeply, and read where they do not end', async () => {
    expect(await problemOf('deep.rtf', `{\\rtf1 ${'{'.repeat(1_000_000)}`)).toBe('tooDeep');
    expect(await problemOf('open.rtf', '{\\rtf1 {\\b It dries.')).toBe('read');
    expect(await problemOf('closed.rtf', `{\\rtf1 It dries.${'}'.repeat(100_000)}`)).toBe('read');
    expect(await problemOf('bare.rtf', '{\\rtf1}')).toBe('noText');
    expect(await problemOf('long.rtf', rtf(`${'It dries. '.repeat(50)}\\par `.repeat(10_000)))).toBe('tooLarge');
  });

  it('passes over a picture of megabytes', async () => {
    const picture = `{\\pict\\pngblip ${'89504e47'.repeat(3_500_000)}}`;
    const work = await workOf('picture.rtf', rtf(`${picture}\\pard It dries.\\par`));
    expect(work.passages.map(({ text }) => text)).toEqual(['It dries.']);
  });

  it('cannot smuggle tags in', async () => {
    const work = await workOf('tags.rtf', rtf('\\pard <script>x</script> & <b>5 < 6</b>.\\par'));
    expect(work.passages[0]?.text).toBe('<script>x</script> & <b>5 < 6</b>.');
  });

  it('says what it leaves out', async () => {
    const work = await workOf(
      'salt.rtf',
      rtf(
        [
          '{\\header Salt book\\par}\\pard Brine{\\v never} boils{\\deleted twice}.{\\*\\annotation\\pard Does it?\\par}\\par',
          '{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt Pans 1\\par Rakes 2}}\\par',
          '{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv A rake}}}00ff}',
          '{\\object{\\*\\objclass Equation.3}{\\*\\objdata 00}{\\result Shown.}}\\par{\\mmath{\\*\\moMath{\\mr a=b}}}\\par',
        ].join(''),
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual(['Brine boils.', 'Shown.']);
    expect(leftOutOf(work)).toEqual({
      runningHeads: ['Salt book'],
      hidden: ['nevertwice'],
      comments: ['Does it?'],
      contents: ['Pans 1', 'Rakes 2'],
      pictures: ['A rake'],
      formulas: ['Equation.3', 'a=b'],
    });
  });

  it('keeps the numbers of lists, boxes of old programs and the Unicode form of a text', async () => {
    const work = await workOf(
      'salt.rtf',
      rtf(
        [
          '\\pard{\\listtext 3.\\tab}\\ls1 Rake\\par{\\listtext 4.\\tab}Sieve\\par\\pard{\\listtext o\\tab}\\ls2 Dry\\par',
          '\\pard{\\*\\do{\\dptxbxtext In a box.\\par}}{\\upr{Salt?}{\\*\\ud{Salt!}}}\\par',
        ].join(''),
      ),
    );
    expect(work.passages.map(({ text }) => text)).toEqual(['3. Rake\n4. Sieve', '• Dry', 'In a box.', 'Salt!']);
  });
});
