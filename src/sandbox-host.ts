import type { Logger } from './logger.ts';

/** The loopback Discord that stands in where there is no token. */
export interface SandboxHost {
  readonly api: string;
  readonly token: string;
  /** Logs the page's address. Called last, so that it stands at the end of the terminal. */
  announce(): void;
  close(): Promise<void>;
}

/** Starts the sandbox on a port of 127.0.0.1, 0 for any free one. Rejects where the port is taken. */
export async function openSandbox(port: number, logger: Logger): Promise<SandboxHost> {
  // Loaded only here: a bot on Discord itself has no use for it.
  const { startSandbox, studyGroup } = await import('discord-sandbox');
  const application = { name: 'Footnote', description: 'Answers with their paragraph' };
  const world = { ...studyGroup, application };
  const sandbox = await startSandbox({ port, logger, world }).catch((error: NodeJS.ErrnoException) => {
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
