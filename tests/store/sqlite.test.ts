import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { StoreUnusable } from '../../src/store/types.ts';
import { storeContract } from './contract.ts';
import { addition, work } from './works.ts';

const TABLES = [
  'servers',
  'works',
  'passages',
  'facts',
  'additions',
  'snapshots',
  'snapshot_parts',
  'version_floor',
] as const;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'footnote-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function using<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

storeContract('SQLite', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-store-'));
  const file = join(dataDir, 'footnote.sqlite');
  return {
    open: () => openStore({ dataDir }),
    dump: async () =>
      using(file, (database) =>
        TABLES.map((table) =>
          database
            .prepare(`select * from ${table}`)
            .all()
            .map((row) => `${table} ${JSON.stringify(row)}\n`)
            .sort()
            .join(''),
        ).join(''),
      ),
    poison: async (text) =>
      using(file, (database) => {
        const failure = `when new.text = '${text}' begin select raise(abort, 'poisoned'); end`;
        database.exec(`create trigger poison before insert on passages ${failure}`);
      }),
  };
});
