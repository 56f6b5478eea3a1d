import type { Reply } from './reply.ts';

/** A message in a channel. */
export interface PostedMessage {
  readonly channel: string;
  readonly id: string;
}

/**
 * Why Discord did not take a message. `permission`: the bot may not write there, nobody may any more, or the person takes
 * no direct messages from it. `archived`: a message of an archived thread cannot be changed, but a new one brings the thread
 * back unless it is locked, which is `permission`. `unknown`: the channel, message or person is gone. `unavailable`: Discord could not be reached.
 */
export type PostRefusal = 'permission' | 'archived' | 'unknown' | 'unavailable';

export type Posted =
  | { readonly ok: true; readonly message: PostedMessage }
  | { readonly ok: false; readonly refused: PostRefusal };

/** Messages that answer no interaction. A reply's `show` says nothing here: what is posted is for all who read there. */
export interface Posts {
  /**
   * Resolves once Discord shows the message, or has refused it. What is posted again within minutes under the same `key`
   * (at most 25 characters) is the message that is there already: so it may be tried again where nobody knows whether it
   * arrived.
   */
  post(channel: string, reply: Reply, key?: string): Promise<Posted>;
  /** Changes a message that was posted. */
  change(message: PostedMessage, reply: Reply): Promise<Posted>;
  /** Writes to a person directly; being refused is normal, since people may take no messages from bots. */
  direct(person: string, reply: Reply): Promise<Posted>;
}
