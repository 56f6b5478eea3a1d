import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../src/root.ts';

const hasIpv6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'));

it.each(['127.0.0.1', '0.0.0.0', ...(hasIpv6 ? ['::', '::1'] : [])])(
  'the health check finds a bot that listens on %s, and none where there is none',
  async (host) => {
    const server = createServer((_, response) => response.end()).listen(0, host);
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const env = { OPS_HOST: host, OPS_PORT: String((server.address() as AddressInfo).port) };
    expect(await check(env)).toBe(0);
    expect(await check({ ...env, OPS_PORT: '1' })).toBe(1);
  },
);

async function check(env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [join(packageRoot, 'scripts', 'healthcheck.mjs')], { env });
  const [code] = await once(child, 'close');
  return code;
}
