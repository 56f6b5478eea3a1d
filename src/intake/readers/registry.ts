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
  { name: 'pdf', extensions: ['pdf'], mime: ['application/pdf'], detect: ({ kind }) => kind === 'pdf', read: async (file, report) => (await import('./pdf.ts')).readPdf(file.bytes, report) },
  { name: 'docx', extensions: ['docx'], mime: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], detect: hasEntry(/^word\/[\w-]+\.xml$/), read: async (file) => (await import('./docx.ts')).readDocx(file.bytes) },
  { name: 'pptx', extensions: ['pptx'], mime: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'], detect: hasEntry(/^ppt\/presentation\.xml$/), read: async (file) => (await import('./pptx.ts')).readPptx(file.bytes) },
  { name: 'epub', extensions: ['epub'], mime: ['application/epub+zip'], detect: hasEntry(/^META-INF\/container\.xml$/), read: async (file) => (await import('./epub.ts')).readEpub(file.bytes) },
  { name: 'odf', extensions: ['odt', 'odp'], mime: ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.presentation'], detect: (file) => hasEntry(/^content\.xml$/)(file) && hasEntry(/^(?:mimetype|META-INF\/manifest\.xml)$/)(file), read: async (file) => (await import('./open-document.ts')).readOpenDocument(file.bytes) },
  { name: 'xlsx', extensions: ['xlsx'], mime: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], detect: hasEntry(/^xl\/workbook\.xml$/), read: async (file) => (await import('./xlsx.ts')).readXlsx(file.bytes) },
  { name: 'collection', extensions: ['zip'], mime: ['application/zip'], detect: (file) => file.kind === 'zip' && !hasEntry(/^(?:(?:xl|ppt)\/|mimetype$)/)(file), read: async (file) => (await import('./collection.ts')).readCollection(file) },
  { name: 'rtf', extensions: ['rtf'], mime: ['application/rtf', 'text/rtf'], detect: ({ kind }) => kind === 'rtf', read: async (file) => (await import('./rtf.ts')).readRtf(file.bytes) },
  { name: 'notebook', extensions: ['ipynb'], mime: ['application/x-ipynb+json'], detect: ({ kind }) => kind === 'notebook', read: async (file) => (await import('./notebook.ts')).readNotebook(file.bytes) },
  { name: 'mail', extensions: ['eml', 'mht', 'mhtml'], mime: ['message/rfc822', 'multipart/related', 'application/x-mimearchive'], detect: ({ kind }) => kind === 'mail', read: async (file) => (await import('./mail.ts')).readMail(file.bytes) },
  { name: 'subtitles', extensions: ['vtt', 'srt'], mime: ['text/vtt', 'application/x-subrip'], detect: isSubtitles, read: async (file) => (await import('./subtitles.ts')).readSubtitles(file.text) },
  { name: 'csv', extensions: ['csv', 'tsv'], mime: ['text/csv', 'text/tab-separated-values'], detect: isTable, read: async (file) => (await import('./csv.ts')).readCsv(file.text) },
  { name: 'html', extensions: ['html', 'htm', 'xhtml'], mime: ['text/html', 'application/xhtml+xml'], detect: isPage, read: async (file) => (await import('./html.ts')).readHtml(file.text) },
  { name: 'tex', extensions: ['tex', 'latex'], mime: ['application/x-tex', 'text/x-tex'], detect: isTex, read: async (file) => (await import('./tex.ts')).readTex(file.text) },
  { name: 'article', extensions: ['md'], mime: ['text/markdown'], detect: isOwnArticle, read: async (file) => (await import('./own-article.ts')).readOwnArticle(file) },
  { name: 'markdown', extensions: ['md', 'markdown', 'mdown', 'mkd'], mime: ['text/markdown'], detect: isMarkdown, read: async (file) => (await import('./markdown.ts')).readMarkdown(file.text) },
  { name: 'text', extensions: ['txt', 'text'], mime: ['text/plain'], detect: isPlainText, read: async (file) => (await import('./text.ts')).readPlainText(file.text) },
];
