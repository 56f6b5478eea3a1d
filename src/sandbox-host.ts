import { join } from 'node:path';
import type { Logger } from './logger.ts';
import { packageRoot } from './root.ts';

/** The loopback Discord that stands in where there is no token. */
export interface SandboxHost {
  readonly api: string;
  /** The origin of its attachments: what may be fetched where Discord's own CDN would be. */
  readonly token: string;
  /** Tells where the page is. Said last, so that it is what stands at the end of the terminal. */
  announce(): void;
  close(): Promise<void>;
}

/** Starts the sandbox with the page that the build made. Rejects where the port is taken. */
export async function openSandbox(port: number, logger: Logger): Promise<SandboxHost> {
  // Loaded only here: a bot on Discord itself has no use for it.
  const { startSandbox, studyGroup } = await import('../packages/discord-sandbox/src/index.ts');
  const application = { name: 'Footnote', description: 'Answers with their paragraph' };
  const world = { ...studyGroup, application };
  const pageDir = join(packageRoot, 'dist', 'page');
  const sandbox = await startSandbox({ port, pageDir, logger, world }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Error(`SANDBOX_PORT ${port} is taken by another program: put another port, or 0 for any free one.`);
  });
  return {
    api: sandbox.apiUrl,
    token: sandbox.token,
    announce: () => logger.info(`No DISCORD_TOKEN is set: try the bot at ${sandbox.url}`),
    close: () => sandbox.close(),
  };
}
