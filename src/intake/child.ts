import { failureOf } from './failure.ts';
import { endWithout } from './process/guard.ts';
import type { Job, Message } from './process/messages.ts';

/**
 * The process that reads: a job's line and a file's bytes on standard input, messages on standard output, and again. Its
 * argument is the id of its parent.
 */
async function main(): Promise<void> {
  endWithout(Number(process.argv[2]));
  silence();
  for await (const { job, bytes } of jobs()) {
    const before = process.cpuUsage();
    const messages = await readSafely(job, bytes);
    const { user, system } = process.cpuUsage(before);
    await say([...messages, { type: 'done', cpuMs: (user + system) / 1000 }]);
  }
  // Whatever a library left running must not keep the process alive.
  process.exit(0);
}

function say(messages: readonly Message[]): Promise<void> {
  const lines = messages.map((message) => `${JSON.stringify(message)}\n`);
  return new Promise<void>((resolve) => process.stdout.write(lines.join(''), () => resolve()));
}

/** Libraries that warn must not write between the messages. */
function silence(): void {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) globalThis.console[name] = () => {};
}

async function* jobs(): AsyncGenerator<{ job: Job; bytes: Uint8Array }> {
  let held: Buffer[] = [];
  let size = 0;
  let job: Job | undefined;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    const end = job ? -1 : chunk.indexOf(10);
    if (!job && end === -1) continue;
    if (job && size < job.length) continue;
    let all: Buffer = Buffer.concat(held);
    if (!job) {
      const line = all.indexOf(10);
      job = JSON.parse(all.toString('utf8', 0, line)) as Job;
      all = all.subarray(line + 1);
    }
    held = [all];
    size = all.length;
    if (size < job.length) continue;
    // The next job is sent after this one is done: nothing follows its bytes.
    yield { job, bytes: new Uint8Array(all) };
    [held, size, job] = [[], 0, undefined];
  }
}

const TASKS: Readonly<Record<Job['task'], (job: Job, bytes: Uint8Array) => Promise<Message[]>>> = {
  work: works,
  facts,
  deck,
};

/** The readers load when they are needed. */
async function readSafely(job: Job, bytes: Uint8Array): Promise<Message[]> {
  try {
    return await TASKS[job.task](job, bytes);
  } catch (error) {
    return [{ type: 'failure', failure: failureOf(error) }];
  }
}

async function facts({ contentType }: Job, bytes: Uint8Array): Promise<Message[]> {
  const { readFactTable } = await import('./readers/facts.ts');
  return [{ type: 'facts', result: await readFactTable(bytes, contentType) }];
}

async function deck({ name, contentType }: Job, bytes: Uint8Array): Promise<Message[]> {
  const { readNotes } = await import('./decks/read.ts');
  const notes = await readNotes({ name, bytes, ...(contentType === undefined ? {} : { contentType }) });
  return [...notes.map((note): Message => ({ type: 'note', note })), { type: 'deck' }];
}

async function works({ name, contentType }: Job, bytes: Uint8Array): Promise<Message[]> {
  const { readWorks } = await import('./readers/read.ts');
  const file = { name, bytes, ...(contentType === undefined ? {} : { contentType }) };
  const { works, collection } = await readWorks(file, (page, pages) => say([{ type: 'progress', page, pages }]));
  return [
    ...works.flatMap(({ passages, ...work }): Message[] => [
      { type: 'work', work },
      ...passages.map((passage): Message => ({ type: 'passage', passage })),
    ]),
    { type: 'end', ...(collection === undefined ? {} : { collection }) },
  ];
}

await main();
