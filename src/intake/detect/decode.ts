import { analyse } from 'chardet';
import { Unreadable } from '../failure.ts';

/** chardet's time grows with what it is given; this much tells as well. */
const SAMPLE = 64 * 1024;
/** Of 100; below it, its guess is no better than a coin. */
const SURE = 30;

/** The text in the bytes: by byte order mark, by what UTF-16 looks like, as UTF-8, as declared, or as its letters suggest. */
export function decode(bytes: Uint8Array, declared: readonly (string | undefined)[] = []): string {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  const text = marked === undefined ? decodeUnmarked(bytes, declared) : decodeAs(bytes, marked);
  if (text === undefined) throw new Unreadable('badEncoding');
  return text;
}

function decodeUnmarked(bytes: Uint8Array, declared: readonly (string | undefined)[]): string | undefined {
  const asUtf8 = decodeAs(bytes, 'utf-8');
  // A page in another charset is hardly ever valid UTF-8 by chance, unless it holds ASCII alone, as ISO-2022-JP does.
  const ascii = asUtf8 !== undefined && bytes.every((byte) => byte < 0x80);
  if (asUtf8 !== undefined && !(ascii && asUtf8.includes('\u001b'))) return asUtf8;
  for (const label of declared) {
    const text = label === undefined || /^utf-?8$/i.test(label) ? undefined : decodeAs(bytes, label);
    if (text !== undefined) return text;
  }
  if (asUtf8 !== undefined) return asUtf8;
  return isBrokenUtf8(bytes) ? undefined : (guessCyrillic(bytes) ?? guess(bytes));
}

/** What Windows has for the charsets of ISO. */
const WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-5': 'windows-1251',
  'iso-8859-6': 'windows-1256',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
};

const CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'];
/** The ten commonest small letters of the languages that are written so: more than half of any text in the right charset. */
const COMMON_CYRILLIC = /[оеаинтсрвл]/g;
const ENOUGH = 0.5;

/** Five charsets hold the same letters at other places: the right one makes the common letters common. */
function guessCyrillic(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const shares = CYRILLIC.map((label) => {
    const text = decodeAs(sample, label) ?? '';
    return { label, share: (text.match(COMMON_CYRILLIC)?.length ?? 0) / (high || 1) };
  });
  const best = shares.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share >= ENOUGH ? decodeAs(bytes, best.label) : undefined;
}

function guess(bytes: Uint8Array): string | undefined {
  for (const { name, confidence } of analyse(bytes.subarray(0, SAMPLE))) {
    if (confidence < SURE) return undefined;
    // Control characters stand where a charset of that name has none: a wrong guess, or Windows' own form of it.
    for (const label of [name, WINDOWS[name.toLowerCase()]]) {
      const text = label === undefined ? undefined : decodeAs(bytes, label);
      if (text !== undefined && !/[\u0080-\u009f]/.test(text)) return text;
    }
  }
  return undefined;
}

/** Most of what is not ASCII reads well as UTF-8: it is UTF-8 that was damaged, and no charset will mend it. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE));
  let good = 0;
  let bad = 0;
  for (const char of text) {
    if (char === '\ufffd') bad++;
    else if (char > '\u007f') good++;
  }
  return good > bad;
}

/**
 * UTF-16 without a mark: every second byte of most scripts' spaces and marks is 0; text without spaces, as Chinese is,
 * has no such bytes and needs the mark.
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const some = sample.length * 0.02;
  if (odd > some && even < odd / 20) return 'utf-16le';
  return even > some && odd < even / 20 ? 'utf-16be' : undefined;
}

/** The encoding that a byte order mark says. */
export function markedEncoding([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** What windows-1252 has where Latin-1 has control characters, from 0x80. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20's own decoder takes windows-1252, which all these names mean on the web, for Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** The bytes in that encoding; undefined where they are not, or it is not known. */
export function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  if (/^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(label)) return decodeWindows1252(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The charset that a page names in its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1]
  );
}
