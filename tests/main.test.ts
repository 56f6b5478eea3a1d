import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { messageOf, startSandbox } from 'discord-sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../src/root.ts';
import { textOf } from './support/message.ts';

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, { cwd: packageRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** The bot as an operator starts it, connected. */
async function start(...flags: string[]) {
  const sandbox = await startSandbox();
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-main-'));
  onTestFinished(async () => {
    await sandbox.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const env = { DISCORD_TOKEN: 'a.b.c', DISCORD_API: sandbox.apiUrl, DATA_DIR: dataDir };
  const child = run([...flags, join('dist', 'src', 'main.js')], env);
  await sandbox.whenOnline();
  return { sandbox, child };
}

describe('the process', () => {
  it('goes on answering when what reads its log has ended', async () => {
    const { sandbox, child } = await start();
    child.stdout.destroy();
    // The first answer is the first line that cannot be written.
    for (let i = 0; i < 3; i++) {
      const outcome = await sandbox.client().command('ask', { question: 'When was CELAC founded?' });
      expect(textOf(messageOf(outcome))).toContain('2011');
      await setTimeout(200);
    }
    expect(hasEnded(child)).toBe(false);
  });

  it('is ended by what nothing caught, with a line that does not repeat its message', async () => {
    const throwing = 'process.on("SIGUSR2", () => { throw new Error("a question of somebody") })';
    const { child } = await start('--import', `data:text/javascript,${encodeURIComponent(throwing)}`);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.kill('SIGUSR2');
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toMatch(/"level":60.*Error/);
    expect(said).not.toContain('a question');
  });

  // The gateway's tests cover each of these codes.
  it('ends with code 1 where Discord closes for good', async () => {
    const { sandbox, child } = await start();
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    sandbox.faults.disconnect(4014);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toMatch(/"level":60.*Discord has closed the connection \(4014\): /);
  });

  it('stays while it stands by, with every shard another’s, and while it waits for its turn to identify', async () => {
    const code = `import { shareShards } from './dist/src/discord/shard-share.js';
      import { identifyInTurn } from './dist/src/discord/identify.js';
      const free = async () => undefined;
      const leases = { acquireLease: free, renewLease: free, releaseLease: free, leases: async () => [{ name: 'shard 0/1' }] };
      const logger = { info() {}, warn() {} };
      if (process.argv[1] === 'shards') await shareShards({ leases, count: 1, logger });
      else void identifyInTurn(leases, 1)(0, new AbortController().signal);
      console.log('ready');`;
    for (const what of ['shards', 'identify']) {
      const child = run(['--input-type=module', '-e', code, what]);
      await once(child.stdout, 'data');
      await setTimeout(1_000);
      expect(hasEnded(child), what).toBe(false);
    }
  });
});
