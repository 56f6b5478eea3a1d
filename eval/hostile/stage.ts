import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Sandbox, startSandbox, studyGroup } from 'discord-sandbox';
import { packageRoot } from '../../src/root.ts';
import { UPLOAD_LIMIT } from './attack.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  /** The bot's process. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

/**
 * The bot in a process of its own, with an empty store and its commands registered in a sandbox that takes large files.
 * `quotas`: what is to be set beside those of additions.
 */
export async function openStage(quotas: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'footnote-hostile-'));
  const sandbox = await startSandbox({ world: studyGroup, uploadLimit: UPLOAD_LIMIT });
  const bot = spawn(process.execPath, [join(packageRoot, 'dist', 'src', 'main.js')], {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: 'bench',
      DISCORD_API: sandbox.apiUrl,
      DATA_DIR: dataDir,
      QUOTA_ADDITIONS_PER_HOUR: '100000',
      ...quotas,
      LOG_LEVEL: 'error',
    },
    stdio: 'inherit',
  });
  await sandbox.whenOnline();
  while (sandbox.commands.length === 0) await setTimeout(20);
  return {
    sandbox,
    pid: bot.pid,
    async close() {
      const ended = once(bot, 'exit');
      bot.kill('SIGTERM');
      await ended;
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
