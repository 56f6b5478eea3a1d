/** The list above the composer. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Row, Suggestions } from '../composer/suggestions.ts';
import { displayName } from '../discord.ts';
import { avatar } from './avatar.ts';
import type { View } from './view.ts';

export const rowId = (index: number): string => `suggestion-${index}`;

export const suggestionList = (view: View, { title, description, rows, empty }: Suggestions): TemplateResult => {
  const { composer } = view.state;
  return html`<div class="suggestions">
    <p class="suggestions-title">
      <strong>${title}</strong> ${description ? html`<span>${description}</span>` : nothing}
      ${composer.loading ? html`<span class="dots" role="status" aria-label="Searching"><i></i><i></i><i></i></span>` : nothing}
    </p>
    <ul id="suggestions" role="listbox" aria-label=${title}>
      ${rows.map((row, index) => drawRow(view, row, index, index === composer.highlight))}
    </ul>
    ${rows.length === 0 && empty ? html`<p class="suggestions-empty">${empty}</p>` : nothing}
  </div>`;
};

const drawRow = (view: View, row: Row, index: number, marked: boolean): TemplateResult => html`<li
  id=${rowId(index)}
  class=${`suggestion ${row.kind}`}
  role="option"
  data-testid=${`suggestion-${row.kind}`}
  aria-selected=${marked ? 'true' : 'false'}
  @pointerdown=${(event: Event) => event.preventDefault()}
  @click=${() => view.composer.pickRow(row)}
>
  ${face(view, row)}
</li>`;

const face = ({ state }: View, row: Row): TemplateResult => {
  const bot = state.client?.bot;
  if (row.kind === 'choice') return html`<span class="suggestion-name">${row.choice.name}</span>`;
  if (row.kind === 'option') {
    return html`<span class="suggestion-name">${row.option.name}</span> <small>${row.option.description}</small>
      <span class="suggestion-note">optional</span>`;
  }
  const options = row.command.options.map(({ name, required }) => (required ? name : `${name}?`));
  return html`${avatar(bot, 32)}
    <span class="suggestion-text">
      <span class="suggestion-name">/${row.command.name} <span class="suggestion-options">${options.join(' ')}</span></span>
      <small>${row.command.description}</small>
    </span>
    <span class="suggestion-note">${bot ? displayName(bot) : ''}</span>`;
};
