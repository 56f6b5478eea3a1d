import type { DraftPassage } from '../material/types.ts';
import { CONTAINMENT, LIMITS } from './limits.ts';
import type { Job, Message } from './process/messages.ts';
import { type ChildOutcome, type Containment, runChild, type Usage } from './process/run-child.ts';
import { Turns } from './process/turns.ts';
import type { BroughtFile, FactsResult, ReadFailure, ReadResult, ReadWork } from './types.ts';

export { writeArchive } from './archive.ts';
export type { Usage } from './process/run-child.ts';
export type * from './types.ts';

export interface ReadOptions extends Partial<Containment> {
  /** Called when the file's turn has come. */
  readonly onStart?: () => void;
  /** Told what the reader cost, once it has ended. */
  readonly onUsage?: (usage: Usage) => void;
}

const turns = new Turns(CONTAINMENT.readers);

/**
 * Reads a file that somebody brings, in any format of `readers/registry.ts`, to a work with numbered passages, or an
 * exported archive to the works of its collection. The bytes are parsed in a process of its own, at most two at
 * once. Never rejects for what a file holds, only where no process can be started.
 */
export async function readFile(file: BroughtFile, options: ReadOptions = {}): Promise<ReadResult> {
  if (file.bytes.length > LIMITS.fileBytes) return { ok: false, problem: 'tooLarge' };
  const { messages, problem } = await contained('work', file, options);
  return problem === undefined ? assemble(messages) : { ok: false, problem };
}

/**
 * Reads a fact table (CSV as the README describes it, also with semicolons, also in UTF-16 as spreadsheets save it).
 * Every problem is told at once, with its row. Never rejects for what the file holds.
 */
export async function readFacts(file: BroughtFile, options: ReadOptions = {}): Promise<FactsResult> {
  if (file.bytes.length > LIMITS.tableBytes) return { ok: false, problem: 'tooLarge' };
  const { messages, problem } = await contained('facts', file, options);
  if (problem !== undefined) return { ok: false, problem };
  const said = messages.find((message) => message.type === 'facts');
  return said?.result ?? failureIn(messages);
}

function contained(task: Job['task'], file: BroughtFile, options: ReadOptions): Promise<ChildOutcome> {
  const { timeMs = CONTAINMENT.timeMs, memoryBytes = CONTAINMENT.memoryBytes, onStart, onUsage } = options;
  const { name, contentType } = file;
  const job: Job = { task, name, ...(contentType === undefined ? {} : { contentType }) };
  return turns.take(async () => {
    onStart?.();
    const outcome = await runChild(job, file.bytes, { timeMs, memoryBytes });
    onUsage?.(outcome.usage);
    return outcome;
  });
}

function assemble(messages: readonly Message[]): ReadResult {
  const end = messages.find((message) => message.type === 'end');
  if (!end) return failureIn(messages);
  const works: (Omit<ReadWork, 'passages'> & { passages: DraftPassage[] })[] = [];
  for (const message of messages) {
    if (message.type === 'work') works.push({ ...message.work, passages: [] });
    if (message.type === 'passage') works.at(-1)?.passages.push(message.passage);
  }
  return { ok: true, works, ...(end.collection === undefined ? {} : { collection: end.collection }) };
}

function failureIn(messages: readonly Message[]): ReadFailure {
  return messages.find((message) => message.type === 'failure')?.failure ?? { ok: false, problem: 'crashed' };
}
