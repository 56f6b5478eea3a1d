import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { packageRoot } from '../../src/root.ts';

export interface Nginx {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Starts nginx with the configuration in `deploy/`, before replicas on ports of this machine. Resolves to undefined where
 * there is no nginx.
 */
export async function startNginx(port: number, replicas: readonly number[]): Promise<Nginx | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-nginx-'));
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, replicas));
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const isMissing = await Promise.race([once(child, 'error').then(() => true), listening(port).then(() => false)]);
  if (isMissing) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, port: number, replicas: readonly number[]): string {
  const site = readFileSync(join(packageRoot, 'deploy', 'nginx.conf'), 'utf8')
    .replace(/footnote-(\d):8080/g, (_, replica) => `127.0.0.1:${replicas[Number(replica) - 1]}`)
    .replace('listen 8000', `listen 127.0.0.1:${port}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  return `
    daemon off;
    master_process off;
    pid ${join(folder, 'pid')};
    error_log stderr crit;
    events {}
    http { access_log off; ${temporary.join(' ')} ${site} }
  `;
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await setTimeout(50);
  }
}
