/** The fields of a modal, what they hold at first, and what is wrong with what was filled in. Pure. */
import type { APISelectMenuComponent, APITextInputComponent } from 'discord-api-types/v10';
import { Component } from './discord.ts';
import type { OpenModal } from './state.ts';

type Part = OpenModal['modal']['components'][number];

/** A field that the page can show, with the words around it. */
export interface ModalField {
  input: APITextInputComponent | APISelectMenuComponent;
  label: string;
  description?: string | undefined;
}

export interface FilledIn {
  /** Texts by custom id. */
  values: Record<string, string>;
  /** What is chosen in selects, by custom id. */
  choices: Record<string, string[]>;
}

/** Discord's own limit for a text input, in UTF-16 units. */
export const longestText = 4_000;

const selects: ReadonlySet<number> = new Set([
  Component.StringSelect,
  Component.UserSelect,
  Component.RoleSelect,
  Component.MentionableSelect,
  Component.ChannelSelect,
]);

export const isSelect = (input: { type: number }): input is APISelectMenuComponent => selects.has(input.type);

/** The field that a part of a modal is; undefined for text, and for inputs that the page does not know. */
export const fieldOf = (part: Part): ModalField | undefined => {
  if (part.type === Component.ActionRow) {
    const [input] = part.components;
    return input?.type === Component.TextInput ? { input, label: input.label ?? '' } : undefined;
  }
  if (part.type !== Component.Label) return undefined;
  const { component: input, label, description } = part;
  return input.type === Component.TextInput || isSelect(input) ? { input, label, description } : undefined;
};

export const isRequired = ({ required }: { required?: boolean | undefined }): boolean => required ?? true;

/** By custom id, what must be put right before the modal can be sent. */
export const modalProblems = (
  { components }: OpenModal['modal'],
  { values, choices }: FilledIn,
): Record<string, string> => {
  const found = components.flatMap((part): [string, string][] => {
    const field = fieldOf(part);
    if (!field) return [];
    const { input } = field;
    const problem = isSelect(input)
      ? choiceProblem(input, choices[input.custom_id] ?? [])
      : textProblem(input, values[input.custom_id] ?? '');
    return problem ? [[input.custom_id, problem]] : [];
  });
  return Object.fromEntries(found);
};

const textProblem = (input: APITextInputComponent, value: string): string | undefined => {
  const { min_length: least = 0, max_length: most = longestText } = input;
  if (value === '') return isRequired(input) ? 'This field is required.' : undefined;
  if (value.length < least) return `Must be at least ${least} characters (${value.length} now).`;
  return value.length > most ? `Must be ${most} characters or fewer (${value.length} now).` : undefined;
};

const choiceProblem = (input: APISelectMenuComponent, chosen: string[]): string | undefined => {
  const { min_values: least = 1, max_values: most = 1 } = input;
  if (chosen.length === 0) return isRequired(input) && least > 0 ? 'This field is required.' : undefined;
  if (chosen.length < least) return `Choose at least ${least}.`;
  return chosen.length > most ? `Choose ${most} at most.` : undefined;
};
