import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import type { Problem } from '../api-error.ts';
import { type AnyComponent, walk } from '../world/components.ts';
import { duplicates, isBlank, missing, optionProblems, selectProblems } from './components.ts';

const MAX_FIELDS = 5;

/** What the schema does not say about a modal: how many fields, each with a label, lengths that agree. */
export function modalProblems({ title, components }: APIModalInteractionResponseCallbackData): Problem[] {
  const parts = components as unknown as AnyComponent[];
  const problems = [
    ...duplicates(parts, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ...duplicates(parts, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
    ...(isBlank(title) ? [missing(['title'])] : []),
    ...[...walk(parts)].flatMap(({ component, path }) => fieldProblems(component, path)),
  ];
  if (parts.length > MAX_FIELDS) {
    problems.push({
      path: ['components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be between 1 and 5 in length.',
    });
  }
  return problems.map((problem) => ({ ...problem, path: ['data', ...problem.path] }));
}

function fieldProblems(component: AnyComponent, path: (string | number)[]): Problem[] {
  switch (component.type) {
    case ComponentType.TextInput:
      return textInputProblems(component, path);
    case ComponentType.Label:
      return isBlank(component.label) ? [missing([...path, 'label'])] : [];
    case ComponentType.TextDisplay:
      return isBlank(component.content) ? [missing([...path, 'content'])] : [];
    case ComponentType.FileUpload:
      return choosingProblems(component, path);
    case ComponentType.ActionRow:
      return (component.components?.length ?? 0) === 1
        ? []
        : [{ path: [...path, 'components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be 1 in length.' }];
    case ComponentType.StringSelect:
      return [
        ...selectProblems(component, path),
        ...optionProblems(component, path),
        ...choosingProblems(component, path),
      ];
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return [...selectProblems(component, path), ...choosingProblems(component, path)];
    default:
      return [];
  }
}

/** What must be answered cannot be left empty, and nothing in a modal can be disabled. */
function choosingProblems({ disabled, required, min_values }: AnyComponent, path: (string | number)[]): Problem[] {
  const problems: Problem[] = [];
  if (disabled) {
    const message = 'A component of a modal cannot be disabled';
    problems.push({ path: [...path, 'disabled'], code: 'BASE_TYPE_INVALID', message });
  }
  if (min_values === 0 && required !== false) {
    const message = 'min_values of 0 needs required to be false';
    problems.push({ path: [...path, 'min_values'], code: 'BASE_TYPE_INVALID', message });
  }
  return problems;
}

function textInputProblems(input: AnyComponent, path: (string | number)[]): Problem[] {
  const problems: Problem[] = [];
  // Inside a label component the label stands there, elsewhere in the input itself.
  const labelled = path.at(-1) === 'component';
  if (!labelled && !input.label) {
    problems.push({ path: [...path, 'label'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  }
  if (labelled && input.label) {
    problems.push({
      path: [...path, 'label'],
      code: 'BASE_TYPE_INVALID',
      message: 'The label component has the label',
    });
  }
  if ((input.min_length ?? 0) > (input.max_length ?? 4_000)) {
    problems.push({
      path: [...path, 'min_length'],
      code: 'BASE_TYPE_INVALID',
      message: 'min_length exceeds max_length',
    });
  }
  if ((input.value?.length ?? 0) > (input.max_length ?? 4_000)) {
    problems.push({ path: [...path, 'value'], code: 'BASE_TYPE_MAX_LENGTH', message: 'value exceeds max_length' });
  }
  return problems;
}
