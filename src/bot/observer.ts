import type { InteractionType } from 'discord-api-types/v10';
import type { Delivered } from './delivery.ts';

/** How an interaction ended. `expired`: also where it was not even begun, since it could not be acknowledged in time. */
export type Outcome = Delivered | 'failed';

/** One interaction when it is over, for the metrics. */
export interface Finished {
  readonly type: InteractionType;
  /** As it was sent, known or not. */
  readonly command: string | undefined;
  readonly outcome: Outcome;
  readonly verdict: string | undefined;
  /** Milliseconds from the interaction's making to its end, and to its acknowledgement where there was one. */
  readonly ms: number;
  readonly acknowledgedMs: number | undefined;
}

export interface Observer {
  finished(interaction: Finished): void;
}
