import type { DraftPassage } from '../material/types.ts';
import { Turns } from '../turns.ts';
import { CONTAINMENT, LIMITS } from './limits.ts';
import type { Job, Message } from './process/messages.ts';
import { ReaderPool } from './process/pool.ts';
import type { ChildOutcome, Containment, OnPage, Usage } from './process/reader-child.ts';
import type { BroughtFile, DeckResult, FactsResult, ReadFailure, ReadResult, ReadWork } from './types.ts';

export { writeArchive } from './archive.ts';
export type { Usage } from './process/reader-child.ts';
export type * from './types.ts';

export interface ReadOptions extends Partial<Containment> {
  /** Who brings the file, such as a server: turns go round between them. */
  readonly from?: string;
  /** Called when the file's turn has come. */
  readonly onStart?: () => void;
  /** Called for each page that takes long, as it is done: those whose text is recognised. */
  readonly onPage?: OnPage;
  /** Told what the reader cost, once it has ended. */
  readonly onUsage?: (usage: Usage) => void;
}

type Contained = Pick<ChildOutcome, 'messages' | 'problem'>;

const pool = new ReaderPool();
const turns = new Turns({
  places: CONTAINMENT.readers,
  waiting: CONTAINMENT.waiting,
  waitingBytes: CONTAINMENT.waitingBytes,
  patienceMs: CONTAINMENT.patienceMs,
});

/**
 * Reads a file that somebody brings, in any format of `readers/registry.ts`, to a work with numbered passages, or an
 * exported archive to the works of its collection. The bytes are parsed in another process. Never rejects for what a file holds, only where no process can be started.
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

/** Reads a deck of cards: see `decks/read.ts`. Never rejects for what the file holds. */
export async function readDeck(file: BroughtFile, options: ReadOptions = {}): Promise<DeckResult> {
  if (file.bytes.length > LIMITS.fileBytes) return { ok: false, problem: 'tooLarge' };
  const { messages, problem } = await contained('deck', file, options);
  if (problem !== undefined) return { ok: false, problem };
  if (!messages.some(({ type }) => type === 'deck')) return failureIn(messages);
  return { ok: true, notes: messages.flatMap((message) => (message.type === 'note' ? [message.note] : [])) };
}

async function contained(task: Job['task'], file: BroughtFile, options: ReadOptions): Promise<Contained> {
  const { timeMs = CONTAINMENT.timeMs, wallMs = CONTAINMENT.wallMs, memoryBytes = CONTAINMENT.memoryBytes } = options;
  const { name, contentType, bytes } = file;
  const job = { task, name, ...(contentType === undefined ? {} : { contentType }) };
  const outcome = await turns.take(options.from ?? '', bytes.length, async (stop) => {
    options.onStart?.();
    return pool.read(job, bytes, { timeMs, wallMs, memoryBytes }, stop, options.onPage);
  });
  if (outcome === undefined) return { messages: [], problem: 'busy' };
  options.onUsage?.(outcome.usage);
  return outcome;
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
