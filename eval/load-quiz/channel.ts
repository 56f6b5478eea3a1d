import { setTimeout as pause } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { messageOf, type Sandbox, type SandboxClient } from 'discord-sandbox';
import { buttonsOf, textOf } from '../../tests/support/message.ts';
import type { Ledger } from './ledger.ts';

export interface Game {
  readonly channel: string;
  /** Usernames; the first is the host. */
  readonly people: readonly string[];
  readonly questions: number;
  /** Seconds. */
  readonly pace: number;
}

/** Milliseconds between two looks at the channel. */
const LOOK_MS = 100;
/** Milliseconds after which a person whose press came to nothing tries again. */
const AGAIN_MS = 3_500;

/** Plays one round to its standings; everybody answers each question once, at some moment, and again where nothing came. */
export async function playChannel(sandbox: Sandbox, game: Game): Promise<Ledger> {
  const clients = game.people.map((name) => sandbox.client(name, game.channel));
  const [host] = clients;
  if (host === undefined) throw new Error('A channel needs people.');
  const ledger: Ledger = { guild: sandbox.guildId, channel: host.channelId, host, answers: [], unacknowledged: [] };
  await pause(Math.random() * 3_000);
  await host.command('quiz start', { questions: game.questions, pace: game.pace, mode: 'choice' });
  const asked = new Set<string>();
  const answering: Promise<void>[] = [];
  const deadline = performance.now() + (game.pace + 10) * game.questions * 1_000 + 300_000;
  while (performance.now() < deadline) {
    const messages = host.messages();
    for (const message of messages) {
      const question = questionIn(message);
      if (question === undefined || asked.has(question.key)) continue;
      asked.add(question.key);
      answering.push(...clients.map((client) => answer(client, message, question, game.pace, ledger)));
    }
    if (messages.some((message) => textOf(message).startsWith('## Standings'))) break;
    await pause(LOOK_MS);
  }
  await Promise.all(answering);
  return ledger;
}

interface Asked {
  readonly key: string;
  readonly round: string;
  readonly question: number;
  readonly choices: readonly string[];
}

function questionIn(message: APIMessage): Asked | undefined {
  const choices = buttonsOf(message).flatMap(({ customId }) =>
    customId?.startsWith('quiz-choose:') ? [customId] : [],
  );
  const [, round = '', question = ''] = choices[0]?.split(':') ?? [];
  return choices.length === 0 ? undefined : { key: `${round} ${question}`, round, question: Number(question), choices };
}

async function answer(
  client: SandboxClient,
  message: APIMessage,
  { round, question, choices }: Asked,
  pace: number,
  ledger: Ledger,
): Promise<void> {
  const given = { round, question, person: client.user.id };
  const choice = choices[Math.floor(Math.random() * choices.length)] ?? '';
  await pause(Math.random() * pace * 900);
  for (;;) {
    const begun = performance.now();
    const outcome = await press(client, message, choice);
    const text = outcome === undefined ? '' : outcome;
    if (/^\*\*(Right|Not right)/.test(text)) {
      ledger.answers.push({ ...given, right: text.startsWith('**Right'), ms: performance.now() - begun });
      return;
    }
    // Counted before the process died, or closed meanwhile.
    if (text !== '') return;
    ledger.unacknowledged.push(given);
    await pause(AGAIN_MS);
  }
}

/** The text of the reply; undefined where none came, or the question is closed and has no such button any more. */
async function press(client: SandboxClient, message: APIMessage, choice: string): Promise<string | undefined> {
  try {
    const first = await client.click(message, choice, { timeoutMs: 5_000 });
    // A bot that is slow says first that it has the press.
    const outcome = first.kind === 'done' ? await first.next() : first;
    return outcome.kind === 'failed' ? undefined : textOf(messageOf(outcome));
  } catch {
    return 'closed';
  }
}
