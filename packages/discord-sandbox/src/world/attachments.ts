import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { extname } from 'node:path';
import type { APIAttachment } from 'discord-api-types/v10';
import { tooLarge } from '../api-error.ts';
import type { Clock } from '../clock.ts';
import type { NewId } from '../ids.ts';
import { contentType } from './content-type.ts';

/** A file that somebody sends, before it has an id. */
export interface UploadedFile {
  /** The form field it came in: `files[0]`, say. */
  field: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

/** A file with its address and the media type that Discord gives it, undefined where it gives none. */
export interface StoredFile {
  path: string;
  file: UploadedFile;
  type: string | undefined;
}

export interface AttachmentOptions {
  description?: string | null | undefined;
  /** Of an ephemeral message, or given to a command: in neither case it is for everybody. */
  ephemeral?: boolean;
}

export interface AttachmentLimits {
  /** Bytes a file; Discord's own is 10 MiB. */
  uploadLimit: number;
}

/** Bytes kept in memory; the oldest files give way. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Milliseconds that an address holds: Discord signs one for about a day. */
const LIFETIME = 24 * 60 * 60_000;
/** The folders of the addresses: what everybody may see lies below its channel, the rest below the application. */
const FOLDERS: ReadonlySet<string> = new Set(['attachments', 'ephemeral-attachments']);

/**
 * The files of messages and commands: what Discord's CDN is. An address is signed and expires, as there: `ex` and `is`
 * are the seconds since 1970, in hexadecimal, until and since which it holds, `hm` is the signature.
 */
export class Attachments {
  readonly #files = new Map<string, StoredFile>();
  readonly #secret = randomBytes(32);
  #size = 0;
  readonly #limits: AttachmentLimits;
  readonly #applicationId: string;
  readonly #clock: Clock;
  readonly #newId: NewId;
  readonly #origin: () => string;

  constructor(limits: AttachmentLimits, applicationId: string, clock: Clock, newId: NewId, origin: () => string) {
    this.#limits = limits;
    this.#applicationId = applicationId;
    this.#clock = clock;
    this.#newId = newId;
    this.#origin = origin;
  }

  /** The most bytes that a file may have. */
  get uploadLimit(): number {
    return this.#limits.uploadLimit;
  }

  /** Keeps a file; throws the 413 that Discord answers where it is too large. */
  add(channelId: string, file: UploadedFile, { description, ephemeral }: AttachmentOptions = {}): APIAttachment {
    if (file.bytes.byteLength > this.uploadLimit) throw tooLarge();
    const id = this.#newId();
    const filename = cleanName(file.filename);
    const type = contentType(filename, file.contentType, file.bytes);
    const folder = ephemeral ? `ephemeral-attachments/${this.#applicationId}` : `attachments/${channelId}`;
    const path = `/${folder}/${id}/${filename}`;
    this.#keep(id, { path, file: { ...file, filename }, type });
    const url = this.#origin() + this.#signed(path);
    return {
      id,
      filename,
      ...(filename === file.filename
        ? {}
        : { title: file.filename.slice(0, -extname(file.filename).length || undefined) }),
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      ...(type === undefined ? {} : { content_type: type }),
      ...(description ? { description } : {}),
      ...(ephemeral ? { ephemeral } : {}),
    };
  }

  /** Whether an address is one of a file's here. */
  static serves(folder: string | undefined): boolean {
    return folder !== undefined && FOLDERS.has(folder);
  }

  /** The file at an address; undefined where there is none or the address has expired. */
  find(url: URL): StoredFile | undefined {
    const path = decodeURIComponent(url.pathname);
    const found = this.#files.get(path.split('/')[3] ?? '');
    return found?.path === path && this.#isValid(path, url.searchParams) ? found : undefined;
  }

  #keep(id: string, kept: StoredFile): void {
    this.#files.set(id, kept);
    this.#size += kept.file.bytes.byteLength;
    for (const [oldest, { file }] of this.#files) {
      if (this.#size <= MAX_BYTES || oldest === id) return;
      this.#files.delete(oldest);
      this.#size -= file.bytes.byteLength;
    }
  }

  #signed(path: string): string {
    const now = this.#clock.now();
    const [ex, is] = [now + LIFETIME, now].map((time) => Math.floor(time / 1_000).toString(16)) as [string, string];
    return `${encodeURI(path)}?ex=${ex}&is=${is}&hm=${this.#signature(path, ex, is)}&`;
  }

  #isValid(path: string, query: URLSearchParams): boolean {
    const [ex, is, hm] = ['ex', 'is', 'hm'].map((name) => query.get(name) ?? '') as [string, string, string];
    const right = Buffer.from(this.#signature(path, ex, is));
    const given = Buffer.from(hm);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
    return Number.parseInt(ex, 16) * 1_000 > this.#clock.now();
  }

  #signature(path: string, ex: string, is: string): string {
    return createHmac('sha256', this.#secret).update(`${path}?${ex}&${is}`).digest('hex');
  }
}

/**
 * Discord keeps ASCII letters, digits, dots, dashes and underscores of a name: accents go, spaces become underscores, other
 * scripts vanish, and so do dots and underscores at either end.
 */
export function cleanName(filename: string): string {
  const extension = extname(filename);
  const name = asciiOf(filename.slice(0, filename.length - extension.length));
  return `${name || 'unknown'}${asciiOf(extension.slice(1)).replace(/^(?=.)/, '.')}`;
}

function asciiOf(text: string): string {
  const words = text.normalize('NFKD').trim().replace(/\s+/g, '_');
  return words.replace(/[^\w.-]/g, '').replace(/^[._]+|[._]+$/g, '');
}
