import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { isoDate } from '../../src/material/dates.ts';
import { sourceRef } from '../../src/material/refs.ts';
import type { Source } from '../../src/material/types.ts';
import { truncate } from '../../src/reply/cut.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { edit } from './buttons.ts';

/** What a form says of a work, as it was typed. */
export const WORK_FIELDS = ['work', 'author', 'publisher', 'date', 'url'] as const;
export type WorkField = (typeof WORK_FIELDS)[number];

/** The longest that each may be, in UTF-16 units; Discord shows how much is left. */
const MAX_LENGTH: Record<WorkField, number> = { work: 300, author: 500, publisher: 200, date: 20, url: 500 };

/** The form that corrects what cites a work, filled in with what is known. */
export function workForm(source: Source, messages: Messages): APIModalInteractionResponseCallbackData {
  const known: Record<WorkField, string> = {
    work: source.title,
    author: source.authors.join('; '),
    publisher: source.publisher,
    date: source.issued ? isoDate(source.issued) : '',
    url: source.url ?? '',
  };
  return {
    custom_id: edit.submit.id({ work: sourceRef(source) }),
    title: messages.plain('library.form.title'),
    components: WORK_FIELDS.map((field) => input(field, known[field], messages)),
  };
}

function input(field: WorkField, known: string, messages: Messages): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: messages.plain(`library.form.${field}`),
    component: {
      type: ComponentType.TextInput,
      custom_id: field,
      style: TextInputStyle.Short,
      max_length: MAX_LENGTH[field],
      required: field === 'work',
      ...(known === '' ? {} : { value: truncate(known, MAX_LENGTH[field]) }),
    },
  };
}
