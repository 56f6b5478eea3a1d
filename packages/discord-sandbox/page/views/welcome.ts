/** The beginning of a channel; until the bot has been used there, it also says what can be done. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ClientChannel } from '../../src/client-api.ts';
import { displayName, messageCommands, slashCommands } from '../discord.ts';
import { avatar } from './avatar.ts';
import { hashIcon } from './icons.ts';
import { channelTitle } from './sidebar.ts';
import type { View } from './view.ts';

export const welcome = (view: View, channel: ClientChannel): TemplateResult => {
  const title = channelTitle(view, channel);
  const { client, pending } = view.state;
  const messages = client?.messages[channel.id] ?? [];
  const untried = view.scene?.bot && pending.length === 0 && !messages.some(({ author }) => author.bot);
  const isDm = channel.kind === 'dm';
  return html`<div class="welcome">
    ${isDm ? avatar(client?.bot, 80) : html`<span class="welcome-hash">${hashIcon}</span>`}
    <h3>${isDm ? title : `Welcome to #${title}!`}</h3>
    ${
      isDm
        ? html`<p>This is the beginning of your direct messages with <strong>${title}</strong>.</p>`
        : html`<p>This is the start of the #${title} channel.</p>`
    }
    ${untried ? hint(view, messages.length > 0) : nothing}
  </div>`;
};

/** How many commands are offered to click. */
const offered = 4;

const hint = ({ scene, composer }: View, hasMessages: boolean): TemplateResult => {
  const bot = scene?.bot;
  const name = bot ? displayName(bot) : 'the bot';
  const commands = slashCommands(scene?.commands ?? []).slice(0, offered);
  const onMessages = messageCommands(scene?.commands ?? []).map((command) => command.name);
  return html`<section class="hint" aria-label="What to try" data-testid="hint">
    <p>Type <kbd>/</kbd> to see what ${name} can do${commands.length ? ', or start here:' : '.'}</p>
    ${commands.map(
      (command) => html`<button type="button" class="hint-command" @click=${() => composer.pickCommand(command)}>
        ${avatar(bot, 32)}
        <span><strong>/${command.name}</strong><small>${command.description}</small></span>
      </button>`,
    )}
    ${
      hasMessages && onMessages.length
        ? html`<p class="hint-menu">Right-click a message, or hold it, for <em>Apps</em>: ${onMessages.join(', ')}.</p>`
        : nothing
    }
  </section>`;
};
