import { join } from 'node:path';
import type { Sandbox } from 'discord-sandbox';
import { actions, commands } from '../../commands/index.ts';
import { createKnowledgeBase, type KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { createDispatcher } from '../../src/bot/dispatch.ts';
import { toDefinitions } from '../../src/discord/definitions.ts';
import { connectGateway } from '../../src/discord/gateway.ts';
import { serveInteractions } from '../../src/discord/http-endpoint.ts';
import type { Ingress } from '../../src/discord/ingress.ts';
import type { Guilds } from '../../src/guilds/types.ts';
import { createLogger } from '../../src/logger.ts';
import { loadMaterial } from '../../src/material/load.ts';
import { packageRoot } from '../../src/root.ts';
import { english } from '../../src/text/languages/index.ts';
import { fixedGuilds } from './guilds.ts';

export const SHIPPED = join(packageRoot, 'knowledge');

/** A library from a folder of collections; throws where anything is wrong in it. */
export function openLibrary(dir = SHIPPED): KnowledgeBase {
  const { value, problems } = loadMaterial(dir);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return createKnowledgeBase(value, { language: english });
}

export interface TestBot {
  readonly gateway: Ingress;
  /** The log, a line each. */
  readonly lines: readonly string[];
}

/** How interactions reach the bot. */
export const TRANSPORTS = ['gateway', 'http'] as const;

/** The bot as `main.ts` puts it together, connected to a sandbox. */
export async function startBot(
  sandbox: Sandbox,
  library: KnowledgeBase = openLibrary(),
  guilds: Guilds = fixedGuilds(library),
  transport: (typeof TRANSPORTS)[number] = 'gateway',
): Promise<TestBot> {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    secrets: [],
    readable: false,
    destination: { write: (line) => void lines.push(line) },
  });
  const dispatcher = createDispatcher({ commands, actions, guilds, logger });
  const definitions = toDefinitions(commands);
  const options = { token: sandbox.token, api: sandbox.apiUrl, dispatcher, definitions, logger };
  if (transport === 'gateway') return { gateway: await connectGateway(options), lines };
  const host = '127.0.0.1';
  const ingress = await serveInteractions({ ...options, publicKey: sandbox.publicKey, port: 0, host });
  await sandbox.useEndpoint(`http://${host}:${ingress.port}/interactions`);
  return { gateway: ingress, lines };
}
