import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { messageBody, ReplyFile } from './reply.ts';

export type MessageBody = ReturnType<typeof messageBody>;

/**
 * What became of an acknowledgement. `taken`: another process had answered already. `expired`: Discord has given the
 * interaction up. In both cases nothing more is to be sent.
 */
export type Acknowledged = 'done' | 'taken' | 'expired';

/** Discord no longer knows the interaction, whose acknowledgement never arrived or is too long ago: nobody can be told more. */
export class InteractionGone extends Error {}

/** The way back for one interaction. Each call rejects where Discord refuses or cannot be reached. */
export interface Transport {
  /** The one acknowledgement that an interaction takes, within 3 s. */
  respond(response: APIInteractionResponse, files?: readonly ReplyFile[]): Promise<Acknowledged>;
  /** Changes the reply: what was deferred, or the message of a component. */
  edit(body: MessageBody, files?: readonly ReplyFile[], options?: EditOptions): Promise<void>;
  /** One more message; resolves to its id. */
  followUp(body: MessageBody, files?: readonly ReplyFile[]): Promise<string>;
}

export interface EditOptions {
  /** Another one follows, so that it is not worth trying again. */
  readonly isProgress?: boolean;
  /** The id of one more message, which is changed in the place of the reply. */
  readonly message?: string | undefined;
}
