import { failureOf } from './failure.ts';
import type { Job, Message } from './process/messages.ts';

/** The process that reads: a job's line and a file's bytes on standard input, messages on standard output. */
async function main(): Promise<void> {
  silence();
  const { job, bytes } = await receive();
  const lines = (await readSafely(job, bytes)).map((message) => `${JSON.stringify(message)}\n`);
  // Whatever a library left running must not keep the process alive.
  process.stdout.write(lines.join(''), () => process.exit(0));
}

/** Libraries that warn must not write between the messages. */
function silence(): void {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) globalThis.console[name] = () => {};
}

async function receive(): Promise<{ job: Job; bytes: Uint8Array }> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const all = Buffer.concat(chunks);
  const end = all.indexOf(10);
  return { job: JSON.parse(all.toString('utf8', 0, end)), bytes: new Uint8Array(all.subarray(end + 1)) };
}

/** The readers load when they are needed: a process reads one file. */
async function readSafely(job: Job, bytes: Uint8Array): Promise<Message[]> {
  try {
    return await (job.task === 'facts' ? facts(job, bytes) : works(job, bytes));
  } catch (error) {
    return [{ type: 'failure', failure: failureOf(error) }];
  }
}

async function facts({ contentType }: Job, bytes: Uint8Array): Promise<Message[]> {
  const { readFactTable } = await import('./readers/facts.ts');
  return [{ type: 'facts', result: await readFactTable(bytes, contentType) }];
}

async function works(job: Job, bytes: Uint8Array): Promise<Message[]> {
  const { readWorks } = await import('./readers/read.ts');
  const { works, collection } = await readWorks({ ...job, bytes });
  return [
    ...works.flatMap(({ passages, ...work }): Message[] => [
      { type: 'work', work },
      ...passages.map((passage): Message => ({ type: 'passage', passage })),
    ]),
    { type: 'end', ...(collection === undefined ? {} : { collection }) },
  ];
}

await main();
