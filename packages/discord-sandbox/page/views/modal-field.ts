/** One field of a modal: its label, its input as it is filled in at first, what is wrong with it. */
import type { APISelectMenuComponent, APITextInputComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isRequired, isSelect, longestText, type ModalField } from '../modal-form.ts';
import { type Entry, entriesOf, presetOf } from './select-entries.ts';
import type { View } from './view.ts';

export const fieldId = (customId: string): string => `modal-field-${customId}`;
const problemId = (customId: string): string => `modal-problem-${customId}`;

export const modalField = (view: View, { input, label, description }: ModalField, problem?: string): TemplateResult => {
  const id = fieldId(input.custom_id);
  const several = isSelect(input) && (input.max_values ?? 1) > 1;
  const title = html`${label}${isRequired(input) ? html`<span class="required" aria-hidden="true">*</span>` : nothing}`;
  return html`<div class=${problem ? 'field wrong' : 'field'} data-field=${input.custom_id}>
    ${several ? html`<span class="field-label" id=${`${id}-label`}>${title}</span>` : html`<label class="field-label" for=${id}>${title}</label>`}
    ${description ? html`<small>${description}</small>` : nothing}
    ${isSelect(input) ? choiceInput(view, input) : textInput(input)}
    ${problem ? html`<small class="field-problem" role="alert" id=${problemId(input.custom_id)}>${problem}</small>` : nothing}
  </div>`;
};

/** How much still fits is told once little does. */
const nearlyFull = 100;

const textInput = (input: APITextInputComponent): TemplateResult => {
  const { custom_id: name, placeholder = '', value = '', min_length: least, max_length: most = longestText } = input;
  const count = (event: Event): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const note = field.parentElement?.querySelector('.field-count');
    if (note) note.textContent = countText(field.value.length, least, most);
  };
  const common = html`<small class="field-count" aria-hidden="true">${countText(value.length, least, most)}</small>`;
  if (input.style === 2) {
    return html`<textarea
        id=${fieldId(name)}
        name=${name}
        rows="4"
        aria-required=${isRequired(input) ? 'true' : 'false'}
        aria-describedby=${problemId(name)}
        maxlength=${most}
        placeholder=${placeholder}
        .defaultValue=${value}
        @input=${count}
      ></textarea>
      ${common}`;
  }
  return html`<input
      id=${fieldId(name)}
      name=${name}
      type="text"
      autocomplete="off"
      aria-required=${isRequired(input) ? 'true' : 'false'}
      aria-describedby=${problemId(name)}
      maxlength=${most}
      placeholder=${placeholder}
      value=${value}
      @input=${count}
    />
    ${common}`;
};

const countText = (length: number, least: number | undefined, most: number): string => {
  if (most < longestText || most - length < nearlyFull) return `${length}/${most}`;
  return least && length < least ? `${length}, at least ${least}` : '';
};

/** One to choose is the browser's own list; several are boxes to tick. */
const choiceInput = ({ scene }: View, select: APISelectMenuComponent): TemplateResult => {
  const entries = entriesOf(select, scene);
  const preset = presetOf(select);
  if ((select.max_values ?? 1) > 1) return boxes(select, entries, preset);
  return html`<select
    id=${fieldId(select.custom_id)}
    name=${select.custom_id}
    aria-required=${isRequired(select) ? 'true' : 'false'}
    aria-describedby=${problemId(select.custom_id)}
  >
    <option value="">${select.placeholder ?? 'Make a selection'}</option>
    ${entries.map(({ value, label }) => html`<option value=${value} ?selected=${preset.includes(value)}>${label}</option>`)}
  </select>`;
};

const boxes = ({ custom_id: name }: APISelectMenuComponent, entries: Entry[], preset: string[]): TemplateResult => {
  const id = fieldId(name);
  return html`<div class="boxes" id=${id} role="group" tabindex="-1" aria-labelledby=${`${id}-label`} aria-describedby=${problemId(name)}>
    ${entries.map(
      ({ value, label, description }) => html`<label class="box">
        <input type="checkbox" name=${name} value=${value} ?checked=${preset.includes(value)} />
        <span>${label}${description ? html`<small>${description}</small>` : nothing}</span>
      </label>`,
    )}
  </div>`;
};
