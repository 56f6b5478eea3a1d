import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { migrationNames } from '../../src/store/migrations/index.ts';
import type { Store } from '../../src/store/store.ts';
import { readSample, SAMPLE_GUILDS } from './sample.ts';
import { AMPLE, addition, work } from './works.ts';

/** Stores as each migration left them must open, with all that is in them. `revive` runs SQL and opens what it made. */
export function releasedStores(dialect: 'sqlite' | 'postgres', revive: (script: string) => Promise<Store>): void {
  describe(`a store that an earlier version left in ${dialect}`, () => {
    it.each(migrationNames)('at %s is kept for these tests', (name) => {
      const missing = ['json', 'sqlite.sql', 'postgres.sql'].filter((ending) => !existsSync(fixture(name, ending)));
      expect(missing, `run "npm run fixture:store" at the version that ends with ${name}`).toEqual([]);
    });

    it.each(migrationNames)('at %s opens, keeps its data and can be changed', async (name) => {
      const [one] = SAMPLE_GUILDS;
      const store = await revive(readFileSync(fixture(name, `${dialect}.sql`), 'utf8'));
      onTestFinished(() => store.close());
      expect(await readSample(store)).toEqual(JSON.parse(readFileSync(fixture(name, 'json'), 'utf8')));
      const { version } = await store.head(one);
      expect(await store.restoreWork(one, 'removed-1999', AMPLE)).toMatchObject({ ok: true });
      const outcome = await store.addWorks(one, addition([work('The Danube', ['New.'])]));
      expect(outcome).toMatchObject({ ok: true, sources: [{ id: 'the-danube-1999-2' }] });
      expect(outcome.ok && outcome.version).toBeGreaterThan(version);
    });
  });
}

function fixture(name: string, ending: string): string {
  return join(packageRoot, 'tests', 'fixtures', 'store', `${name}.${ending}`);
}
