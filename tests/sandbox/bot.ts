import {
  type APIInteraction,
  type APIInteractionResponse,
  Client,
  type ClientOptions,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';

export type Answer = (raw: APIInteraction, bot: TestBot) => unknown;

/** The real discord.js client on a sandbox, answering every interaction as the test says. */
export interface TestBot {
  client: Client<true>;
  received: APIInteraction[];
  /** What the next interactions are answered with; nothing unless set. */
  answer: Answer;
  respond(raw: APIInteraction, response: APIInteractionResponse | object): Promise<unknown>;
  register(commands: RESTPutAPIApplicationCommandsJSONBody): Promise<unknown>;
  /** PATCH of the reply. */
  edit(raw: APIInteraction, body: object, message?: string): Promise<unknown>;
  followUp(raw: APIInteraction, body: object): Promise<unknown>;
  stop(): Promise<void>;
}

export async function connect(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<TestBot> {
  const client = new Client({ intents: 0, ...options, rest: { api: sandbox.apiUrl, retries: 0, ...options.rest } });
  const bot: TestBot = {
    client: client as Client<true>,
    received: [],
    answer: () => undefined,
    respond: (raw, body) => client.rest.post(Routes.interactionCallback(raw.id, raw.token), { body, auth: false }),
    register: (body) => client.rest.put(Routes.applicationCommands(sandbox.applicationId), { body }),
    edit: (raw, body, message = '@original') =>
      client.rest.patch(Routes.webhookMessage(raw.application_id, raw.token, message), { body, auth: false }),
    followUp: (raw, body) => client.rest.post(Routes.webhook(raw.application_id, raw.token), { body, auth: false }),
    stop: () => client.destroy(),
  };
  client.ws.on('INTERACTION_CREATE' as never, (raw: APIInteraction) => {
    bot.received.push(raw);
    // A refused answer is what many tests are about: it must not end the process.
    Promise.resolve(bot.answer(raw, bot)).catch(() => undefined);
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(sandbox.token);
  await ready;
  return bot;
}

export const ASK = {
  name: 'ask',
  description: 'Asks something',
  options: [{ type: 3, name: 'question', description: 'What to ask', required: true, autocomplete: true }],
};

export async function sandboxWithBot(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options);
  const bot = await connect(sandbox);
  await bot.register([ASK]);
  return {
    sandbox,
    bot,
    async stop() {
      await bot.stop();
      await sandbox.close();
    },
  };
}
