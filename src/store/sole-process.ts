import { join } from 'node:path';
import Database from 'libsql';
import { makeFolder, unfit } from './sqlite.ts';
import { unlessBusy } from './sqlite-codes.ts';
import { StoreUnusable } from './types.ts';
import { eventually } from './wait.ts';

/**
 * Claims a data folder for this process alone, by a lock that the system gives up when the process ends, however it does.
 * Waits ten seconds for one that is just ending, then rejects with a `StoreUnusable`. Resolves to what gives it back.
 */
export async function claimFolder(dataDir: string): Promise<() => void> {
  const file = join(dataDir, 'footnote.lock');
  makeFolder(file);
  try {
    const lock = new Database(file, { timeout: 0 });
    // With its journal in memory nothing is written: a disk that is full is no reason not to start.
    const claim = () => lock.exec('pragma journal_mode = memory; begin exclusive');
    if (await eventually(() => unlessBusy(claim))) return () => lock.close();
    lock.close();
  } catch (error) {
    throw unfit(error, file);
  }
  throw new StoreUnusable(
    `Another process of the bot uses ${dataDir}: SQLite serves one. Stop it first, or set DATABASE_URL to a PostgreSQL for several`,
  );
}
