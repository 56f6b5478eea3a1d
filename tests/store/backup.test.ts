import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { backUp } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/open.ts';
import { fillWithSample, readSample } from './sample.ts';
import { addition, ONE, work } from './works.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a copy that is made while the store is being changed opens, and holds whole changes alone', async () => {
  const dataDir = join(folder, 'data');
  const store = await openStore({ dataDir, alone: true });
  await fillWithSample(store);
  const before = await readSample(store);
  const texts = Array.from({ length: 4000 }, (_, i) => `Paragraph ${i}.`);
  const adding = store.addWorks('3', addition([work('Long', texts)]));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const restored = join(folder, 'restored');
  await (await openStore({ dataDir: restored })).close();
  rmSync(join(restored, 'footnote.sqlite'));
  const copy = backUp(dataDir, join(restored, 'footnote.sqlite'));
  expect(copy.bytes).toBe(statSync(join(restored, 'footnote.sqlite')).size);
  expect(await adding).toMatchObject({ ok: true });
  await store.close();
  const again = await openStore({ dataDir: restored, alone: true });
  expect(await readSample(again)).toEqual(before);
  expect([0, 4000]).toContain((await again.library('3')).articles[0]?.passages.length ?? 0);
  expect(await again.addWorks(ONE, addition([work('New', ['New.'])]))).toMatchObject({ ok: true });
  await again.close();
});

it('of a damaged store names the file and says what to do', () => {
  const dataDir = join(folder, 'damaged');
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'footnote.sqlite'), 'no database'.repeat(1000));
  expect(() => backUp(dataDir, join(folder, 'copy'))).toThrow(
    /footnote\.sqlite is damaged \(SQLITE_NOTADB\): put a copy of it in its place/,
  );
});

it('without a store says where to look', () => {
  expect(() => backUp(join(folder, 'none'), join(folder, 'copy'))).toThrow(/no store in .*: set DATA_DIR/);
});
