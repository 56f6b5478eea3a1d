import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/root.ts';

/**
 * Compiles before the tests: the reader of files runs in a process of its own, and Node 20 runs no TypeScript. Types
 * that do not fit are `npm run types`' business and do not keep the tests from running.
 */
export default function build(): void {
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: packageRoot,
    encoding: 'utf8',
  });
  const child = join(packageRoot, 'dist', 'src', 'intake', 'child.js');
  if (!existsSync(child)) throw new Error(`${child} was not made:\n${stdout}`);
}
