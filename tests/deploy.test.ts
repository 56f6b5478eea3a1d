import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../src/config.ts';
import { packageRoot } from '../src/root.ts';

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const settings = new Set([...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name));
const compose = parse(read('compose.yaml'), { merge: true });

describe('what is deployed', () => {
  it('has replicas under the names and the port that nginx passes interactions to', () => {
    const upstream = [...read('deploy/nginx.conf').matchAll(/server (footnote-\d):(\d+)/g)];
    expect(upstream.map(([, name]) => name)).toEqual(
      Object.keys(compose.services).filter((name) => /^footnote/.test(name)),
    );
    for (const [, name, port] of upstream) {
      expect(compose.services[name ?? ''].environment.HTTP_PORT).toBe(port);
    }
  });

  it('sets nothing that is no setting', () => {
    const image = [...read('Dockerfile').matchAll(/^ENV (.*)/gm)].flatMap(([, pairs = '']) => pairs.split(' '));
    const unit = [...read('deploy/footnote.service').matchAll(/^Environment=(.*)/gm)].flatMap(([, all = '']) =>
      all.split(' '),
    );
    const names = [...image, ...unit].map((pair) => pair.split('=')[0]).filter((name) => name !== 'NODE_ENV');
    for (const name of [...names, ...Object.keys(compose.services['footnote-1'].environment)]) {
      expect(settings).toContain(name);
    }
  });

  it('keeps its folder for data where the settings are made from .env.example', () => {
    const given = (file: string, key: string) =>
      Object.fromEntries(
        [...read(file).matchAll(new RegExp(`^${key}(.*)`, 'gm'))]
          .flatMap(([, all = '']) => all.split(' '))
          .map((pair) => pair.split('=') as [string, string]),
      );
    const example = parseEnv(read('.env.example'));
    const unit = given('deploy/footnote.service', 'Environment=');
    const image = given('Dockerfile', 'ENV ');
    expect(parseConfig({ ...unit, ...example }).dataDir).toBe('/var/lib/footnote');
    expect(parseConfig({ ...image, ...example })).toMatchObject({ dataDir: '/data', ops: { port: 9090 } });
    expect(parseConfig({ ...example })).toEqual(parseConfig({}));
  });

  it('writes nothing but data, and not as root', () => {
    const { read_only, cap_drop } = compose.services['footnote-1'];
    expect({ read_only, cap_drop }).toEqual({ read_only: true, cap_drop: ['ALL'] });
    expect(read('Dockerfile')).toMatch(/^USER [1-9]/m);
  });
});
