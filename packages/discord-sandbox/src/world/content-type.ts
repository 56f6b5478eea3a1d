import { extname } from 'node:path';

const BY_EXTENSION: Record<string, string> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.zip': 'application/zip',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/**
 * The media type that Discord tells of a file: by its name's ending, failing that what the sender said, undefined
 * where neither is known. Text is told with its character set where it is UTF-8.
 */
export function contentType(filename: string, said: string, bytes: Uint8Array): string | undefined {
  const type = BY_EXTENSION[extname(filename).toLowerCase()] ?? said.split(';')[0]?.trim();
  if (!type || type === 'application/octet-stream') return undefined;
  return type.startsWith('text/') && isUtf8(bytes) ? `${type}; charset=utf-8` : type;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
