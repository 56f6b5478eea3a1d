import { type APIMessageTopLevelComponent, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10';
import { ACCENT, button, container, row, select, text } from '../../src/reply/components.ts';
import { mentionChannel, mentionRole } from '../../src/reply/mentions.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { Settings } from '../../src/store/types.ts';
import { answers as answersSelect, editors, missed, shipped as shippedButton } from './buttons.ts';

/** So many channels are named. */
const MAX_CHANNELS = 40;

/** A server's settings as they stand, each with the way to change it. `channels`: those with works of their own. */
export function settingsView(
  settings: Settings,
  channels: readonly string[],
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const { answers, shipped, editorRole, keepsMissed } = settings;
  const role =
    editorRole === undefined ? '' : messages.plain('settings.editorsRole', { role: mentionRole(editorRole) });
  const shippedKey = shipped ? 'shippedOn' : 'shippedOff';
  return [
    container(ACCENT.neutral, [
      text(`## ${messages.markdown('settings.title')}`),
      text(messages.markdown('settings.answers', { how: messages.plain(`settings.how.${answers}`) })),
      row(
        select(
          answersSelect.id(),
          messages.plain('settings.choose.answers'),
          (['public', 'private'] as const).map((value) => ({
            label: messages.plain(`settings.choose.${value}`),
            value,
            isDefault: value === answers,
          })),
        ),
      ),
      text(messages.markdown('settings.shipped', { how: messages.plain(`settings.${shippedKey}`) })),
      row(
        button(
          messages.plain(`settings.button.${shipped ? 'shippedOff' : 'shippedOn'}`),
          shippedButton.id({ to: shipped ? 'off' : 'on' }),
        ),
      ),
      text(messages.markdown(`settings.${keepsMissed ? 'missedOn' : 'missedOff'}`)),
      row(
        button(
          messages.plain(`settings.button.${keepsMissed ? 'missedOff' : 'missedOn'}`),
          missed.id({ to: keepsMissed ? 'off' : 'on' }),
        ),
      ),
      text(messages.markdown('settings.editors', { role })),
      row({
        type: ComponentType.RoleSelect,
        custom_id: editors.id(),
        placeholder: messages.plain('settings.choose.editors'),
        min_values: 0,
        max_values: 1,
        ...(editorRole === undefined
          ? {}
          : { default_values: [{ type: SelectMenuDefaultValueType.Role, id: editorRole }] }),
      }),
      text(
        channels.length > 0
          ? messages.markdown('settings.channelsTied', {
              channels: channels.slice(0, MAX_CHANNELS).map(mentionChannel).join(' '),
            })
          : messages.markdown('settings.channelsNone'),
      ),
    ]),
  ];
}
