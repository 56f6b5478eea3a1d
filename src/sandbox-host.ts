import { join } from 'node:path';
import type { Logger } from './logger.ts';
import { packageRoot } from './root.ts';
import { startSandbox } from './sandbox/index.ts';

/** The loopback Discord that stands in where there is no token. */
export interface SandboxHost {
  readonly api: string;
  readonly token: string;
  /** Tells where the page is. Said last, so that it is what stands at the end of the terminal. */
  announce(): void;
  close(): Promise<void>;
}

/** Starts the sandbox with the page that the build made. Rejects where the port is taken. */
export async function openSandbox(port: number, logger: Logger): Promise<SandboxHost> {
  const sandbox = await startSandbox({ port, pageDir: join(packageRoot, 'dist', 'page'), logger });
  return {
    api: sandbox.apiUrl,
    token: 'sandbox',
    announce: () => logger.info(`No DISCORD_TOKEN is set: try the bot at ${sandbox.url}`),
    close: () => sandbox.close(),
  };
}
