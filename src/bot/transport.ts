import type { APIInteractionResponse } from 'discord-api-types/v10';
import type { messageBody, ReplyFile } from './reply.ts';

export type MessageBody = ReturnType<typeof messageBody>;

/** The way back for one interaction. Each call rejects where Discord refuses or cannot be reached. */
export interface Transport {
  /** The one acknowledgement that an interaction takes, within 3 s. */
  respond(response: APIInteractionResponse, files?: readonly ReplyFile[]): Promise<void>;
  /** Changes the reply: what was deferred, or the message of a component. */
  edit(body: MessageBody, files?: readonly ReplyFile[]): Promise<void>;
  /** One more message. */
  followUp(body: MessageBody, files?: readonly ReplyFile[]): Promise<void>;
}
