import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachmentOrigins, createFileFetcher } from '../../src/discord/attachments.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const link = (url: string, size = 3) => ({ name: 'a.txt', url, size });

describe('an attached file', () => {
  it('is fetched whole', async () => {
    const origin = await serve((_request, response) => response.end('abc'));
    const fetched = await createFileFetcher({ origins: [origin], most: 3 }).fetch(link(`${origin}/a.txt`), 'a');
    expect(new TextDecoder().decode(fetched as Uint8Array)).toBe('abc');
  });

  it.each([
    'http://127.0.0.1:1/a.txt',
    'https://cdn.discordapp.com.evil.example/a.txt',
    'https://user@evil.example/cdn.discordapp.com',
    'http://cdn.discordapp.com/a.txt',
    'file:///etc/passwd',
    'no address',
  ])('is not fetched from %s', async (url) => {
    const files = createFileFetcher({ origins: attachmentOrigins('https://discord.com/api'), most: 3 });
    expect(await files.fetch(link(url), 'a')).toBe('foreignAddress');
  });

  it('is not followed to another address', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(302, { location: 'https://evil.example/' }).end();
    });
    expect(await createFileFetcher({ origins: [origin], most: 3 }).fetch(link(`${origin}/a`), 'a')).toBe('unreachable');
  });

  it('is refused by the size that it claims, and by the size that it has', async () => {
    let sent = 0;
    const origin = await serve((_request, response) => {
      const more = () => {
        sent += 65_536;
        if (sent < 50_000_000 && response.write(Buffer.alloc(65_536))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    const files = createFileFetcher({ origins: [origin], most: 100_000 });
    expect(await files.fetch(link(`${origin}/a`, 100_001), 'a')).toBe('overLimit');
    expect(sent).toBe(0);
    expect(await files.fetch(link(`${origin}/a`), 'a')).toBe('overLimit');
    expect(sent).toBeLessThan(10_000_000);
  });

  it.each([
    ['that never begins', () => {}],
    ['that never ends', (response: ServerResponse) => response.writeHead(200).write('a')],
  ])(
    '%s is given up after a time, also where garbage was collected meanwhile',
    async (_, answer) => {
      setFlagsFromString('--expose-gc');
      const collectGarbage: () => void = runInNewContext('gc');
      let isOpen = true;
      const origin = await serve((_request, response) => {
        response.once('close', () => {
          isOpen = false;
        });
        answer(response);
      });
      const fetching = createFileFetcher({ origins: [origin], most: 3, timeout: 1_000 }).fetch(
        link(`${origin}/a`),
        'a',
      );
      for (let i = 0; i < 2; i++) {
        await pause(50);
        collectGarbage();
      }
      expect(await fetching).toBe('unreachable');
      await vi.waitFor(() => expect(isOpen).toBe(false));
    },
    10_000,
  );

  it('that cannot be had is said to be so', async () => {
    const origin = await serve((_request, response) => response.writeHead(404).end());
    const files = createFileFetcher({ origins: [origin, 'http://127.0.0.1:9'], most: 3 });
    expect(await files.fetch(link(`${origin}/a`), 'a')).toBe('unreachable');
    expect(await files.fetch(link('http://127.0.0.1:9/a'), 'a')).toBe('unreachable');
  });
});

it('lies with Discord, or with what stands in for it', () => {
  expect(attachmentOrigins('https://discord.com/api')).toEqual([
    'https://cdn.discordapp.com',
    'https://media.discordapp.net',
  ]);
  expect(attachmentOrigins('http://127.0.0.1:4600/api')).toContain('http://127.0.0.1:4600');
});
