/** Where one types: plain text, or the fields of a command, with the list above. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { ClientChannel } from '../../src/client-api.ts';
import type { Draft } from '../composer/composer-state.ts';
import { type BasicOption, findOption, missingOptions } from '../composer/draft.ts';
import { suggestionsFor } from '../composer/suggestions.ts';
import { Option } from '../discord.ts';
import { avatar } from './avatar.ts';
import { sendIcon, slashIcon } from './icons.ts';
import { channelTitle } from './sidebar.ts';
import { rowId, suggestionList } from './suggestion-list.ts';
import { chooseFile, uploads } from './upload.ts';
import type { View } from './view.ts';

export const composer = (view: View, channel: ClientChannel): TemplateResult => {
  const { composer: held } = view.state;
  const suggestions = view.scene && suggestionsFor(held, view.scene);
  const canSend = held.draft !== undefined || held.text.trim() !== '';
  return html`<div class="composer" data-testid="composer">
    ${suggestions ? suggestionList(view, suggestions) : nothing}
    <div class=${held.draft ? 'composer-box drafting' : 'composer-box'} @paste=${(event: ClipboardEvent) => paste(view, event)}>
      ${held.draft ? draftFields(view, held.draft) : textBox(view, channel)}
      ${held.draft ? nothing : slashButton(view)}
      <button type="button" class=${canSend ? 'send ready' : 'send'} aria-label="Send" title="Send" ?disabled=${!canSend} @click=${view.composer.send}>
        ${sendIcon}
      </button>
    </div>
  </div>`;
};

const paste = ({ composer: act }: View, event: ClipboardEvent): void => {
  const [file] = event.clipboardData?.files ?? [];
  if (!file) return;
  event.preventDefault();
  act.receive(file);
};

/** For fingers: the key that opens the commands, as a button. */
const slashButton = ({ composer: act }: View): TemplateResult => html`<button
  type="button"
  class="icon-button slash-button"
  aria-label="Commands"
  title="Commands"
  @click=${() => act.leaveDraft('/')}
>
  ${slashIcon}
</button>`;

const textBox = (view: View, channel: ClientChannel): TemplateResult => {
  const { composer: act, state } = view;
  const name = channelTitle(view, channel);
  const label = channel.kind === 'dm' ? `Message @${name}` : `Message #${name}`;
  return html`<textarea
    class="composer-text"
    data-active
    data-testid="composer-text"
    rows="1"
    maxlength="4000"
    aria-label=${label}
    placeholder=${label}
    autocomplete="off"
    enterkeyhint="send"
    aria-autocomplete="list"
    aria-controls="suggestions"
    aria-activedescendant=${activeRow(view)}
    .value=${live(state.composer.text)}
    @input=${(event: InputEvent) => act.type(typedIn(event))}
    @keydown=${(event: KeyboardEvent) => onTextKey(view, event)}
  ></textarea>`;
};

const onTextKey = (view: View, event: KeyboardEvent): void => {
  const { composer: act, state } = view;
  if (event.isComposing) return;
  const listOpen = activeRow(view) !== nothing;
  if (event.key === 'Enter' && !event.shiftKey) handled(event, act.enter);
  else if (event.key === 'Tab' && !event.shiftKey && listOpen) handled(event, act.enter);
  else if (event.key === 'Escape') handled(event, act.escape);
  else if (state.composer.text.startsWith('/') && !state.composer.text.includes('\n')) arrows(act, event);
};

const arrows = (act: View['composer'], event: KeyboardEvent): void => {
  if (event.key === 'ArrowDown') handled(event, () => act.moveHighlight(1));
  if (event.key === 'ArrowUp') handled(event, () => act.moveHighlight(-1));
};

const handled = (event: Event, act: () => void): void => {
  event.preventDefault();
  act();
};

const draftFields = (view: View, draft: Draft): TemplateResult => {
  const optional = missingOptions(draft);
  return html`<div class="draft" data-testid="draft">
    ${uploads(view, draft)}
    <span class="draft-command">${avatar(view.state.client?.bot, 20)}<span>/${draft.command.name}</span></span>
    ${Object.keys(draft.fields).map((name) => fieldPill(view, draft, name))}
    ${fieldInput(view, draft, '', 'trailing', optional.length ? 'More options' : 'End of the command')}
    ${
      optional.length
        ? html`<button type="button" class="more-options" tabindex="-1" @click=${() => view.composer.enterField('')}>+${optional.length} optional</button>`
        : nothing
    }
    ${Object.entries(draft.problems).map(([name, problem]) => html`<p class="problem" role="alert">${name ? html`<strong>${name}</strong> ` : nothing}${problem}</p>`)}
  </div>`;
};

