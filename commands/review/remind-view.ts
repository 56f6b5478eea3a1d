import {
  type APILabelComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { ACCENT, button, container, row, text } from '../../src/reply/components.ts';
import { mentionChannel, timeAgo } from '../../src/reply/mentions.ts';
import type { Messages } from '../../src/reply/messages.ts';
import type { CardReminder } from '../../src/store/repositories/card-reminders.ts';
import type { CardOwner } from '../../src/store/repositories/cards.ts';
import { remind } from './buttons.ts';
import { formatClock } from './clock.ts';

/** In the place of a guild's id, for cards of direct messages. */
export const DIRECT = '0';

/** The reminder as it stands, with the ways to change it. */
export function reminderView(
  owner: CardOwner,
  reminder: CardReminder | undefined,
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const said = reminder
    ? messages.markdown('remind.set', {
        at: formatClock(reminder.minutes),
        zone: reminder.timeZone,
        when: timeAgo(reminder.nextAt),
      })
    : messages.markdown('remind.unset');
  const change = button(messages.plain(reminder ? 'remind.change' : 'remind.choose'), remind.open.id());
  return [container(ACCENT.neutral, [text(said), row(change, ...(reminder ? [offButton(owner, messages)] : []))])];
}

/** The direct message: how many cards wait, and where. */
export function reminderMessage(
  owner: CardOwner,
  { count, channel }: { readonly count: number; readonly channel: string | undefined },
  messages: Messages,
): APIMessageTopLevelComponent[] {
  const due = messages.markdown('remind.due', { count });
  const where =
    owner.guild === '' || channel === undefined
      ? messages.markdown('remind.here')
      : messages.markdown('remind.where', { channel: mentionChannel(channel) });
  return [container(ACCENT.neutral, [text(`${due}\n${where}`), row(offButton(owner, messages))])];
}

export function reminderForm(
  reminder: CardReminder | undefined,
  messages: Messages,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: remind.submit.id(),
    title: messages.plain('remind.form.title'),
    components: [
      input('at', messages.plain('remind.form.at'), reminder && formatClock(reminder.minutes)),
      input('zone', messages.plain('remind.form.zone'), reminder?.timeZone),
    ],
  };
}

function offButton({ guild }: CardOwner, messages: Messages) {
  return button(messages.plain('remind.off'), remind.off.id({ guild: guild === '' ? DIRECT : guild }));
}

function input(name: string, label: string, value: string | undefined): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      max_length: 60,
      required: true,
      ...(value === undefined ? {} : { value }),
    },
  };
}
