/** What npm runs after an installation: builds a checkout; a release, which lacks the sources, is built already. */
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const has = (path) => existsSync(join(root, path));

if (has('tsconfig.build.json') && has('node_modules/typescript')) {
  execSync('npm run build', { cwd: root, stdio: 'inherit' });
} else if (!has('dist/src/main.js')) {
  process.stderr.write(
    'This checkout is not built, which takes the dev dependencies: run "npm ci" without --omit=dev.\n',
  );
  process.exit(1);
}
