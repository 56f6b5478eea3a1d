/** The messages of a channel, oldest first, with what is still awaited at the end. */
import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { ClientChannel } from '../../client-api.ts';
import { isEphemeral } from '../discord.ts';
import { dayName, sameDay } from '../format.ts';
import type { View } from './app.ts';
import { messageView } from './message.ts';
import { pendingCommand } from './pending-command.ts';
import { welcome } from './welcome.ts';

/** Milliseconds within which messages of one author stand under one name. */
const groupTime = 7 * 60_000;

export const messageLog = (view: View, channel: ClientChannel): TemplateResult => {
  const messages = view.state.client?.messages[channel.id] ?? [];
  const waiting = view.state.pending.filter(({ kind, channel: id }) => kind === 'command' && id === channel.id);
  return html`<div class="log" role="log" aria-live="polite" aria-label="Messages" tabindex="0" data-channel-id=${channel.id}>
    <div class="log-space"></div>
    ${welcome(view, channel, messages.length === 0)}
    <ol class="messages">
      ${repeat(
        messages,
        ({ id }) => id,
        (message, index) => withDay(view, message, messages[index - 1]),
      )}
      ${repeat(
        waiting,
        ({ nonce }) => nonce,
        (pending) => pendingCommand(view, pending),
      )}
    </ol>
  </div>`;
};

const withDay = (view: View, message: APIMessage, before: APIMessage | undefined): TemplateResult => {
  const date = new Date(message.timestamp);
  const newDay = before !== undefined && !sameDay(date, new Date(before.timestamp));
  return html`${newDay ? html`<li class="day" role="separator"><span>${dayName(date)}</span></li>` : nothing}
  ${messageView(view, message, !newDay && before !== undefined && follows(message, before))}`;
};

const follows = (message: APIMessage, before: APIMessage): boolean =>
  message.author.id === before.author.id &&
  !message.interaction_metadata &&
  !message.interaction &&
  !message.message_reference &&
  isEphemeral(message) === isEphemeral(before) &&
  Date.parse(message.timestamp) - Date.parse(before.timestamp) < groupTime;
