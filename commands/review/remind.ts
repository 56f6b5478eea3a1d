import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { type Context, slashCommand } from '../../src/bot/command.ts';
import { notice } from '../../src/bot/notice.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { text } from '../../src/reply/components.ts';
import { truncate } from '../../src/reply/cut.ts';
import { nextTimeAt } from '../../src/study/days.ts';
import { readClock } from './clock.ts';
import { reminderJob } from './jobs.ts';
import { ownerOf } from './owner.ts';
import { reminderView } from './remind-view.ts';
import { completeZone, readZone } from './zone-option.ts';

/** `/review remind`: a direct message each day on which cards are due, only for who asked for it. */
export const remind = slashCommand({
  type: ApplicationCommandType.ChatInput,
  name: 'remind',
  options: [
    { name: 'at', type: ApplicationCommandOptionType.String, max_length: 8 },
    { name: 'time-zone', type: ApplicationCommandOptionType.String, max_length: 60, autocomplete: true },
  ],
  complete: { 'time-zone': completeZone },
  async run({ at, 'time-zone': zone }, context) {
    if (at !== undefined || zone !== undefined) return setReminder({ at, zone }, context, 'private');
    const { messages, store } = context;
    const owner = ownerOf(context);
    const reminder = await store.cardReminder(owner);
    const refused = reminder?.refused ? [text(messages.markdown('remind.refused'))] : [];
    return { show: 'private', components: [...reminderView(owner, reminder, messages), ...refused] };
  },
});

interface Typed {
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/** Sets the person's reminder; what was not said stays as it was. */
export async function setReminder(typed: Typed, context: Context, show: Reply['show']): Promise<Reply> {
  const { store, messages, locale, channel, createdAt } = context;
  const owner = ownerOf(context);
  const before = await store.cardReminder(owner);
  const minutes = typed.at === undefined ? before?.minutes : readClock(typed.at);
  if (minutes === undefined) {
    return refuse(
      typed.at === undefined
        ? messages.markdown('remind.timeMissing')
        : messages.markdown('remind.noTime', { at: truncate(typed.at, 20) }),
    );
  }
  const timeZone = typed.zone === undefined ? before?.timeZone : readZone(typed.zone);
  if (timeZone === undefined) {
    return refuse(
      typed.zone === undefined
        ? messages.markdown('remind.zoneMissing')
        : messages.markdown('remind.noZone', { zone: truncate(typed.zone, 60) }),
    );
  }
  const reminder = {
    minutes,
    timeZone,
    locale,
    channel,
    nextAt: nextTimeAt(createdAt, minutes, timeZone),
    refused: false,
  };
  await store.saveCardReminder(owner, reminder);
  await store.putJob(reminderJob(owner, reminder.nextAt));
  return { show, components: reminderView(owner, reminder, messages) };
}

function refuse(why: string): Reply {
  return notice(why);
}
