import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';

/** What the build reads. Where a folder loses a file, its own time changes. */
const INPUTS = [
  ...['commands', 'eval', 'knowledge', 'scripts', 'src'],
  ...['src', 'page', 'package.json', 'vite.config.ts'].map((name) => join('packages', 'discord-sandbox', name)),
  ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
];
const OUTPUTS = [
  ...['index.js', 'page/index.html'].map((name) => join('packages', 'discord-sandbox', 'dist', name)),
  ...['src/intake/child.js', 'src/reply/locales/en.json', 'eval/bench/main.js'].map((name) => join('dist', name)),
];
/** Its time is when the last build began. */
const STAMP = 'dist/.tests-built';

/**
 * Builds before the tests, unless nothing changed since: the sandbox is imported as its package exports it, its page is
 * opened in a browser, the reader of files and the commands run in processes of their own, and Node 20 runs no
 * TypeScript. Types that do not fit are `npm run types`' business and do not keep the tests from running.
 */
export default function build(): void {
  const begun = Date.now();
  if (isBuilt()) return;
  const output =
    run('npm', ['run', 'page', '-w', 'discord-sandbox']) +
    run('npm', ['run', 'compile', '-w', 'discord-sandbox', '--', '--noCheck']) +
    run('npx', ['tsc', '-p', 'tsconfig.build.json', '--noCheck']) +
    run('npx', ['tsc', '-p', 'scripts', '--noCheck']) +
    run('node', ['scripts/copy-assets.mjs']);
  for (const file of OUTPUTS) {
    if (!existsSync(join(packageRoot, file))) throw new Error(`${file} was not made:\n${output}`);
  }
  const stamp = join(packageRoot, STAMP);
  writeFileSync(stamp, '');
  utimesSync(stamp, begun / 1000, begun / 1000);
}

function isBuilt(): boolean {
  const paths = [STAMP, ...OUTPUTS].map((file) => join(packageRoot, file));
  if (!paths.every((path) => existsSync(path))) return false;
  return INPUTS.every((input) => newest(join(packageRoot, input)) < statSync(join(packageRoot, STAMP)).mtimeMs);
}

/** When the path, or anything below it, was changed last. */
function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(command: string, args: string[]): string {
  // Under a test runner's NODE_ENV the page would be built from its libraries' development versions.
  const env = { ...process.env, NODE_ENV: 'production' };
  return spawnSync(command, args, { cwd: packageRoot, encoding: 'utf8', env }).stdout;
}
