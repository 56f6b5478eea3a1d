import { formatProblem } from '../../material/problems.ts';
import { normalise } from '../blocks/normalise.ts';
import { countWords } from '../blocks/words.ts';
import { decode } from '../detect/decode.ts';
import { detectKind } from '../detect/detect.ts';
import { textFormat } from '../detect/text-format.ts';
import { Unreadable } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { declaredCharset } from '../pages/scan.ts';
import type { BroughtCollection, BroughtFile, ReadWork } from '../types.ts';
import { unzipWanted, zipEntries } from '../zip.ts';
import { finish } from './finish.ts';

export interface Works {
  readonly works: readonly ReadWork[];
  readonly collection?: BroughtCollection;
}

/** Reads a file as what its bytes are. Throws `Unreadable` where that cannot be done. Libraries load when needed. */
export async function readWorks(file: BroughtFile): Promise<Works> {
  const kind = await detectKind(file.bytes);
  if (kind === 'zip') return readZip(file.bytes);
  if (kind === 'pdf') {
    const { readPdf } = await import('./pdf.ts');
    return { works: [finish(await readPdf(file.bytes), 'pdf')] };
  }
  return { works: [await readText(file)] };
}

async function readText({ bytes, name, contentType }: BroughtFile): Promise<ReadWork> {
  if (bytes.length > LIMITS.textBytes) throw new Unreadable('tooLarge');
  const sent = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1];
  const raw = decode(bytes, [sent, declaredCharset(bytes)]);
  const format = textFormat(raw, name, contentType);
  if (format === undefined) throw new Unreadable('unknownFormat');
  const text = normalise(raw);
  if (format === 'html') {
    const { readHtml } = await import('./html.ts');
    return finish(readHtml(text), format);
  }
  const { readMarkdown, readOwnArticle } = await import('./markdown.ts');
  const own = readOwnArticle(name, text);
  if (own) return own;
  if (format === 'markdown') return finish(readMarkdown(text), format);
  const { readPlainText } = await import('./text.ts');
  return finish(readPlainText(text), format);
}

async function readZip(bytes: Uint8Array): Promise<Works> {
  const names = zipEntries(bytes).map(({ name }) => name);
  if (names.includes('word/document.xml')) {
    const { readDocx } = await import('./docx.ts');
    return { works: [finish(await readDocx(bytes), 'docx')] };
  }
  if (names.some((name) => /^(?:xl|ppt)\//.test(name) || name === 'mimetype')) throw new Unreadable('unknownFormat');
  return readCollection(bytes, names);
}

const PART = /^(?:[^/\\]+\/)?((?:collection\.yaml|sources\.json|facts\.csv|terms\.csv)|articles\/[^/\\]+\.md)$/;

/** An exported collection: its files at the top of the archive, or all in one folder. */
async function readCollection(bytes: Uint8Array, names: readonly string[]): Promise<Works> {
  const { parseCollection } = await import('../../material/collection.ts');
  const root = names.find((name) => /^(?:[^/\\]+\/)?sources\.json$/.test(name))?.slice(0, -'sources.json'.length);
  if (root === undefined)
    throw new Unreadable('badCollection', [
      'sources.json is missing: only an exported collection is read from an archive',
    ]);
  const parts = unzipWanted(bytes, (name) => name.startsWith(root) && PART.exec(name)?.[1] === name.slice(root.length));
  const files = new Map([...parts].map(([name, content]) => [name.slice(root.length), content]));
  const { value, problems } = parseCollection(files, root.slice(0, -1) || 'collection');
  if (problems.length > 0) throw new Unreadable('badCollection', problems.map(formatProblem));
  const { title, description, facts, terms } = value;
  const works = value.articles.map(({ source, passages }): ReadWork => {
    const { id, ...about } = source;
    const drafts = passages.map(({ id: _id, source: _source, ...passage }) => passage);
    const words = countWords(drafts);
    return { id, about, passages: drafts, format: 'markdown', words };
  });
  return { works, collection: { title, description, facts, terms } };
}
