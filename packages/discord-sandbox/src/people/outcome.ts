import type { APIInteraction, APIMessage } from 'discord-api-types/v10';
import type { Interaction, InteractionEvent } from '../interactions/interactions.ts';

/** What came of something that a person did, and a way to wait for what comes after it. */
export type Outcome = InteractionEvent & {
  /** The interaction as the bot was sent it. */
  interaction: APIInteraction;
  /** Waits for the next thing to come of the same interaction: an edit, a follow-up. */
  next(waiting?: Waiting): Promise<Outcome>;
};

export interface Waiting {
  /** `acknowledged` stops at "the bot is thinking" already; a deferred reply is waited for otherwise. */
  until?: 'acknowledged' | 'settled';
  /** After so long the outcome is `failed`; 10,000 unless said. */
  timeoutMs?: number;
}

export async function outcomeOf(interaction: Interaction, waiting: Waiting = {}, seen = 0): Promise<Outcome> {
  const { event, seen: seenNow } = await nextEvent(interaction, seen, waiting);
  return {
    ...event,
    interaction: interaction.raw,
    next: (again) => outcomeOf(interaction, again, seenNow),
  };
}

/** The message that came of something; throws, saying what came instead, when there is none. */
export function messageOf(outcome: Outcome): APIMessage {
  if ('message' in outcome) return outcome.message;
  throw new Error(outcome.kind === 'failed' ? outcome.reason : `What came of it was "${outcome.kind}".`);
}

/** The first event after those seen; a deferral is passed over unless it was asked for. */
async function nextEvent(
  interaction: Interaction,
  seen: number,
  { until = 'settled', timeoutMs = 10_000 }: Waiting,
): Promise<{ event: InteractionEvent; seen: number }> {
  const deadline = performance.now() + timeoutMs;
  let position = seen;
  for (;;) {
    const event = interaction.events[position];
    if (event === undefined) {
      const left = deadline - performance.now();
      if (left <= 0) return { event: nothingCame(interaction, timeoutMs), seen: position };
      await somethingOr(interaction, left);
      continue;
    }
    position += 1;
    if (event.kind !== 'deferred' || until === 'acknowledged') return { event, seen: position };
  }
}

function somethingOr(interaction: Interaction, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(finish, ms);
    const cancel = interaction.onNext(finish);
    function finish(): void {
      clearTimeout(timer);
      cancel();
      resolve();
    }
  });
}

function nothingCame(interaction: Interaction, ms: number): InteractionEvent {
  return { kind: 'failed', reason: interaction.because(`Nothing came within ${ms} ms`) };
}
