import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
} from 'discord-api-types/v10';
import { ApiError, describeError } from '../api-error.ts';
import type { Clock } from '../clock.ts';
import type { Feed } from '../world/feed.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { Channel, Person } from '../world/world.ts';

/** What became of something that a person did, step by step. */
export type InteractionEvent =
  /** A reply or follow-up appeared, or a deferred one was filled in. */
  | { kind: 'message'; message: APIMessage }
  /** A message that stood there already was changed. */
  | { kind: 'update'; message: APIMessage }
  /** "The bot is thinking": the reply is to come. */
  | { kind: 'deferred'; message: APIMessage }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData }
  | { kind: 'choices'; choices: APIApplicationCommandOptionChoice[] }
  | { kind: 'deleted'; messageId: string }
  /** Acknowledged, with nothing to show (yet). */
  | { kind: 'done' }
  | { kind: 'failed'; reason: string };

export type InteractionState = 'waiting' | 'acknowledged' | 'failed';

/** One interaction from the moment that somebody acts until its token expires. */
export class Interaction {
  readonly raw: APIInteraction;
  readonly person: Person;
  readonly channel: Channel;
  readonly nonce: string;
  readonly createdAt: number;
  /** The message whose component was used. */
  readonly source: StoredMessage | null;
  /** The interaction whose modal was submitted. */
  readonly triggeredBy: Interaction | null;
  state: InteractionState = 'waiting';
  /** What `@original` means: the reply, or the message that the component stands in. */
  original: StoredMessage | null = null;
  /** The messages that this interaction's token may change. */
  readonly messages = new Map<string, StoredMessage>();
  /** How many messages followed the first answer. */
  followUps = 0;
  /** Why the bot's answers were refused, for telling whoever waited for one. */
  readonly #refusals: string[] = [];
  readonly events: InteractionEvent[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(
    start: Pick<Interaction, 'raw' | 'person' | 'channel' | 'nonce' | 'createdAt' | 'source' | 'triggeredBy'>,
  ) {
    this.raw = start.raw;
    this.person = start.person;
    this.channel = start.channel;
    this.nonce = start.nonce;
    this.createdAt = start.createdAt;
    this.source = start.source;
    this.triggeredBy = start.triggeredBy;
  }

  /** Notes why an answer of the bot's was refused, and lets the error go on. */
  noting<T>(answer: () => T): T {
    try {
      return answer();
    } catch (error) {
      if (error instanceof ApiError) this.#refusals.push(...describeError(error));
      throw error;
    }
  }

  /** A sentence with what is known of why it came to that. */
  because(sentence: string): string {
    const why = this.#refusals.length > 0 ? ` (its answer was refused: ${this.#refusals.join('; ')})` : '';
    return sentence + why;
  }

  record(event: InteractionEvent): void {
    this.events.push(event);
    for (const wake of [...this.#waiting]) wake();
  }

  /** Calls back at the next event; returns what cancels that. */
  onNext(wake: () => void): () => void {
    const once = (): void => {
      this.#waiting.delete(once);
      wake();
    };
    this.#waiting.add(once);
    return () => this.#waiting.delete(once);
  }
}

export interface InteractionLimits {
  /** Time to acknowledge; Discord gives 3,000. */
  ackTimeoutMs: number;
  /** How long the token can be used; Discord gives 15 minutes. */
  tokenLifetimeMs: number;
}

/** Every interaction whose token still lives, and the time limits they are held to. */
export class Interactions {
  readonly #byToken = new Map<string, Interaction>();
  readonly #cancels = new Map<Interaction, () => void>();
  readonly #limits: InteractionLimits;
  readonly #clock: Clock;
  readonly #feed: Feed;

  constructor(limits: InteractionLimits, clock: Clock, feed: Feed) {
    this.#limits = limits;
    this.#clock = clock;
    this.#feed = feed;
  }

  /** Starts the time limit for the acknowledgement. */
  start(interaction: Interaction): void {
    this.#forgetExpired();
    this.#byToken.set(interaction.raw.token, interaction);
    const cancel = this.#clock.after(this.#limits.ackTimeoutMs, () =>
      this.fail(interaction, interaction.because('The application did not respond')),
    );
    this.#cancels.set(interaction, cancel);
  }

  /** The interaction of that id and token, unless it is unknown or its token has expired. */
  find(token: string, id?: string): Interaction | undefined {
    const found = this.#byToken.get(token);
    if (found === undefined || this.#expired(found)) return undefined;
    return id === undefined || found.raw.id === id ? found : undefined;
  }

  acknowledge(interaction: Interaction): void {
    interaction.state = 'acknowledged';
    this.#stopClock(interaction);
  }

  /** Nothing will come of it any more; tells the person why. */
  fail(interaction: Interaction, reason: string): void {
    interaction.state = 'failed';
    this.#stopClock(interaction);
    interaction.record({ kind: 'failed', reason });
    if (interaction.raw.type === InteractionType.ApplicationCommandAutocomplete) return;
    this.#feed.send(interaction.person.user.id, { type: 'interaction_failed', nonce: interaction.nonce, reason });
  }

  close(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }

  #stopClock(interaction: Interaction): void {
    this.#cancels.get(interaction)?.();
    this.#cancels.delete(interaction);
  }

  #expired({ createdAt }: Interaction): boolean {
    return this.#clock.now() - createdAt >= this.#limits.tokenLifetimeMs;
  }

  /** Interactions lie in the order of their making, so the expired ones come first. */
  #forgetExpired(): void {
    for (const [token, interaction] of this.#byToken) {
      if (!this.#expired(interaction)) return;
      this.#byToken.delete(token);
    }
  }
}
