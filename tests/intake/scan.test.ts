import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/intake/index.ts';
import { isGarbled } from '../../src/intake/pdf/garbled.ts';
import { finish } from '../../src/intake/readers/finish.ts';
import { readPdf } from '../../src/intake/readers/pdf.ts';
import { pageImage } from '../../src/intake/scan/page-image.ts';
import { TesseractRecognizer } from '../../src/intake/scan/recognizer.ts';
import { packageRoot } from '../../src/root.ts';

const MOLE = new Uint8Array(readFileSync(join(packageRoot, 'tests', 'fixtures', 'scans', 'mole.pdf')));
const notInstalled = async () => undefined;

describe('a scan', { timeout: 60_000 }, () => {
  it('is recognised, marked so, and told of page by page', async () => {
    const pages: [number, number][] = [];
    const onPage = (page: number, count: number) => pages.push([page, count]);
    const result = await readFile({ name: 'mole.pdf', bytes: MOLE }, { onPage, timeMs: 50_000 });
    expect(pages).toEqual([[1, 2]]);
    expect(result.ok && result.works[0]?.passages.map(({ page, form, text }) => [page, form, text])).toEqual([
      [
        1,
        'scan',
        'The mole that lives below the meadow was first seen in the spring of 1984, when the brook rose and filled its tunnels. It came up beside the gate and went on digging there as if nothing had happened.',
      ],
      [
        1,
        'scan',
        'Each year it throws up about forty hills. The children count them on the first of May and write the number on the barn door.',
      ],
      [
        2,
        undefined,
        'In the year of the long frost it threw up none at all, and nobody has seen a mole in the meadow since.',
      ],
    ]);
  });

  it('is counted as left out where text recognition is not installed', async () => {
    const { account, passages } = finish(await readPdf(MOLE.slice(), () => {}, notInstalled), 'pdf');
    expect(passages).toHaveLength(1);
    expect(account?.omitted).toContainEqual({ reason: 'scans', characters: 2, lines: 1, shown: ['p. 1'] });
  });

  it('is refused as one where nothing else is in the file', async () => {
    const bytes = pictures(['00 ff'], 0);
    await expect(readPdf(bytes, () => {}, notInstalled)).rejects.toMatchObject({ problem: 'scan' });
  });

  it('is read in the language that reads its first page best, related ones tried too', async () => {
    const recognizer = recognizerOf({ eng: ['Die Miihle', 91], deu: ['Die Mühle', 95], fra: ['Die Miihle', 92] });
    const [first, second] = [await recognizer.recognise(PIXEL, () => {}), await recognizer.recognise(PIXEL, () => {})];
    expect([first, second].map((lines) => lines?.map(({ text }) => text))).toEqual([['Die Mühle'], ['Die Mühle']]);
  });

  it('is no text where no language can read it, and counted as left out', async () => {
    const open = async () => recognizerOf({ eng: ['MenbHHua B TopBre', 34] });
    const { account, passages } = finish(await readPdf(MOLE.slice(), () => {}, open), 'pdf');
    expect(passages).toHaveLength(1);
    expect(account?.omitted).toContainEqual({ reason: 'scans', characters: 2, lines: 1, shown: ['p. 1'] });
    await expect(readPdf(pictures(['00 ff'], 0), () => {}, open)).rejects.toMatchObject({ problem: 'noText' });
  });

  it('is put together from its strips, turned as the page is', async () => {
    const pdf = await getDocumentProxy(pictures(['00 ff', 'ff 00'], 90), { verbosity: 0 });
    const image = await pageImage(await pdf.getPage(1));
    // Strips of the page as it lies: black white above white black. A quarter turn clockwise brings the lower left up.
    expect(image && [image.width, image.height, [...image.pixels]]).toEqual([2, 2, [255, 0, 0, 255]]);
  });
});

const DATA = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
const PIXEL = { width: 1, height: 1, pixels: new Uint8Array(1) };

