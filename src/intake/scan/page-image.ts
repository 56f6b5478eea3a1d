import type { getDocumentProxy } from 'unpdf';
import { OPS } from 'unpdf/pdfjs';
import { operatorsOf } from '../pdf/operators.ts';
import { type Matrix, Place } from '../pdf/place.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A picture in shades of grey, a byte a pixel from 0 for black, row by row from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

interface Placed {
  readonly image: GreyImage;
  /** From the unit square to the page. */
  readonly matrix: Matrix;
}

/** As pdf.js decodes an image: `kind` 1 has a bit a pixel, 2 RGB, 3 RGBA. Masks are bits, too, and paint where they are 0. */
interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: Bytes | string;
}

/** Share of the page that pictures must cover before it can be a scan. */
const COVERED = 0.4;
/** Pixels of the longer side: 300 for each inch of a small page; more only takes time. */
const MAX_SIDE = 2_500;
/** Of all pictures of one page: photographs of a page stay below. */
const MAX_PIXELS = 60_000_000;
const WHITE = 255;

/** What a page shows where it is mostly pictures, put together from them; undefined for any other page. */
export async function pageImage(page: Page): Promise<GreyImage | undefined> {
  const placed = await imagesOf(page);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const area = placed.reduce((sum, { matrix: [a, b, c, d] }) => sum + Math.abs(a * d - b * c), 0);
  const [width, height] = [right - left, top - bottom];
  if (placed.length === 0 || area < width * height * COVERED) return undefined;
  const finest = Math.max(...placed.map(({ image, matrix: [a, b] }) => image.width / Math.max(1, Math.hypot(a, b))));
  const scale = Math.min(finest, MAX_SIDE / Math.max(width, height));
  const canvas = blank(Math.round(width * scale), Math.round(height * scale));
  for (const { image, matrix } of placed) draw(canvas, image, matrix, { left, top, scale });
  return turned(canvas, page.rotate);
}

async function imagesOf(page: Page): Promise<Placed[]> {
  const { fnArray, argsArray } = await operatorsOf(page);
  const placed: Placed[] = [];
  const place = new Place();
  let pixels = 0;
  for (const [i, operator] of fnArray.entries()) {
    const args: unknown[] = argsArray[i] ?? [];
    place.follow(operator, args);
    const decoded = await imageOf(page, operator, args);
    pixels += (decoded?.width ?? 0) * (decoded?.height ?? 0);
    if (pixels > MAX_PIXELS) return [];
    const image = decoded && toGrey(decoded);
    if (image) placed.push({ image, matrix: place.matrix });
  }
  return placed;
}

async function imageOf(page: Page, operator: number, [first]: readonly unknown[]): Promise<Decoded | undefined> {
  if (operator === OPS.paintImageXObject) return typeof first === 'string' ? objectOf(page, first) : undefined;
  if (operator === OPS.paintInlineImageXObject) return first as Decoded;
  if (operator !== OPS.paintImageMaskXObject) return undefined;
  const mask = first as Decoded;
  const data = typeof mask.data === 'string' ? (await objectOf(page, mask.data))?.data : mask.data;
  return data === undefined ? undefined : { width: mask.width, height: mask.height, kind: 1, data };
}

/** pdf.js gives what it decoded to a callback. */
const objectOf = (page: Page, id: string): Promise<Decoded | undefined> =>
  new Promise((resolve) => {
    const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
    objects.get(id, (value: unknown) => resolve((value as Decoded | null) ?? undefined));
  });

function toGrey({ width, height, kind = 2, data }: Decoded): GreyImage | undefined {
  if (data === undefined || typeof data === 'string') return undefined;
  const greyAt = kind === 1 ? bitsOf(data, width) : coloursOf(data, kind === 3 ? 4 : 3);
  return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, at) => greyAt(at)) };
}

type Bytes = Uint8Array | Uint8ClampedArray;

/** A bit a pixel, 0 for black; each row begins with a byte of its own. */
function bitsOf(data: Bytes, width: number): (at: number) => number {
  const rowBytes = (width + 7) >> 3;
  return (at) => {
    const x = at % width;
    const byte = data[((at - x) / width) * rowBytes + (x >> 3)] ?? 0;
    return (byte >> (7 - (x & 7))) & 1 ? WHITE : 0;
  };
}

/** Red, green and blue as the eye weighs them. */
const coloursOf =
  (data: Bytes, channels: number) =>
  (at: number): number => {
    const from = at * channels;
    return ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  };

/** Draws an image where it stands on the page, each of the canvas' pixels from the nearest of its own. */
function draw(
  canvas: GreyImage,
  image: GreyImage,
  [a, b, c, d, e, f]: Matrix,
  { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number },
): void {
  const area = a * d - b * c;
  if (area === 0) return;
  const xs = [e, e + a, e + c, e + a + c].map((x) => (x - left) * scale);
  const ys = [f, f + b, f + d, f + b + d].map((y) => (top - y) * scale);
  const [x1, x2] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(canvas.width, Math.ceil(Math.max(...xs)))];
  const [y1, y2] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(canvas.height, Math.ceil(Math.max(...ys)))];
  for (let y = y1; y < y2; y++) {
    const dy = top - (y + 0.5) / scale - f;
    for (let x = x1; x < x2; x++) {
      const dx = (x + 0.5) / scale + left - e;
      const u = Math.floor(((d * dx - c * dy) / area) * image.width);
      const v = Math.floor((1 - (a * dy - b * dx) / area) * image.height);
      if (u < 0 || v < 0 || u >= image.width || v >= image.height) continue;
      canvas.pixels[y * canvas.width + x] = image.pixels[v * image.width + u] ?? WHITE;
    }
  }
}

/** By quarter turns, clockwise, as the page is shown. */
function turned(image: GreyImage, degrees: number): GreyImage {
  const quarters = (((degrees / 90) % 4) + 4) % 4;
  let { width, height, pixels } = image;
  for (let i = 0; i < quarters; i++) {
    const next = new Uint8Array(pixels.length);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) next[x * height + (height - 1 - y)] = pixels[y * width + x] ?? WHITE;
    [pixels, width, height] = [next, height, width];
  }
  return { width, height, pixels };
}

const blank = (width: number, height: number): GreyImage => ({
  width,
  height,
  pixels: new Uint8Array(width * height).fill(WHITE),
});
