import type { APIMessage } from 'discord-api-types/v10';
import type { Context } from './command.ts';
import type { ModalReply, Reply } from './reply.ts';

export interface ActionContext extends Context {
  /** The message that the button or select stands under. */
  readonly message: APIMessage;
  /** Chosen values of a select; none for a button. */
  readonly values: readonly string[];
  /** What was filled in in a form, by custom id; none for buttons and selects. */
  readonly fields: Readonly<Record<string, string>>;
  /** The message is for this person alone. */
  readonly isPrivate: boolean;
  /** The message answered this person. */
  readonly isAsker: boolean;
}

/** What a button, a select or a form does. All that it needs stands in its custom id and in the message: nothing is kept in memory. */
export interface Action {
  /** The first part of the custom id. */
  readonly name: string;
  run(args: readonly string[], context: ActionContext): Reply | ModalReply | Promise<Reply | ModalReply>;
}
