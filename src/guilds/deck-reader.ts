import { fetchFile, type GuildLibraryOptions } from './guild-library.ts';
import { type Allowance, RefusedFiles } from './refused-files.ts';
import type { DeckResult, FileLink, Guilds } from './types.ts';

type DeckReaderOptions = Pick<GuildLibraryOptions, 'files' | 'intake' | 'quota' | 'onTooMany'>;

/** Reads decks of cards. Nothing of them is stored here, so that those of the last hour are counted in memory. */
export function createDeckReader({ files, intake, quota, onTooMany }: DeckReaderOptions): Guilds['readDeck'] {
  const brought = new RefusedFiles({ onTooMany });
  return async (file, by) => {
    const allowance = brought.begin(DECKS, by, { added: 0, most: quota.additionsPerHour });
    if ('ok' in allowance) return allowance;
    try {
      return await readCounted(file, by, allowance);
    } finally {
      allowance.end();
    }
  };

  async function readCounted(file: FileLink, by: string, allowance: Allowance): Promise<DeckResult> {
    const bytes = await fetchFile(file, files, by);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const read = await intake.readDeck({ ...file, bytes }, { from: by });
    // One that was read costs as much.
    if (read.ok || read.problem !== 'busy') allowance.end('refused');
    return read.ok ? read : { details: [], ...read, reason: 'file' };
  }
}

/** In the place of a guild: a person's decks count together, wherever they are brought. */
const DECKS = '';
