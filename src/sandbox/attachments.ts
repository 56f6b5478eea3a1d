import type { APIAttachment } from 'discord-api-types/v10';
import type { NewId } from './ids.ts';

/** A file that somebody sends, before it has an id. */
export interface UploadedFile {
  /** The form field it came in: `files[0]`, say. */
  field: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

const KEPT = 200;

/** The files of messages and commands, served under /attachments; the oldest give way. */
export class Attachments {
  readonly #files = new Map<string, UploadedFile>();
  readonly #newId: NewId;
  readonly #origin: () => string;

  constructor(newId: NewId, origin: () => string) {
    this.#newId = newId;
    this.#origin = origin;
  }

  add(channelId: string, file: UploadedFile, description?: string | null): APIAttachment {
    const id = this.#newId();
    // Discord keeps letters, digits, dots, dashes and underscores of a name, and makes the rest underscores.
    const filename = file.filename.replace(/[^\p{L}\p{N}._-]/gu, '_');
    this.#files.set(id, { ...file, filename });
    const [oldest] = this.#files.keys();
    if (this.#files.size > KEPT && oldest !== undefined) this.#files.delete(oldest);
    const url = `${this.#origin()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    return {
      id,
      filename,
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(description ? { description } : {}),
    };
  }

  get(id: string): UploadedFile | undefined {
    return this.#files.get(id);
  }
}
