import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { GreyImage } from './page-image.ts';

/** A line as it was recognised; in pixels from the image's top left corner. */
export interface RecognisedLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Lines of a column or a box follow each other and have the same number. */
  readonly block: number;
}

interface Recognised {
  readonly lines: readonly RecognisedLine[];
  /** From 0 to 100. */
  readonly confidence: number;
}

export interface Recognizer {
  /**
   * The language is chosen by the first image with text, and kept; `next` is called before each but the first is tried.
   * Undefined where none can read the image.
   */
  recognise(image: GreyImage, next: () => void | Promise<void>): Promise<readonly RecognisedLine[] | undefined>;
}

/** Languages whose data is used where it is installed, as `@tesseract.js-data/<code>`. */
const LANGUAGES = ['eng', 'spa', 'por', 'rus', 'deu', 'fra'];
/** Below it, in per cent, what was recognised is another script, handwriting or a drawing. */
const MIN_CONFIDENCE = 60;
/** Where the engine looks for the image. */
const FILE = '/input';
/** Tesseract's neural engine alone. */
const LSTM_ONLY = 1;
/** Columns and boxes are found, rather than one block of text taken for granted. */
const BY_LAYOUT = 3;
/** In the rows of its tables: what a line, and what a word is called. */
const LEVEL = { line: '4', word: '5' };

/** What is used of tesseract.js-core, an Emscripten module. */
interface Tesseract {
  readonly FS: { writeFile(path: string, data: Uint8Array): void };
  readonly TessBaseAPI: new () => Api;
}

interface Api {
  Init(path: null, languages: string, mode: number): number;
  SetPageSegMode(mode: number): void;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  MeanTextConf(): number;
  GetTSVText(page: number): string;
  Clear(): void;
  End(): void;
}

const require = createRequire(import.meta.url);

/** Opens the text recognition that is installed: the engine, and data of a language at least. Undefined where it is not. */
export async function openRecognizer(): Promise<Recognizer | undefined> {
  const engine = optional('tesseract.js-core/tesseract-core-simd-lstm') as (() => Promise<Tesseract>) | undefined;
  const languages = LANGUAGES.flatMap((code) => dataOf(code) ?? []);
  if (engine === undefined || languages.length === 0) return undefined;
  return new TesseractRecognizer(await engine(), languages);
}

interface LanguageData {
  readonly code: string;
  readonly file: string;
}

function dataOf(code: string): LanguageData | undefined {
  try {
    return { code, file: require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`) };
  } catch {
    return undefined;
  }
}

function optional(name: string): unknown {
  try {
    return require(name);
  } catch {
    return undefined;
  }
}

export class TesseractRecognizer implements Recognizer {
  private readonly tesseract: Tesseract;
  private readonly languages: readonly LanguageData[];
  private api: Api | undefined;

  constructor(tesseract: Tesseract, languages: readonly LanguageData[]) {
    this.tesseract = tesseract;
    this.languages = languages;
  }

  async recognise(image: GreyImage, next: () => void | Promise<void>): Promise<readonly RecognisedLine[] | undefined> {
    this.tesseract.FS.writeFile(FILE, toPgm(image));
    const { lines, confidence } = this.api ? read(this.api) : await this.choose(next);
    return lines.length > 0 && confidence < MIN_CONFIDENCE ? undefined : lines;
  }

  /** Each language reads the image: related ones do so nearly as well, with other letters. */
  private async choose(next: () => void | Promise<void>): Promise<Recognised> {
    let best: { api: Api; recognised: Recognised } | undefined;
    for (const [i, language] of this.languages.entries()) {
      if (i > 0) await next();
      const api = this.open(language);
      const recognised = read(api);
      if (recognised.confidence > (best?.recognised.confidence ?? -1)) {
        best?.api.End();
        best = { api, recognised };
      } else api.End();
    }
    if (!best) return { lines: [], confidence: 0 };
    if (best.recognised.lines.length > 0 && best.recognised.confidence >= MIN_CONFIDENCE) this.api = best.api;
    else best.api.End();
    return best.recognised;
  }

  private open({ code, file }: LanguageData): Api {
    this.tesseract.FS.writeFile(`${code}.traineddata`, gunzipSync(readFileSync(file)));
    const api = new this.tesseract.TessBaseAPI();
    if (api.Init(null, code, LSTM_ONLY) !== 0) throw new Error(`the data of ${code} cannot be used`);
    api.SetPageSegMode(BY_LAYOUT);
    return api;
  }
}

function read(api: Api): Recognised {
  if (api.SetImageFile(1, 0) !== 0) return { lines: [], confidence: 0 };
  api.Recognize(null);
  const recognised = { lines: linesOf(api.GetTSVText(0)), confidence: api.MeanTextConf() };
  api.Clear();
  return recognised;
}

/** Rows of level, page, block, paragraph, line, word, left, top, width, height, confidence and text. */
function linesOf(tsv: string): RecognisedLine[] {
  const lines: { words: string[]; left: number; top: number; width: number; height: number; block: number }[] = [];
  for (const row of tsv.split('\n')) {
    const [level, , block, , , , left, top, width, height, , text = ''] = row.split('\t');
    if (level === LEVEL.line)
      lines.push({
        words: [],
        left: Number(left),
        top: Number(top),
        width: Number(width),
        height: Number(height),
        block: Number(block),
      });
    else if (level === LEVEL.word && text.trim() !== '') lines.at(-1)?.words.push(text.trim());
  }
  return lines.flatMap(({ words, ...line }) => (words.length === 0 ? [] : [{ ...line, text: words.join(' ') }]));
}

/** A portable grey map: a header, and the pixels. */
function toPgm({ width, height, pixels }: GreyImage): Uint8Array {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + pixels.length);
  file.set(header);
  file.set(pixels, header.length);
  return file;
}
