/** The messages of a channel, oldest first, and what is still awaited among them. */
import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { ClientChannel } from '../../src/client-api.ts';
import { isEphemeral } from '../discord.ts';
import { dayName, sameDay } from '../format.ts';
import type { PageState, Pending } from '../state.ts';
import { messageView } from './message.ts';
import { pendingCommand } from './pending-command.ts';
import type { View } from './view.ts';
import { welcome } from './welcome.ts';

/** Milliseconds within which messages of one author stand under one name. */
const groupTime = 7 * 60_000;

/** A message, or what is awaited in its place. */
type Entry = { key: string; at: number; message?: APIMessage; pending?: Pending };

export const messageLog = (view: View, channel: ClientChannel): TemplateResult => {
  const entries = entriesOf(view.state, channel.id);
  return html`<div class="log" role="log" aria-live="polite" aria-label="Messages" tabindex="0" data-channel-id=${channel.id}>
    <div class="log-space"></div>
    ${welcome(view, channel)}
    <ol class="messages">
      ${repeat(
        entries,
        ({ key }) => key,
        (entry, index) => drawEntry(view, entry, entries[index - 1]),
      )}
    </ol>
  </div>`;
};

/** In the order of time, so that a command without an answer stays where it was given. */
const entriesOf = ({ client, pending }: PageState, channel: string): Entry[] => {
  const messages = client?.messages[channel] ?? [];
  const commands = pending.filter((one) => one.kind === 'command' && one.channel === channel);
  return [
    ...messages.map((message): Entry => ({ key: message.id, at: Date.parse(message.timestamp), message })),
    ...commands.map((one): Entry => ({ key: one.nonce, at: Date.parse(one.at), pending: one })),
  ].sort((a, b) => a.at - b.at);
};

const drawEntry = (view: View, { at, message, pending }: Entry, before: Entry | undefined): TemplateResult => {
  const newDay = before !== undefined && !sameDay(new Date(at), new Date(before.at));
  const grouped = !newDay && message !== undefined && before?.message !== undefined && follows(message, before.message);
  return html`${newDay ? html`<li class="day" role="separator"><span>${dayName(new Date(at))}</span></li>` : nothing}
  ${message ? messageView(view, message, grouped) : nothing} ${pending ? pendingCommand(view, pending) : nothing}`;
};

const follows = (message: APIMessage, before: APIMessage): boolean =>
  message.author.id === before.author.id &&
  !message.interaction_metadata &&
  !message.interaction &&
  !message.message_reference &&
  isEphemeral(message) === isEphemeral(before) &&
  Date.parse(message.timestamp) - Date.parse(before.timestamp) < groupTime;
