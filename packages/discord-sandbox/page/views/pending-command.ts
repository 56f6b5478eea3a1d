/** What stands where a command's reply will be, until it is there or is known not to come. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { displayName } from '../discord.ts';
import type { Pending } from '../state.ts';
import { warningIcon } from './icons.ts';
import { authorLine, ephemeralFooter, usedBy } from './message.ts';
import type { View } from './view.ts';

const noAnswer = 'The application did not respond';

export const pendingCommand = ({ state, actions }: View, pending: Pending): TemplateResult => {
  const me = state.client?.people.find(({ id }) => id === state.user);
  const bot = state.client?.bot;
  const failed = pending.failure !== undefined;
  return html`<li
    class=${failed ? 'message failed ephemeral' : 'message'}
    data-testid=${failed ? 'failed-command' : 'pending-command'}
  >
    <article>
      ${me ? usedBy(me, pending.label, true) : nothing} ${bot ? authorLine(bot, pending.at) : nothing}
      ${
        failed
          ? html`<p class="failure" role="alert">${warningIcon} ${noAnswer}</p>
              ${pending.failure && pending.failure !== noAnswer ? html`<small class="failure-reason">${pending.failure}</small>` : nothing}`
          : html`<p class="thinking" role="status">
              <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
              ${bot ? `Sending to ${displayName(bot)}…` : 'Sending…'}
            </p>`
      }
      ${failed ? ephemeralFooter(() => actions.forget(pending)) : nothing}
    </article>
  </li>`;
};
