/** A modal that the bot has opened: its texts, its fields, and what is wrong with them. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { Component } from '../discord.ts';
import { markdown } from '../markdown/render.ts';
import { type FilledIn, fieldOf, modalProblems } from '../modal-form.ts';
import { isWaiting, type OpenModal } from '../state.ts';
import { avatar } from './avatar.ts';
import { closeIcon } from './icons.ts';
import { trapTab } from './keys.ts';
import { fieldId, modalField } from './modal-field.ts';
import type { View } from './view.ts';

type Part = OpenModal['modal']['components'][number];

const noAnswer = 'The application did not respond';

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
    if (event.currentTarget instanceof HTMLFormElement) send(view, open, readForm(event.currentTarget));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else trapTab(event);
  };
  return html`<div class="backdrop dim modal-backdrop" @click=${(event: Event) => event.target === event.currentTarget && close()}>
    <form class="modal" role="dialog" aria-modal="true" aria-labelledby="modal-title" novalidate @submit=${submit} @keydown=${onKey}>
      <header>
        ${avatar(state.client?.bot, 24)}
        <h2 id="modal-title">${open.modal.title}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${close}>${closeIcon}</button>
      </header>
      <div class="modal-body">${open.modal.components.map((part) => drawPart(view, open, part))}</div>
      ${pending && !busy ? html`<p class="modal-failure" role="alert" title=${pending.failure ?? ''}>${noAnswer}. Try again.</p>` : nothing}
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

/** Sends what is right; shows what is not, with the first such field in focus. */
const send = ({ actions }: View, open: OpenModal, filledIn: FilledIn): void => {
  const problems = modalProblems(open.modal, filledIn);
  actions.set({ modal: { ...open, problems } });
  const [first] = Object.keys(problems);
  if (first === undefined) actions.submitModal(filledIn.values, filledIn.choices);
  else document.getElementById(fieldId(first))?.focus();
};

/** What was typed and what was chosen, each by custom id. */
const readForm = (form: HTMLFormElement): FilledIn => {
  const filledIn: FilledIn = { values: {}, choices: {} };
  for (const field of form.elements) readField(field, filledIn);
  return filledIn;
};

const readField = (field: Element, { values, choices }: FilledIn): void => {
  if (field instanceof HTMLSelectElement) choices[field.name] = field.value ? [field.value] : [];
  else if (field instanceof HTMLInputElement && field.type === 'checkbox') {
    choices[field.name] = [...(choices[field.name] ?? []), ...(field.checked ? [field.value] : [])];
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    values[field.name] = field.value;
  }
};

const drawPart = (view: View, open: OpenModal, part: Part): TemplateResult => {
  if (part.type === Component.TextDisplay) return markdown(part.content, view.scene);
  const field = fieldOf(part);
  if (field) return modalField(view, field, open.problems?.[field.input.custom_id]);
  return html`<p class="modal-failure">This page cannot show this kind of input.</p>`;
};
