/** A modal that the bot has opened: texts and text inputs. */
import type { APITextInputComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit-html';
import { Component } from '../discord.ts';
import { markdown } from '../markdown/render.ts';
import { isWaiting, type OpenModal } from '../state.ts';
import type { View } from './app.ts';
import { avatar } from './avatar.ts';
import { closeIcon } from './icons.ts';
import { trapTab } from './keys.ts';

type Part = OpenModal['modal']['components'][number];
type Input = { input: APITextInputComponent; label: string; description?: string | undefined };

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
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    actions.submitModal(Object.fromEntries(entries));
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

const drawPart = (view: View, part: Part): TemplateResult | typeof nothing => {
  if (part.type === Component.TextDisplay) return markdown(part.content, view.state.client);
  const found = inputOf(part);
  return found ? textInput(found) : html`<p class="modal-failure">This page cannot show this kind of input.</p>`;
};

/** A text input stands in an action row with its own label, or within a label component. */
const inputOf = (part: Part): Input | undefined => {
  if (part.type === Component.ActionRow) {
    const [input] = part.components;
    return input?.type === Component.TextInput ? { input, label: input.label ?? '' } : undefined;
  }
  if (part.type === Component.Label && part.component.type === Component.TextInput) {
    return { input: part.component, label: part.label, description: part.description };
  }
  return undefined;
};

const textInput = ({ input, label, description }: Input): TemplateResult => {
  const id = `modal-${input.custom_id}`;
  const required = input.required ?? true;
  const paragraph = input.style === 2;
  const most = input.max_length ?? 4000;
  const least = input.min_length ?? 0;
  return html`<div class="field">
    <label for=${id}>${label}${required ? html`<span class="required" aria-hidden="true">*</span>` : nothing}</label>
    ${description ? html`<small>${description}</small>` : nothing}
    ${
      paragraph
        ? html`<textarea id=${id} name=${input.custom_id} rows="4" ?required=${required} minlength=${least} maxlength=${most} placeholder=${input.placeholder ?? ''} .defaultValue=${input.value ?? ''}></textarea>`
        : html`<input id=${id} name=${input.custom_id} type="text" autocomplete="off" ?required=${required} minlength=${least} maxlength=${most} placeholder=${input.placeholder ?? ''} value=${input.value ?? ''} />`
    }
  </div>`;
};
