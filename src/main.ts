import { actions, commands } from '../commands/index.ts';
import { createLibrary } from './answer/library.ts';
import { createDispatcher } from './bot/dispatch.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { toDefinitions } from './discord/definitions.ts';
import { connectGateway } from './discord/gateway.ts';
import { createLogger, type Logger } from './logger.ts';
import { loadMaterial } from './material/load.ts';
import { formatProblem } from './material/problems.ts';
import { openSandbox } from './sandbox-host.ts';

/** Where everything is put together: settings, material, engine, bot, transport. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger({
    level: config.logLevel,
    secrets: [config.token ?? ''],
    readable: process.stdout.isTTY,
  });
  const library = openLibrary(config, logger);
  const dispatcher = createDispatcher({ commands, actions, library, logger });
  const sandbox = config.token === undefined ? await openSandbox(config.sandboxPort, logger) : undefined;
  const gateway = await connectGateway({
    token: config.token ?? sandbox?.token ?? '',
    api: sandbox?.api ?? config.api,
    dispatcher,
    definitions: toDefinitions(commands),
    logger,
  });
  sandbox?.announce();
  closeOnSignal(logger, async () => {
    await gateway.close();
    await sandbox?.close();
  });
}

function openLibrary({ knowledgeDir }: Config, logger: Logger) {
  const started = performance.now();
  const { value: material, problems } = loadMaterial(knowledgeDir);
  if (problems.length > 0) {
    throw new ConfigError(`The material cannot be used:\n${problems.map(formatProblem).join('\n')}`);
  }
  const library = createLibrary(material);
  const counts = { works: material.articles.length, passages: material.passages.size, facts: material.facts.length };
  logger.info({ ...counts, ms: Math.round(performance.now() - started) }, 'Read the material');
  return library;
}

/** A second signal ends the process at once, for whoever cannot wait. */
function closeOnSignal(logger: Logger, close: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'Finishing what is in flight');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'Could not close in order');
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
