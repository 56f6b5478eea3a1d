import { join } from 'node:path';
import type { Sandbox } from 'discord-sandbox';
import { actions, commands, jobs } from '../../commands/index.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import { runJobs } from '../../src/bot/jobs.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { connectGateway } from '../../src/discord/gateway.ts';
import { serveInteractions } from '../../src/discord/http-endpoint.ts';
import { type Ingress, type IngressOptions, ownRest } from '../../src/discord/ingress.ts';
import { restPosts } from '../../src/discord/posts.ts';
import type { Guilds } from '../../src/guilds/types.ts';
import { createLogger } from '../../src/logger.ts';
import { loadMaterial } from '../../src/material/load.ts';
import { packageRoot } from '../../src/root.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds } from './guilds.ts';

let shipped: KnowledgeBase | undefined;

/** The shipped library, made once for all tests of a process, since it is only read; or one from a folder of collections. */
export function openLibrary(dir?: string): KnowledgeBase {
  if (dir !== undefined) return readLibrary(dir);
  shipped ??= readLibrary(join(packageRoot, 'knowledge'));
  return shipped;
}

/** Throws where anything is wrong in it. */
function readLibrary(dir: string): KnowledgeBase {
  const { value, problems } = loadMaterial(dir);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return createKnowledgeBase(value, { language: english });
}

export interface TestBot {
  /** Closing it ends the bot. */
  readonly gateway: Ingress;
  /** The log, a line each. */
  readonly lines: readonly string[];
}

/** How interactions reach the bot. */
export const TRANSPORTS = ['gateway', 'http'] as const;

export interface TestBotOptions {
  readonly library?: KnowledgeBase;
  readonly guilds?: Guilds;
  readonly store?: Store;
  readonly transport?: (typeof TRANSPORTS)[number];
  /** Of the log; `info` unless said. */
  readonly level?: string;
}

/** The bot as `main.ts` puts it together, connected to a sandbox. */
export async function startBot(sandbox: Sandbox, options: TestBotOptions = {}): Promise<TestBot> {
  const { library = openLibrary(), guilds = fixedGuilds(library), transport = 'gateway' } = options;
  const store = options.store ?? (await openMemoryStore());
  const lines: string[] = [];
  const logger = createLogger({
    level: options.level ?? 'info',
    secrets: [],
    readable: false,
    destination: { write: (line) => void lines.push(line) },
  });
  const { token, apiUrl: api } = sandbox;
  const posts = restPosts(ownRest({ token, api }));
  const dispatcher = createDispatcher({ commands, actions, guilds, store, posts, logger });
  const definitions = toDefinitions(commands);
  const ingress = await connect(sandbox, transport, { token, api, dispatcher, definitions, logger });
  const runner = runJobs({ jobs, store, posts, guilds, logger });
  const gateway = {
    ...ingress,
    async close(graceMs?: number) {
      await Promise.all([runner.stop(), ingress.close(graceMs)]);
    },
  };
  return { gateway, lines };
}

async function connect(
  sandbox: Sandbox,
  transport: (typeof TRANSPORTS)[number],
  options: IngressOptions,
): Promise<Ingress> {
  if (transport === 'gateway') return connectGateway(options);
  const host = '127.0.0.1';
  const ingress = await serveInteractions({ ...options, publicKey: sandbox.publicKey, port: 0, host });
  await sandbox.useEndpoint(`http://${host}:${ingress.port}/interactions`);
  return ingress;
}
