import type { ClientEvent } from '../client-api.ts';

export type ClientListener = (event: ClientEvent) => void;

/** Carries what happens to the people it concerns: to every open page of theirs. */
export class Feed {
  readonly #listeners = new Map<string, Set<ClientListener>>();

  /** Returns what ends the subscription. */
  subscribe(userId: string, listener: ClientListener): () => void {
    const listeners = this.#listeners.get(userId) ?? new Set();
    this.#listeners.set(userId, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  send(userId: string, event: ClientEvent): void {
    for (const listener of this.#listeners.get(userId) ?? []) listener(event);
  }

  sendToAll(event: ClientEvent): void {
    this.sendToEach(() => event);
  }

  /** To everybody who has a page open, what concerns them. */
  sendToEach(event: (userId: string) => ClientEvent): void {
    for (const [userId, { size }] of this.#listeners) if (size > 0) this.send(userId, event(userId));
  }
}
