import type { APIMessage } from 'discord-api-types/v10';
import { messageOf, type Outcome, type Sandbox, type SandboxClient, startSandbox, studyGroup } from 'discord-sandbox';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createFileFetcher } from '../../src/discord/attachments.ts';
import type { Store } from '../../src/store/store.ts';
import { openStage, type Stage } from '../guilds/stage.ts';
import { startBot, type TestBot, TRANSPORTS } from '../support/bot.ts';
import { clockAhead } from '../support/clock.ts';
import { buttonsOf, textOf } from '../support/message.ts';

/** In each text that somebody writes, reads or stores here; a number follows it. */
const MARKER = 'zqmarker';
let markers = 0;
const marked = (text: string) => `${text} ${MARKER}${++markers}`;

let sandbox: Sandbox;
/** Nobody waits until a question is posted. */
const passPause = clockAhead(7_000);
let stage: Stage;
let bot: TestBot;
let ana: SandboxClient;
/** While true, the store fails as only a fault of the program's would let it, with a message that quotes. */
let isBroken = false;

beforeAll(async () => {
  sandbox = await startSandbox({ world: studyGroup });
  stage = await openStage();
});

afterAll(async () => {
  await sandbox.close();
  await stage.close();
});

function breakable(store: Store): Store {
  return new Proxy(store, {
    get: (target, name: keyof Store) =>
      isBroken && name !== 'head' && name !== 'tiedWorks'
        ? () => Promise.reject(new Error(marked('broken by')))
        : target[name],
  });
}

async function start(transport: (typeof TRANSPORTS)[number]): Promise<void> {
  const files = createFileFetcher({ origins: [sandbox.cdnUrl], most: 100_000 });
  const quota = { works: 10, passages: 100, bytes: 100_000, additionsPerHour: 50 };
  const store = breakable(stage.store);
  const guilds = stage.guilds({ files, quota, store });
  bot = await startBot(sandbox, { library: stage.shipped, guilds, store, transport, level: 'debug' });
  const channel = transport === 'gateway' ? 'general-reading' : 'latin-america';
  ana = sandbox.client('ana').in(`Study group/${channel}`);
}

const upload = (text: string, filename: string) => ({ filename, data: Buffer.from(text).toString('base64') });
const press = async (message: APIMessage, label: string) => messageOf(await ana.click(message, label));

function modalOf(outcome: Outcome) {
  if (outcome.kind !== 'modal') throw new Error(outcome.kind);
  return outcome.modal;
}

/** The newest message that has the text, once there is one. */
async function shown(text: string | RegExp): Promise<APIMessage> {
  const fits = (message: APIMessage) => textOf(message).match(text) !== null;
  await vi.waitFor(() => expect(ana.messages().some(fits)).toBe(true), { timeout: 20_000, interval: 50 });
  return ana.messages().findLast(fits) as APIMessage;
}

async function askAndShare(): Promise<void> {
  await ana.command('ask', { question: marked('When was CELAC founded?') });
  const hidden = messageOf(await ana.command('ask', { question: marked('When was CELAC founded?'), private: true }));
  await press(hidden, 'Share');
  await press(hidden, 'Share');
  await ana.command('ask', { question: marked('How long do I boil an egg?') });
  await ana.command('fact', { about: marked('CELAC') });
  await ana.command('compare', { topic: marked('CELAC') });
  await ana.command('cite', { source: marked('stratfor') });
  await ana.autocomplete('ask', 'question', marked('When'));
  await ana.autocomplete('fact', 'about', marked('C'));
  await ana.messageCommand('Find sources', await ana.post(marked('CELAC was founded in 2010.')));
}

async function fillLibrary(): Promise<void> {
  const text = `${marked('The Ferry')}\n\n${marked('The ferry Halcyon sailed from')}.`;
  await ana.command('library add', { file: upload(text, 'ferry.txt'), author: marked('M. Orlo') });
  const added = await shown('Added');
  const form = modalOf(await ana.click(added, 'Correct the details'));
  await ana.submit(form, { work: marked('Ledger'), author: '', date: marked('1912'), publisher: '' });
  await ana.command('library add', { file: upload('damaged', `${marked('broken')}.txt`) });
  await ana.command('ask', { question: marked('Where did the ferry Halcyon sail from?') });
  await ana.command('library list');
}

async function study(): Promise<void> {
  await ana.command('quiz start', { questions: 2, mode: 'typed', seed: 3, pace: 60 });
  passPause();
  const question = await shown('Question 1 of 2');
  await ana.submit(modalOf(await ana.click(question, 'Answer')), { answer: marked('my answer') });
  await press(question, 'End');
  await ana.command('review import', { file: upload(`${marked('front')}\t${marked('back')}`, 'deck.txt') });
  const sitting = messageOf(await ana.command('review start'));
  const [reveal] = buttonsOf(sitting);
  await press(sitting, reveal?.label ?? '');
  await ana.command('settings');
  await ana.command('coverage');
}

/** Handlers that fail, a store that is away, and replies that Discord refuses. */
async function fail(): Promise<void> {
  isBroken = true;
  await ana.command('review start');
  await ana.command('library list');
  await ana.autocomplete('library remove', 'work', marked('f'));
  await ana.autocomplete('fact', 'about', marked('f'));
  isBroken = false;
  stage.away = true;
  await ana.command('ask', { question: marked('When was CELAC founded?') });
  await ana.command('library list');
  stage.away = false;
  sandbox.faults.dropNext(20, 400, ({ path }) => path.includes('/callback') || path.includes('/webhooks/'));
  // Over HTTP the endpoint's own response is the answer: nothing can be refused.
  await ana.command('ask', { question: marked('Who?') }).catch(() => {});
  sandbox.faults.clear();
}

it.each(TRANSPORTS)(
  'the log of a bot over %s holds nothing that people wrote, read or hold',
  async (transport) => {
    await start(transport);
    await askAndShare();
    await fillLibrary();
    await study();
    await fail();
    await bot.gateway.close();
    await sandbox.useEndpoint(null).catch(() => {});
    const log = bot.lines.join('');
    for (const line of ['Completed', 'An interaction failed', 'Autocompletion failed', 'The store is away']) {
      expect(log, line).toContain(`"msg":"${line}"`);
    }
    for (const command of ['ask', 'fact', 'Find sources', 'library', 'quiz', 'review', 'settings', 'share']) {
      expect(log, command).toContain(`"command":"${command}"`);
    }
    expect(markers).toBeGreaterThan(20);
    expect(log).not.toContain(MARKER);
    expect(log).not.toMatch(/CELAC|Halcyon|ferry/i);
    expect(log).not.toMatch(/webhooks\/|requestBody|rawError/);
    const tokens = sandbox.requests.flatMap(
      ({ path }) => /\/(?:interactions|webhooks)\/\d+\/([^/?]+)/.exec(path)?.[1] ?? [],
    );
    for (const token of new Set(tokens)) expect(log).not.toContain(token);
  },
  60_000,
);
