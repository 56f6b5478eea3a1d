/** The beginning of a channel; while nobody has spoken, it also says what can be done here. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ClientChannel } from '../../client-api.ts';
import { displayName, slashCommands } from '../discord.ts';
import type { View } from './app.ts';
import { avatar } from './avatar.ts';
import { hashIcon } from './icons.ts';
import { channelTitle } from './sidebar.ts';

export const welcome = (view: View, channel: ClientChannel, empty: boolean): TemplateResult => {
  const title = channelTitle(view, channel);
  const bot = view.state.client?.bot;
  return html`<div class="welcome">
    ${channel.kind === 'dm' ? avatar(bot, 80) : html`<span class="welcome-hash">${hashIcon}</span>`}
    <h3>${channel.kind === 'dm' ? title : `Welcome to #${title}!`}</h3>
    <p>
      ${
        channel.kind === 'dm'
          ? html`This is the beginning of your direct messages with <strong>${title}</strong>.`
          : html`This is the start of the #${title} channel.`
      }
    </p>
    ${empty ? hint(view) : nothing}
  </div>`;
};

/** How many commands are offered to click. */
const offered = 4;

const hint = ({ state, composer }: View): TemplateResult => {
  const bot = state.client?.bot;
  const commands = slashCommands(state.client?.commands ?? []).slice(0, offered);
  return html`<section class="hint" data-testid="hint">
    <p class="hint-lead">
      <span>Type <kbd>/</kbd> to see what ${bot ? displayName(bot) : 'the bot'} can do${commands.length ? ', or start here:' : '.'}</span>
    </p>
    ${commands.map(
      (command) => html`<button type="button" class="hint-command" @click=${() => composer.pickCommand(command)}>
        ${avatar(bot, 32)}
        <span><strong>/${command.name}</strong><small>${command.description}</small></span>
      </button>`,
    )}
  </section>`;
};
