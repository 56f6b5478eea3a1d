import { type APIMessageTopLevelComponent, MessageFlags } from 'discord-api-types/v10';

/** What a command gives back. It sends nothing itself: the dispatcher delivers it. */
export interface Reply {
  /**
   * `public`: a new message for all in the channel. `private`: one for the person alone. `update`: the message
   * that the button or select stands under is changed.
   */
  readonly show: 'public' | 'private' | 'update';
  readonly components: readonly APIMessageTopLevelComponent[];
}

/** The body of a message or of an edit. Pings nobody, whatever its text says. */
export function messageBody({ show, components }: Reply) {
  return {
    flags: show === 'private' ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral : MessageFlags.IsComponentsV2,
    components: [...components],
    allowed_mentions: { parse: [] },
  };
}
