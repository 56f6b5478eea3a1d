import type { FetchProblem, FileFetcher } from '../guilds/types.ts';
import { Turns } from '../turns.ts';

const DISCORD_CDN = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** Where Discord keeps what people attach; where another API stands in for Discord's, that serves the files too. */
export function attachmentOrigins(api: string): readonly string[] {
  const { hostname, origin } = new URL(api);
  return hostname === 'discord.com' ? DISCORD_CDN : [...DISCORD_CDN, origin];
}

const TIMEOUT_MS = 20_000;
/** A file is held in memory whole while it is fetched, so only a few are fetched at a time. */
const TURNS = { places: 4, waiting: 100, waitingBytes: Number.POSITIVE_INFINITY };

export interface FetcherOptions {
  /** Origins ("https://cdn.discordapp.com") that files are fetched from, and no others. */
  readonly origins: readonly string[];
  /** Bytes; a larger file is refused, whatever it claims to be. */
  readonly most: number;
  /** Milliseconds that a file may take. */
  readonly timeout?: number;
}

/** Fetches attached files from Discord alone: never from another address, nor by a redirect to one. */
export function createFileFetcher({ origins, most, timeout = TIMEOUT_MS }: FetcherOptions): FileFetcher {
  const turns = new Turns(TURNS);
  return {
    most,
    async fetch({ url, size }, from) {
      if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) return 'foreignAddress';
      if (size > most) return 'overLimit';
      return (await turns.take(from, size, () => download(url, most, timeout))) ?? 'busy';
    },
  };
}

async function download(url: string, most: number, timeout: number): Promise<Uint8Array | FetchProblem> {
  const controller = new AbortController();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const end = () => void reader?.cancel().catch(() => {});
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
    // Once an answer has begun, Node's fetch loses its signal with the next collection of garbage.
    end();
  }, timeout);
  try {
    const response = await fetch(url, { redirect: 'error', signal: controller.signal });
    reader = response.body?.getReader();
    if (!response.ok || !reader) return 'unreachable';
    const bytes = await readUpTo(reader, most);
    return isLate ? 'unreachable' : (bytes ?? 'overLimit');
  } catch {
    return 'unreachable';
  } finally {
    clearTimeout(timer);
    end();
  }
}

/** All of a stream; undefined, and no more of it read, where it is longer than `most` bytes. */
async function readUpTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  most: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) return undefined;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