const fieldPill = (view: View, draft: Draft, name: string): TemplateResult => {
  const option = findOption(draft, name);
  const look = ['pill', draft.active === name && 'active', name in draft.problems && 'wrong'];
  if (option?.type === Option.Attachment) return filePill(view, draft, option, look.filter(Boolean).join(' '));
  return html`<label class=${look.filter(Boolean).join(' ')} data-option=${name}>
    <span class="pill-name">${name}</span>
    ${fieldInput(view, draft, name, 'pill-input', option ? labelOf(option) : name)}
  </label>`;
};

/** Where a typed option has its text, this has the file's name: Enter chooses a file, and sends once there is one. */
const filePill = (view: View, draft: Draft, option: BasicOption, look: string): TemplateResult => {
  const { name } = option;
  const file = draft.fields[name]?.file;
  return html`<span class=${look} data-option=${name}>
    <span class="pill-name">${name}</span>
    <button
      type="button"
      class="pill-input pill-file"
      ?data-active=${draft.active === name}
      data-option-input=${name}
      aria-label=${`${labelOf(option)}. ${file ? `${file.name}, press space for another file` : 'Choose a file'}`}
      aria-invalid=${name in draft.problems ? 'true' : 'false'}
      @focus=${() => view.composer.enterField(name)}
      @click=${() => chooseFile(name)}
      @keydown=${(event: KeyboardEvent) => onFileKey(view, draft, name, event)}
    >
      ${file ? file.name : html`<span class="placeholder">Choose a file</span>`}
    </button>
  </span>`;
};

const onFileKey = (view: View, draft: Draft, name: string, event: KeyboardEvent): void => {
  const { composer: act } = view;
  const attached = draft.fields[name]?.file !== undefined;
  if (event.key === 'Enter' && attached) handled(event, act.enter);
  else if (event.key === 'Escape') handled(event, act.escape);
  else if (event.key === 'Backspace' || event.key === 'Delete') {
    handled(event, () => (attached ? act.detach(name) : stepBack(view, draft, name)));
  }
};

const labelOf = (option: BasicOption): string =>
  `${option.name}: ${option.description}${option.required ? '' : ' (optional)'}`;

/** The input of an option; `name` is empty for the place behind the last one. */
const fieldInput = (view: View, draft: Draft, name: string, look: string, label: string): TemplateResult => {
  const { composer: act } = view;
  const option = findOption(draft, name);
  const numeric = option?.type === Option.Integer || option?.type === Option.Number;
  const text = name === '' ? draft.trailing : (draft.fields[name]?.text ?? '');
  const active = draft.active === name;
  return html`<input
    class=${look}
    type="text"
    role="combobox"
    ?data-active=${active}
    data-option-input=${name}
    aria-label=${label}
    aria-expanded=${active && activeList(view) ? 'true' : 'false'}
    aria-autocomplete="list"
    aria-controls="suggestions"
    aria-activedescendant=${active ? activeRow(view) : nothing}
    aria-invalid=${name in draft.problems ? 'true' : 'false'}
    autocomplete="off"
    inputmode=${numeric ? 'decimal' : 'text'}
    enterkeyhint="send"
    size=${Math.max(1, Math.min(text.length, 60))}
    .value=${live(text)}
    @input=${(event: InputEvent) => act.typeField(name, typedIn(event))}
    @focus=${() => act.enterField(name)}
    @keydown=${(event: KeyboardEvent) => onFieldKey(view, draft, name, event)}
  />`;
};

const onFieldKey = (view: View, draft: Draft, name: string, event: KeyboardEvent): void => {
  const { composer: act } = view;
  if (event.isComposing) return;
  const empty = typedIn(event) === '';
  const takesRow = event.key === 'Tab' && !event.shiftKey && activeRow(view) !== nothing && !(name === '' && empty);
  if (event.key === 'Enter' || takesRow) handled(event, act.enter);
  else if (event.key === 'Escape') handled(event, act.escape);
  else if (event.key === 'Backspace' && empty) handled(event, () => stepBack(view, draft, name));
  else arrows(act, event);
};

/** Backspace in an empty place: an optional option goes away; before the first one, so does the command. */
const stepBack = ({ composer: act }: View, draft: Draft, name: string): void => {
  const names = Object.keys(draft.fields);
  const before = name === '' ? names.at(-1) : names[names.indexOf(name) - 1];
  if (name !== '' && !findOption(draft, name)?.required) act.removeField(name);
  else if (before === undefined) act.leaveDraft(`/${draft.command.name}`);
  else document.querySelector<HTMLElement>(`[data-option-input="${CSS.escape(before)}"]`)?.focus();
};

const activeList = ({ state, scene }: View): boolean => {
  const list = scene && suggestionsFor(state.composer, scene);
  return (list?.rows.length ?? 0) > 0;
};

/** The id of the marked row, for assistive technology. */
const activeRow = (view: View): string | typeof nothing => {
  const { highlight } = view.state.composer;
  return highlight >= 0 && activeList(view) ? rowId(highlight) : nothing;
};

const typedIn = (event: Event): string => {
  const field = event.target;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
};
