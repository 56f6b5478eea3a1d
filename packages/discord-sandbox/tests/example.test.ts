import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import type { ClientState, InvokeCommand } from '../src/client-api.ts';

/** The command line and the example as a newcomer runs them: in processes of their own, from the build. */
const root = join(import.meta.dirname, '..');
const EXAMPLE = join(root, 'examples', 'echo-bot.js');
const BIN = join(root, 'bin', 'discord-sandbox.js');

const running: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(stop));
});

it('prints what the example bot connects with, and the bot answers a person', async () => {
  const { Page: page = '', API: api, Token: token } = await startSandbox();
  run(EXAMPLE, [], { DISCORD_API: api, DISCORD_TOKEN: token });
  await expect.poll(async () => (await state(page)).commands[0]?.name, { timeout: 10_000 }).toBe('echo');

  const { people, channels, commands } = await state(page);
  const channel = channels[0]?.id ?? '';
  const call: InvokeCommand = {
    user: people[0]?.id ?? '',
    channel,
    command_id: commands[0]?.id ?? '',
    options: [{ name: 'text', type: 3, value: 'Is anybody there?' }],
    nonce: '1',
  };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${page}client/commands`, { method: 'POST', headers, body: JSON.stringify(call) });
  await expect
    .poll(async () => (await state(page)).messages[channel]?.map(({ content }) => content))
    .toContain('Is anybody there?');
});

it('serves the page that the build made', async () => {
  const { Page: page = '' } = await startSandbox();
  const html = await (await fetch(page)).text();
  const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1];
  const response = await fetch(`${page}${script}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
});

it('explains itself, and what is wrong with how it was called', async () => {
  expect(await finished(run(BIN, ['--help']))).toMatchObject({ code: 0, out: expect.stringContaining('--port') });
  for (const args of [['--port', '65536'], ['--port', 'x'], ['--prot', '1'], ['4600']]) {
    expect(await finished(run(BIN, args))).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
  }
  const { Page: page = '' } = await startSandbox();
  expect(await finished(run(BIN, ['--port', new URL(page).port]))).toMatchObject({
    code: 1,
    err: expect.stringContaining('is in use'),
  });
});

it('shows the example in the README as it stands', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  expect(readme).toContain(await readFile(EXAMPLE, 'utf8'));
});

/** What the command line prints, by its first word. */
async function startSandbox(): Promise<Record<string, string>> {
  const printed: Record<string, string> = {};
  const { stdout } = run(BIN, ['--port', '0']);
  if (!stdout) throw new Error('The process has no output.');
  for await (const line of createInterface(stdout)) {
    const [name = '', value = ''] = line.split(/\s+/);
    printed[name] = value;
    if (name === 'Token') return printed;
  }
  throw new Error(`The sandbox ended after it had printed ${JSON.stringify(printed)}.`);
}

async function state(page: string): Promise<ClientState> {
  return (await (await fetch(`${page}client/state`)).json()) as ClientState;
}

function run(file: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env } });
  running.push(child);
  return child;
}

async function finished(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (data) => (out += data));
  child.stderr?.on('data', (data) => (err += data));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await closed;
}
