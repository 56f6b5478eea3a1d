/** Above a command being filled in: a place for each file that it takes, to drop it on or to choose it with. */
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Draft } from '../composer/composer-state.ts';
import { type BasicOption, findOption } from '../composer/draft.ts';
import { Option } from '../discord.ts';
import { fileSize } from '../format.ts';
import { closeIcon, fileIcon, uploadIcon } from './icons.ts';
import type { View } from './view.ts';

export const uploads = (view: View, draft: Draft): TemplateResult | typeof nothing => {
  const taken = Object.keys(draft.fields).flatMap((name) => {
    const option = findOption(draft, name);
    return option?.type === Option.Attachment ? [option] : [];
  });
  if (!taken.length) return nothing;
  return html`<div class="uploads">${taken.map((option) => upload(view, draft, option))}</div>`;
};

/** Opens the browser's dialogue for the option's file. */
export const chooseFile = (name: string): void =>
  document.querySelector<HTMLInputElement>(`[data-file-input="${CSS.escape(name)}"]`)?.click();

const upload = (view: View, draft: Draft, { name }: BasicOption): TemplateResult => {
  const { composer: act, scene } = view;
  const file = draft.fields[name]?.file;
  const choose = (event: Event): void => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const [chosen] = input.files ?? [];
    // Empty again, so that choosing the same file later is a change as well.
    input.value = '';
    if (chosen) act.attach(name, chosen);
  };
  const drop = (event: DragEvent): void => {
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    // Else the channel around it would take the file a second time.
    event.stopPropagation();
    act.attach(name, dropped);
  };
  return html`<div class=${name in draft.problems ? 'upload wrong' : 'upload'} data-upload=${name} @drop=${drop}>
    <input type="file" class="sr-only" tabindex="-1" aria-label=${`File for ${name}`} data-file-input=${name} @change=${choose} />
    ${file ? attached(view, name, file) : dropArea(name, scene?.uploadLimit)}
    <span class="upload-option">${name}</span>
  </div>`;
};

const dropArea = (name: string, limit: number | undefined): TemplateResult => html`<button
  type="button"
  class="drop-area"
  tabindex="-1"
  @click=${() => chooseFile(name)}
>
  ${uploadIcon}
  <span>Drop a file here, or <span class="linkish">choose one</span></span>
  ${limit === undefined ? nothing : html`<small>${fileSize(limit)} at most</small>`}
</button>`;

const attached = ({ composer: act }: View, name: string, file: File): TemplateResult => html`<div
  class="attached"
  data-testid="attached-file"
>
  ${fileIcon}
  <span class="attached-text">
    <span class="attached-name" title=${file.name}>${file.name}</span>
    <small>${fileSize(file.size)}</small>
  </span>
  <button type="button" class="text-button" @click=${() => chooseFile(name)}>Replace</button>
  <button type="button" class="icon-button" aria-label=${`Remove ${file.name}`} title="Remove" @click=${() => act.detach(name)}>
    ${closeIcon}
  </button>
</div>`;
