import {
  hasEntry,
  isMarkdown,
  isOwnArticle,
  isPage,
  isPlainText,
  isSubtitles,
  isTable,
  isTex,
} from '../detect/formats.ts';
import type { Reader } from './reader.ts';

/**
 * Every format that is read, in the order in which `detect` is asked: the first that says yes reads the file. To add
 * one, write `readers/<name>.ts` and add its line here.
 */
// biome-ignore format: one line a reader
export const READERS: readonly Reader[] = [
  { name: 'pdf', detect: ({ kind }) => kind === 'pdf', read: async (file, report) => (await import('./pdf.ts')).readPdf(file.bytes, report) },
  { name: 'docx', detect: hasEntry(/^word\/[\w-]+\.xml$/), read: async (file) => (await import('./docx.ts')).readDocx(file.bytes) },
  { name: 'pptx', detect: hasEntry(/^ppt\/presentation\.xml$/), read: async (file) => (await import('./pptx.ts')).readPptx(file.bytes) },
  { name: 'epub', detect: hasEntry(/^META-INF\/container\.xml$/), read: async (file) => (await import('./epub.ts')).readEpub(file.bytes) },
  { name: 'odf', detect: (file) => hasEntry(/^content\.xml$/)(file) && hasEntry(/^(?:mimetype|META-INF\/manifest\.xml)$/)(file), read: async (file) => (await import('./open-document.ts')).readOpenDocument(file.bytes) },
  { name: 'xlsx', detect: hasEntry(/^xl\/workbook\.xml$/), read: async (file) => (await import('./xlsx.ts')).readXlsx(file.bytes) },
  { name: 'collection', detect: (file) => file.kind === 'zip' && !hasEntry(/^(?:(?:xl|ppt)\/|mimetype$)/)(file), read: async (file) => (await import('./collection.ts')).readCollection(file) },
  { name: 'rtf', detect: ({ kind }) => kind === 'rtf', read: async (file) => (await import('./rtf.ts')).readRtf(file.bytes) },
  { name: 'notebook', detect: ({ kind }) => kind === 'notebook', read: async (file) => (await import('./notebook.ts')).readNotebook(file.bytes) },
  { name: 'mail', detect: ({ kind }) => kind === 'mail', read: async (file) => (await import('./mail.ts')).readMail(file.bytes) },
  { name: 'subtitles', detect: isSubtitles, read: async (file) => (await import('./subtitles.ts')).readSubtitles(file.text) },
  { name: 'csv', detect: isTable, read: async (file) => (await import('./csv.ts')).readCsv(file.text) },
  { name: 'html', detect: isPage, read: async (file) => (await import('./html.ts')).readHtml(file.text) },
  { name: 'tex', detect: isTex, read: async (file) => (await import('./tex.ts')).readTex(file.text) },
  { name: 'article', detect: isOwnArticle, read: async (file) => (await import('./own-article.ts')).readOwnArticle(file) },
  { name: 'markdown', detect: isMarkdown, read: async (file) => (await import('./markdown.ts')).readMarkdown(file.text) },
  { name: 'text', detect: isPlainText, read: async (file) => (await import('./text.ts')).readPlainText(file.text) },
];
