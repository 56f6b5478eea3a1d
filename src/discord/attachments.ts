import type { FetchProblem, FileFetcher } from '../guilds/types.ts';
import { Turns } from '../turns.ts';

const DISCORD_CDN = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** Where Discord keeps what people attach; where another API stands in for Discord's, that serves the files too. */
export function attachmentOrigins(api: string): readonly string[] {
  const { hostname, origin } = new URL(api);
  return hostname === 'discord.com' ? DISCORD_CDN : [...DISCORD_CDN, origin];
}

const TIMEOUT = 20_000;
/** A file is held in memory whole while it is fetched, so only a few are fetched at a time. */
const TURNS = { places: 4, waiting: 100, waitingBytes: Number.POSITIVE_INFINITY };

export interface FetcherOptions {
  /** Origins ("https://cdn.discordapp.com") that files are fetched from, and no others. */
  readonly origins: readonly string[];
  /** Bytes; a larger file is refused, whatever it claims to be. */
  readonly most: number;
}

/** Fetches attached files from Discord alone: never from another address, nor by a redirect to one. */
export function createFileFetcher({ origins, most }: FetcherOptions): FileFetcher {
  const turns = new Turns(TURNS);
  return {
    most,
    async fetch({ url, size }, from) {
      if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) return 'foreignAddress';
      if (size > most) return 'overLimit';
      return (await turns.take(from, size, () => download(url, most))) ?? 'busy';
    },
  };
}

async function download(url: string, most: number): Promise<Uint8Array | FetchProblem> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok || !response.body) return 'unreachable';
    return (await readUpTo(response.body, most)) ?? 'overLimit';
  } catch {
    return 'unreachable';
  }
}

/** All of a stream; undefined, and no more of it read, where it is longer than `most` bytes. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