/** An engine that reads every image as this, with that confidence, by its languages. */
function recognizerOf(read: Record<string, [text: string, confidence: number]>): TesseractRecognizer {
  class Api {
    private code = '';
    Init(_path: null, code: string): number {
      this.code = code;
      return 0;
    }
    GetTSVText(): string {
      const place = '1\t1\t1\t1\t1\t10\t10\t90\t12\t0';
      return `4\t${place}\t\n5\t${place}\t${read[this.code]?.[0]}`;
    }
    MeanTextConf(): number {
      return read[this.code]?.[1] ?? 0;
    }
    SetImageFile(): number {
      return 0;
    }
    Recognize(): number {
      return 0;
    }
    SetPageSegMode(): void {}
    Clear(): void {}
    End(): void {}
  }
  const engine = { FS: { writeFile: () => {} }, TessBaseAPI: Api };
  return new TesseractRecognizer(
    engine,
    Object.keys(read).map((code) => ({ code, file: DATA })),
  );
}

/** A PDF of one page that is filled by pictures of a row of two grey pixels each, from top to bottom. */
function pictures(rows: readonly string[], rotate: number): Uint8Array {
  const height = 200 / rows.length;
  const content = rows.map((_, i) => `q 200 0 0 ${height} 0 ${200 - (i + 1) * height} cm /I${i} Do Q`).join('\n');
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    `<</Type /Page /Parent 2 0 R /Rotate ${rotate} /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</XObject <<${rows.map((_, i) => `/I${i} ${i + 5} 0 R`).join(' ')}>>>>>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ...rows.map(
      (row) =>
        `<</Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${row.length + 1}>>\nstream\n${row}>\nendstream`,
    ),
  ];
  const file = [
    '%PDF-1.7',
    ...objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj`),
    'trailer <</Root 1 0 R>>',
    '%%EOF',
  ];
  return new TextEncoder().encode(file.join('\n'));
}

describe('a text layer', () => {
  const english = 'The gate is raised by hand on the first of October and lowered on the last day of March. '.repeat(4);
  const shifted = (by: number) =>
    english.replace(/[a-z]/gi, (letter) =>
      String.fromCharCode(((letter.toLowerCase().charCodeAt(0) - 97 + by) % 26) + 97),
    );

  it.each([
    ['letters that stand for others', shifted(4)],
    ['signs of the fonts alone', '\ue001\ue002\ue003 \ue004\ue005'.repeat(20)],
    ['some signs that no font explains', english.replaceAll('e', '\ufffd')],
    [
      'letters of another code page',
      Buffer.from(
        Buffer.from('Весной плотину у мельницы опускают, и вода из пруда уходит в реку. '.repeat(6), 'utf16le')
          .filter((_, at) => at % 2 === 0)
          .map((byte) => (byte === 0x20 || byte === 0x2c || byte === 0x2e ? byte : byte + 0xb0)),
      ).toString('latin1'),
    ],
    ['marks', '!#$%& ()*+ ,-./ :;<=>'.repeat(10)],
  ])('is garbled by %s', (_, text) => {
    expect(isGarbled(text)).toBe(true);
  });

  it.each([
    ['English', english],
    ['Polish', 'Szczęście trwa krótko, a źdźbło trawy drży na wietrze przed chrzęstem kroków. '.repeat(6)],
    ['Czech', 'Strč prst skrz krk, řekl čtvrtý z bratrů a zmlkl, protože vítr od vrchu zesílil. '.repeat(6)],
    ['German', 'Das Wehr am Mühlbach wurde im Frühjahr gesenkt, weil Schmelzwasser kam. '.repeat(6)],
    ['Vietnamese', 'Đập nước ở cối xay được hạ xuống vào tháng ba, khi nước tuyết tan chảy về sông. '.repeat(6)],
    ['Russian', 'Плотину у мельницы опускают в марте, когда приходит талая вода. '.repeat(6)],
    ['Greek', 'Το φράγμα κατεβαίνει τον Μάρτιο, όταν έρχεται το νερό. '.repeat(6)],
    ['Chinese', '水坝在三月降低，因为融雪的水来了。'.repeat(10)],
    ['abbreviations', 'The HTTP and TLS of the RFC, the DNS, the BGP and the IETF are in the notes. '.repeat(6)],
    ['code', 'const getValue = (userName, maxItems) => readList(userName).slice(0, maxItems); '.repeat(6)],
    ['signs of symbol fonts', 'OA \uf02b OB \uf03d OC '.repeat(40)],
    ['figures', 'Year 2019 2020 2021 Sales 1,204 1,377 1,502 '.repeat(20)],
  ])('is not garbled in %s', (_, text) => {
    expect(isGarbled(text)).toBe(false);
  });
});
