import type { DraftPassage } from '../../material/types.ts';
import type { BroughtCollection, DeckNote, FactsResult, ReadFailure, ReadWork } from '../types.ts';

/** What the child is asked to make of the bytes that follow this line. */
export interface Job {
  readonly task: 'work' | 'facts' | 'deck';
  readonly name: string;
  readonly contentType?: string;
  /** How many bytes follow. */
  readonly length: number;
}

/**
 * What the child says, a JSON line each: small pieces, so that the bot is never held up by parsing a whole book.
 * Passages belong to the work that was said last. Of pages that take long,
 * each is reported as it is done. Each job ends with `done`; without it the child died.
 */
export type Message =
  | { readonly type: 'work'; readonly work: Omit<ReadWork, 'passages'> }
  | { readonly type: 'passage'; readonly passage: DraftPassage }
  | { readonly type: 'end'; readonly collection?: BroughtCollection }
  | { readonly type: 'progress'; readonly page: number; readonly pages: number }
  | { readonly type: 'facts'; readonly result: FactsResult }
  | { readonly type: 'note'; readonly note: DeckNote }
  | { readonly type: 'deck' }
  | { readonly type: 'failure'; readonly failure: ReadFailure }
  | { readonly type: 'done'; readonly cpuMs: number };
