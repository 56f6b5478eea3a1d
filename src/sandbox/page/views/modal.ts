/** A modal that the bot has opened: texts and text inputs. */
import type { APIStringSelectComponent, APITextInputComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { Component } from '../discord.ts';
import { markdown } from '../markdown/render.ts';
import { isWaiting, type OpenModal } from '../state.ts';
import type { View } from './app.ts';
import { avatar } from './avatar.ts';
import { closeIcon } from './icons.ts';
import { trapTab } from './keys.ts';

type Part = OpenModal['modal']['components'][number];

export const modalDialog = (view: View): TemplateResult | typeof nothing => {
  const { state, actions } = view;
  const open = state.modal;
  if (!open) return nothing;
  const pending = state.pending.find(({ kind }) => kind === 'modal');
  const busy = pending !== undefined && isWaiting(pending);
  const close = (): void =>
    actions.set({ modal: undefined, pending: state.pending.filter(({ kind }) => kind !== 'modal') });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) actions.submitModal(...readForm(event.currentTarget));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else trapTab(event);
  };
  return html`<div class="backdrop dim modal-backdrop" @click=${(event: Event) => event.target === event.currentTarget && close()}>
    <form class="modal" role="dialog" aria-modal="true" aria-labelledby="modal-title" @submit=${submit} @keydown=${onKey}>
      <header>
        ${avatar(state.client?.bot, 24)}
        <h2 id="modal-title">${open.modal.title}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${close}>${closeIcon}</button>
      </header>
      <div class="modal-body">${open.modal.components.map((part) => drawPart(view, part))}</div>
      ${pending && !busy ? html`<p class="modal-failure" role="alert">The application did not respond. Try again.</p>` : nothing}
      <footer>
        <button type="button" class="button secondary" @click=${close}>Cancel</button>
        <button type="submit" class=${busy ? 'button primary busy' : 'button primary'} ?disabled=${busy}>
          <span class="button-label">Submit</span>
          ${busy ? html`<span class="dots" role="status" aria-label="Waiting for the bot"><i></i><i></i><i></i></span>` : nothing}
        </button>
      </footer>
    </form>
  </div>`;
};

/** What was typed and what was chosen, each by custom id. */
const readForm = (form: HTMLFormElement): [Record<string, string>, Record<string, string[]>] => {
  const values: Record<string, string> = {};
  const choices: Record<string, string[]> = {};
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement)
      choices[field.name] = [...field.selectedOptions].map(({ value }) => value).filter(Boolean);
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      values[field.name] = field.value;
  }
  return [values, choices];
};

const drawPart = (view: View, part: Part): TemplateResult => {
  if (part.type === Component.TextDisplay) return markdown(part.content, view.state.client);
  if (part.type === Component.ActionRow) {
    const [input] = part.components;
    if (input?.type === Component.TextInput) return labelled(input.label ?? '', undefined, input, textInput(input));
  }
  if (part.type === Component.Label) {
    const { component, label, description } = part;
    if (component.type === Component.TextInput) return labelled(label, description, component, textInput(component));
    if (component.type === Component.StringSelect)
      return labelled(label, description, component, choiceInput(component));
  }
  return html`<p class="modal-failure">This page cannot show this kind of input.</p>`;
};

type Field = { custom_id: string; required?: boolean | undefined };

const fieldId = ({ custom_id: id }: Field): string => `modal-${id}`;
const isRequired = ({ required }: Field): boolean => required ?? true;

const labelled = (
  label: string,
  description: string | undefined,
  field: Field,
  control: TemplateResult,
): TemplateResult => html`<div class="field">
  <label for=${fieldId(field)}>${label}${isRequired(field) ? html`<span class="required" aria-hidden="true">*</span>` : nothing}</label>
  ${description ? html`<small>${description}</small>` : nothing} ${control}
</div>`;

const textInput = (input: APITextInputComponent): TemplateResult => {
  const { custom_id: name, placeholder = '', value = '', min_length: least = 0, max_length: most = 4000 } = input;
  if (input.style === 2) {
    return html`<textarea
      id=${fieldId(input)}
      name=${name}
      rows="4"
      ?required=${isRequired(input)}
      minlength=${least}
      maxlength=${most}
      placeholder=${placeholder}
      .defaultValue=${value}
    ></textarea>`;
  }
  return html`<input
    id=${fieldId(input)}
    name=${name}
    type="text"
    autocomplete="off"
    ?required=${isRequired(input)}
    minlength=${least}
    maxlength=${most}
    placeholder=${placeholder}
    value=${value}
  />`;
};

const choiceInput = (select: APIStringSelectComponent): TemplateResult => html`<select
  id=${fieldId(select)}
  name=${select.custom_id}
  ?required=${isRequired(select)}
  ?multiple=${(select.max_values ?? 1) > 1}
>
  ${(select.max_values ?? 1) > 1 ? nothing : html`<option value="">${select.placeholder ?? 'Make a selection'}</option>`}
  ${select.options.map((one) => html`<option value=${one.value} ?selected=${one.default ?? false}>${one.label}</option>`)}
</select>`;
