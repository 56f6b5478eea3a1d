import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { packageRoot } from '../../src/root.ts';

/** The sandbox's page, built from the sources as they stand. */
export interface BuiltPage {
  readonly dir: string;
  remove(): Promise<void>;
}

export async function buildPage(): Promise<BuiltPage> {
  const dir = await mkdtemp(join(tmpdir(), 'footnote-page-'));
  await asProduction(() =>
    build({
      configFile: join(packageRoot, 'vite.config.ts'),
      root: join(packageRoot, 'packages', 'discord-sandbox', 'page'),
      build: { outDir: dir },
      logLevel: 'error',
    }),
  );
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** Under a test runner's NODE_ENV the page would be built from its libraries' development versions. */
async function asProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await work();
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
}
