import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { backUp } from '../store/backup.ts';

/**
 * Writes a copy of the SQLite store to a file, also while the bot is running.
 * Usage: npm run backup -- FILE
 */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Usage: npm run backup -- FILE');
  const { databaseUrl, dataDir } = readConfig();
  if (databaseUrl !== undefined) throw new Error('DATABASE_URL is set: back PostgreSQL up with pg_dump');
  const target = resolve(file);
  if (existsSync(target)) throw new Error(`${target} exists: name another file`);
  const { guilds, bytes } = backUp(dataDir, target);
  process.stdout.write(`${target}: ${guilds} servers, ${bytes} bytes\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
