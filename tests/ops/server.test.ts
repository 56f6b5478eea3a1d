import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/ops/metrics.ts';
import { type Checks, type OpsServer, serveOps } from '../../src/ops/server.ts';

const logger = createLogger({ level: 'silent', secrets: [], readable: false });
const HOST = '127.0.0.1';
let server: OpsServer | undefined;

afterEach(() => server?.close());

async function serve(checks: Checks = {}, port = 0): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  server = await serveOps({ port, host: HOST, checks, metrics: createMetrics({ names: ['ask'] }), logger });
  const { port: listening } = server;
  return (path, init) => fetch(`http://${HOST}:${listening}${path}`, init);
}

describe('the server for the operator', () => {
  it('is live as soon as it answers', async () => {
    const get = await serve({ discord: () => false });
    const response = await get('/livez');
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  });

  it('is ready where every part is, and names those that are not', async () => {
    let isOpen = false;
    const get = await serve({ discord: () => isOpen, store: async () => true });
    const before = await get('/readyz');
    expect([before.status, await before.json()]).toEqual([503, { discord: false, store: true }]);
    isOpen = true;
    const after = await get('/readyz');
    expect([after.status, await after.json()]).toEqual([200, { discord: true, store: true }]);
  });

  it('is not ready where a check fails or hangs', async () => {
    const get = await serve({
      throws() {
        throw new Error('broken');
      },
      rejects: () => Promise.reject(new Error('secret host')),
      hangs: () => new Promise(() => {}),
    });
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ throws: false, rejects: false, hangs: false });
  });

  it('serves the metrics as Prometheus reads them', async () => {
    const response = await (await serve())('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await response.text()).toContain('# TYPE footnote_interactions_total counter');
  });

  it('knows no other path and no other method', async () => {
    const get = await serve();
    expect((await get('/')).status).toBe(404);
    expect((await get('/metrics', { method: 'POST' })).status).toBe(405);
  });

  it('says which setting to change where the port is taken', async () => {
    await serve();
    const taken = server;
    await expect(serve({}, taken?.port)).rejects.toThrow(/^OPS_PORT \d+ .*taken .*another port/);
  });
});
