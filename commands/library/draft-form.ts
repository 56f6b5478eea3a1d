import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { DraftEntry } from '../../src/answer/drafts.ts';
import { parseFacts } from '../../src/material/facts.ts';
import type { Fact } from '../../src/material/types.ts';
import { writeFacts } from '../../src/material/write.ts';
import { truncate } from '../../src/reply/cut.ts';
import type { Messages } from '../../src/reply/messages.ts';
import { drafts } from './buttons.ts';

const FIELDS = ['subject', 'attribute', 'value', 'asOf', 'questions'] as const;
type Field = (typeof FIELDS)[number];

/** UTF-16 units: a cell's, and room for several questions. */
const MAX_LENGTH: Record<Field, number> = { subject: 300, attribute: 300, value: 300, asOf: 30, questions: 1000 };

/** The form that corrects a draft, filled in with it; accepting it is sending it. */
export function draftForm(
  work: string,
  { fact }: DraftEntry,
  messages: Messages,
): APIModalInteractionResponseCallbackData {
  const known = fieldsOf(fact);
  return {
    custom_id: drafts.submit.id({ work, draft: fact.id }),
    title: messages.plain('library.drafts.form.title'),
    components: FIELDS.map((field) => input(field, known[field], messages)),
  };
}

/** The row as it was filled in; undefined where it is none that a fact table can hold. */
export function readDraft(fact: Fact, fields: Readonly<Record<string, string>>): Fact | undefined {
  const { unit: _, asOf: __, question: ___, ...rest } = fact;
  const known = fieldsOf(fact);
  const [subject = '', attribute = '', value = '', asOf = '', questions = ''] = FIELDS.map((field) =>
    (fields[field] ?? known[field]).trim().replace(/\s+/g, ' '),
  );
  const sameValue = value === known.value;
  const row: Fact = {
    ...rest,
    subject,
    attribute,
    value: sameValue ? fact.value : value,
    ...(sameValue && fact.unit !== undefined ? { unit: fact.unit } : {}),
    ...(asOf === '' ? {} : { asOf }),
    otherQuestions: questions.split(';'),
  };
  // What is typed is held to the same rules as a table that is brought.
  const { value: rows, problems } = parseFacts('', writeFacts([row]));
  return problems.length === 0 ? rows[0]?.data : undefined;
}

function fieldsOf({
  subject,
  attribute,
  value,
  unit,
  asOf = '',
  question,
  otherQuestions,
}: Fact): Record<Field, string> {
  const questions = [...(question === undefined ? [] : [question]), ...otherQuestions].join('; ');
  return { subject, attribute, value: unit === undefined ? value : `${value} ${unit}`, asOf, questions };
}

function input(field: Field, known: string, messages: Messages): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: messages.plain(`library.drafts.form.${field}`),
    component: {
      type: ComponentType.TextInput,
      custom_id: field,
      style: field === 'value' || field === 'questions' ? TextInputStyle.Paragraph : TextInputStyle.Short,
      max_length: MAX_LENGTH[field],
      required: field !== 'asOf' && field !== 'questions',
      ...(known === '' ? {} : { value: truncate(known, MAX_LENGTH[field]) }),
    },
  };
}
