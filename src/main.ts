import { actions, commands, jobs } from '../commands/index.ts';
import { ask } from './answer/ask.ts';
import { openKnowledge } from './answer/prepared.ts';
import { createDispatcher } from './bot/dispatch.ts';
import { runJobs } from './bot/jobs.ts';
import { type Config, ConfigError, readConfig, secretsOf } from './config.ts';
import { attachmentOrigins, createFileFetcher } from './discord/attachments.ts';
import { toDefinitions } from './discord/definitions.ts';
import { connectGateway } from './discord/gateway.ts';
import { serveInteractions } from './discord/http-endpoint.ts';
import { type Ingress, ownRest } from './discord/ingress.ts';
import { restPosts } from './discord/posts.ts';
import { createGuilds } from './guilds/guilds.ts';
import { startHousekeeping } from './guilds/housekeeping.ts';
import { readDeck, readFacts, readFile } from './intake/index.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics } from './ops/metrics.ts';
import { serveOps } from './ops/server.ts';
import { formatProblem } from './reply/problem-text.ts';
import { openSandbox } from './sandbox-host.ts';
import { openStore } from './store/open.ts';
import { english } from './text/languages/index.ts';

/** Where everything is put together: settings, material, engine, bot, transport. */
async function main(): Promise<void> {
  const config = readConfig();
  const logger = createLogger({
    level: config.logLevel,
    secrets: secretsOf(config),
    readable: process.stdout.isTTY,
  });
  handleStrayErrors(logger);
  const shipped = await openLibrary(config, logger);
  const store = await openStore({ ...config, alone: true, logger });
  const sandbox = config.token === undefined ? await openSandbox(config.sandboxPort, logger) : undefined;
  const api = sandbox?.api ?? config.api;
  const metrics = createMetrics({ names: [...commands, ...actions].map(({ name }) => name) });
  const guilds = createGuilds({
    store,
    shipped,
    memory: config.indexMemory,
    intake: metrics.countFiles({ readFile, readFacts, readDeck }),
    files: metrics.countFetches(createFileFetcher({ origins: attachmentOrigins(api), most: config.fileSize })),
    quota: config.quota,
    onTooMany: metrics.countTooMany,
    logger,
  });
  const token = config.token ?? sandbox?.token ?? '';
  const posts = restPosts(ownRest({ api, token }));
  const dispatcher = createDispatcher({ commands, actions, guilds, store, posts, logger, observer: metrics.observer });
  metrics.watch({ waiting: () => dispatcher.waiting, indexMemory: () => guilds.indexMemory });
  let ingress: Ingress | undefined;
  const checks = {
    discord: () => ingress?.isOpen() ?? false,
    store: () => store.health().then(({ ok }) => ok),
  };
  const ops = config.ops && (await serveOps({ ...config.ops, checks, metrics, logger }));
  const options = {
    token,
    api,
    dispatcher,
    definitions: toDefinitions(commands),
    logger,
  };
  const connected = config.http
    ? await serveInteractions({ ...options, ...config.http })
    : await connectGateway({
        ...options,
        sharing: config.shards === undefined ? undefined : { shards: config.shards, leases: store },
        onFatal(reason) {
          logger.fatal(reason);
          process.exit(1);
        },
      });
  ingress = connected;
  const housekeeping = startHousekeeping({ store, listServers: () => connected.listServers(), logger });
  const runner = runJobs({ jobs, store, posts, guilds, logger });
  sandbox?.announce();
  closeOnSignal(logger, async () => {
    await Promise.all([housekeeping.stop(), runner.stop(), connected.close()]);
    ops?.close();
    await sandbox?.close();
    await store.close();
  });
}

async function openLibrary({ knowledgeDir }: Config, logger: Logger) {
  const started = performance.now();
  const { knowledge, problems } = await openKnowledge(knowledgeDir, english);
  if (problems.length > 0) {
    throw new ConfigError(
      `The material cannot be used; KNOWLEDGE_DIR names its folder:\n${problems.map(formatProblem).join('\n')}`,
    );
  }
  const { material } = knowledge;
  const counts = { works: material.articles.length, passages: material.passages.size, facts: material.facts.length };
  // The first questions compile what all others use: nobody should wait for that.
  for (const question of ['What are the sources, and when were they written?', 'Who painted it?'])
    ask(knowledge, question);
  logger.info({ ...counts, ms: Math.round(performance.now() - started) }, 'Read the material');
  return knowledge;
}

/**
 * Where the log goes may end before the bot does, which answers all the same. What nothing caught ends the process, but
 * without its message, which may quote a question or the token.
 */
function handleStrayErrors(logger: Logger): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'Ended by an error that was not caught');
    process.exit(1);
  });
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
