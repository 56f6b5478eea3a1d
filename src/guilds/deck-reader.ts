import { fetchFile, type GuildLibraryOptions } from './guild-library.ts';
import { RefusedFiles } from './refused-files.ts';
import type { Guilds } from './types.ts';

type DeckReaderOptions = Pick<GuildLibraryOptions, 'files' | 'intake' | 'quota'>;

/** Reads decks of cards. Nothing of them is stored here, so that those of the last hour are counted in memory. */
export function createDeckReader({ files, intake, quota }: DeckReaderOptions): Guilds['readDeck'] {
  const brought = new RefusedFiles();
  return async (file, by) => {
    const now = Date.now();
    const most = quota.additionsPerHour;
    const wanted = brought.count(DECKS, by, now) + 1;
    if (wanted > most) return { ok: false, reason: 'additionsPerHour', most, wanted };
    const bytes = await fetchFile(file, files);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const read = await intake.readDeck({ ...file, bytes }, { from: by });
    if (read.ok || read.problem !== 'busy') brought.add(DECKS, by, now);
    return read.ok ? read : { ok: false, reason: 'file', problem: read.problem, details: read.details ?? [] };
  };
}

/** In the place of a guild: a person's decks count together, wherever they are brought. */
const DECKS = '';
