import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

/** Beside this file, in the sources and in the build: Noto Sans, for Latin, Cyrillic and Greek. */
const FONT = join(import.meta.dirname, 'fonts', 'NotoSans-Regular.ttf');

/** Draws an SVG picture, away from the event loop. Texts are set in Noto Sans; nothing else of the system is read. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: 'Noto Sans' },
    logLevel: 'off',
  });
  return image.asPng();
}
