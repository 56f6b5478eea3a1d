import {
  type APIInteraction,
  Client,
  type ClientOptions,
  DiscordAPIError,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../src/index.ts';

/** The real discord.js client on a sandbox, answering every interaction as the test says. */
export interface TestBot {
  client: Client;
  received: APIInteraction[];
  /** What is done about the next interactions; nothing unless set. */
  answer(raw: APIInteraction): unknown;
  respond(raw: APIInteraction, body: object, files?: { name: string; data: Buffer }[]): Promise<unknown>;
  register(commands: object[]): Promise<unknown>;
  /** Changes the reply, or another message of the same interaction. */
  edit(raw: APIInteraction, body: object, message?: string): Promise<unknown>;
  followUp(raw: APIInteraction, body: object): Promise<unknown>;
  stop(): Promise<void>;
}

export async function connect(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<TestBot> {
  const client = new Client({ intents: 0, ...options, rest: { api: sandbox.apiUrl, retries: 0, ...options.rest } });
  const bot: TestBot = {
    client,
    received: [],
    answer: () => undefined,
    respond: (raw, body, files = []) =>
      client.rest.post(Routes.interactionCallback(raw.id, raw.token), { body, files, auth: false }),
    register: (body) =>
      client.rest.put(Routes.applicationCommands(sandbox.applicationId), {
        body: body as RESTPutAPIApplicationCommandsJSONBody,
      }),
    edit: (raw, body, message = '@original') =>
      client.rest.patch(Routes.webhookMessage(raw.application_id, raw.token, message), { body, auth: false }),
    followUp: (raw, body) => client.rest.post(Routes.webhook(raw.application_id, raw.token), { body, auth: false }),
    stop: () => client.destroy(),
  };
  client.ws.on('INTERACTION_CREATE' as never, (raw: APIInteraction) => {
    bot.received.push(raw);
    // A refused answer is what many tests are about: it must not end the process.
    Promise.resolve(bot.answer(raw)).catch(() => undefined);
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(sandbox.token);
  await ready;
  return bot;
}

const question = { type: 3, name: 'question', description: 'What to ask', required: true, autocomplete: true };
export const ASK = { name: 'ask', description: 'Asks something', options: [question] };
export const FIND = { name: 'Find sources', type: 3 };

export async function sandboxWithBot(options: SandboxOptions = {}, commands: object[] = [ASK, FIND]) {
  const sandbox = await startSandbox(options);
  const bot = await connect(sandbox);
  await bot.register(commands);
  const stop = async (): Promise<void> => {
    await bot.stop();
    await sandbox.close();
  };
  return { sandbox, bot, ana: sandbox.client('ana'), ben: sandbox.client('ben'), stop };
}

export type Setup = Awaited<ReturnType<typeof sandboxWithBot>>;

/** Runs a request that must be refused, and hands back how Discord would put it. */
export async function refusal(request: Promise<unknown>): Promise<DiscordAPIError> {
  try {
    await request;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error;
    throw error;
  }
  throw new Error('The request was accepted.');
}

/** The error at a path of Discord's nested form errors: `data.components.0.type`. */
export function errorAt(error: DiscordAPIError, path: string): string | undefined {
  const { errors } = error.rawError as { errors?: object };
  const leaf = path
    .split('.')
    .filter(Boolean)
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], errors);
  return (leaf as { _errors?: { code: string }[] } | undefined)?._errors?.[0]?.code;
}

/** Has the bot answer one `/ask` and reports how the answer went; the interaction for what comes after it. */
export async function answering(
  { bot, ana }: Setup,
  body: object,
  files: { name: string; data: Buffer }[] = [],
): Promise<{ raw: APIInteraction; answered: Promise<unknown> }> {
  return new Promise((resolve, reject) => {
    bot.answer = (raw) => {
      const answered = bot.respond(raw, body, files);
      // Whoever asked looks at it later; until then a refusal is not an unhandled one.
      answered.catch(() => undefined);
      resolve({ raw, answered });
    };
    ana.command('ask', { question: 'When?' }, { until: 'acknowledged', timeoutMs: 1_000 }).catch(reject);
  });
}
