import {
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
} from 'discord-api-types/v10';

/** What a command gives back. It sends nothing itself: the dispatcher delivers it. */
export interface Reply {
  /**
   * `public`: a new message for all in the channel. `private`: one for the person alone. `update`: the message
   * that the button or select stands under is changed.
   */
  readonly show: 'public' | 'private' | 'update';
  readonly components: readonly APIMessageTopLevelComponent[];
  /** What came of it, in one word for the log: `answered`, `close`, `absent`. */
  readonly verdict?: string;
  /** Files that the components show as `attachment://<name>`. */
  readonly files?: readonly ReplyFile[];
  /** Of long work: the work does not wait until it is shown, and it need not be where the next one is there. */
  readonly isPassing?: boolean;
  /** Told whether it was shown, for what is to happen once; not where another process answers, or nobody can know. */
  readonly settled?: (shown: boolean) => Promise<void>;
}

export interface ReplyFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A form that is opened for the person; what is filled in arrives as another interaction. */
export interface ModalReply {
  readonly show: 'modal';
  readonly modal: APIModalInteractionResponseCallbackData;
}

/**
 * What a handler gives back. Where the work is long, replies that follow one another: each takes the place of the one
 * before, the first of them comes at once, and all are shown alike. The work goes on once Discord has the one before,
 * unless that is passing.
 */
export type Result = Reply | ModalReply | AsyncIterable<Reply>;

/** The body of a message or of an edit. Pings nobody, whatever its text says. */
export function messageBody({ show, components, files = [] }: Reply) {
  return {
    flags: show === 'private' ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral : MessageFlags.IsComponentsV2,
    components: [...components],
    allowed_mentions: { parse: [] },
    ...(files.length === 0 ? {} : { attachments: files.map(({ name }, id) => ({ id: String(id), filename: name })) }),
  };
}
