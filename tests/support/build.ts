import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';

/**
 * Builds before the tests: the sandbox is imported as its package exports it, its page is opened in a browser, the
 * reader of files and the commands run in processes of their own, and Node 20 runs no TypeScript. Types that do not fit are
 * `npm run types`' business and do not keep the tests from running.
 */
export default function build(): void {
  const output =
    run('npm', ['run', 'page', '-w', 'discord-sandbox']) +
    run('npm', ['run', 'compile', '-w', 'discord-sandbox', '--', '--noCheck']) +
    run('npx', ['tsc', '-p', 'tsconfig.build.json', '--noCheck']) +
    run('node', ['scripts/copy-assets.mjs']);
  for (const file of ['packages/discord-sandbox/dist/index.js', 'dist/src/intake/child.js']) {
    if (!existsSync(join(packageRoot, file))) throw new Error(`${file} was not made:\n${output}`);
  }
}

function run(command: string, args: string[]): string {
  // Under a test runner's NODE_ENV the page would be built from its libraries' development versions.
  const env = { ...process.env, NODE_ENV: 'production' };
  return spawnSync(command, args, { cwd: packageRoot, encoding: 'utf8', env }).stdout;
}
