import { type APIMessageTopLevelComponent, ButtonStyle } from 'discord-api-types/v10';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { erase } from './buttons.ts';

/** Asks before anything is deleted: it cannot be brought back. */
export function forgetView(messages: Messages): APIMessageTopLevelComponent[] {
  return [
    container(ACCENT.close, [
      text(messages.markdown('forget.ask')),
      row(
        button(messages.plain('forget.confirm'), erase.confirm.id(), { style: ButtonStyle.Danger }),
        button(messages.plain('button.keep'), erase.cancel.id()),
      ),
    ]),
  ];
}
