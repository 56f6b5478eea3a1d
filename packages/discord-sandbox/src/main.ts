import { inspect, parseArgs } from 'node:util';
import { startSandbox } from './index.ts';
import type { Logger } from './logger.ts';

const USAGE = `Usage: discord-sandbox [--port <number>]

Starts a Discord on this computer and prints what a bot connects with.
The page is where you play the people who use the bot.

  --port <number>  the port on 127.0.0.1; 0 takes any free one (default: 4600)
  --help           print this text
`;

/** What Discord would refuse is what a developer wants to see; the rest is noise. */
const problemsOnly: Logger = {
  debug: () => {},
  info: () => {},
  warn: print,
  error: print,
};

const port = readPort(process.argv.slice(2));
if (port !== undefined) await run(port);

/** The port, or undefined where there is nothing to start. */
function readPort(args: string[]): number | undefined {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string' }, help: { type: 'boolean' } } });
    if (values.help) {
      process.stdout.write(USAGE);
      return undefined;
    }
    const { port = '4600' } = values;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`--port must be 0 to 65535, not "${port}".`);
    return Number(port);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function run(port: number): Promise<void> {
  const sandbox = await startSandbox({ port, logger: problemsOnly }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    process.stderr.write(`Port ${port} is in use. Choose another with --port, or --port 0 for any free one.\n`);
    process.exitCode = 1;
  });
  if (!sandbox) return;
  process.stdout.write(`Page   ${sandbox.url}\nAPI    ${sandbox.apiUrl}\nToken  ${sandbox.token}\n`);
  const stop = (): void => void sandbox.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function print(fields: object, message: string): void {
  process.stderr.write(`${message} ${inspect(fields, { depth: 10, breakLength: Infinity })}\n`);
}
