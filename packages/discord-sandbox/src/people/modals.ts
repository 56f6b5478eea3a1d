import {
  type APIInteractionDataResolved,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from 'discord-api-types/v10';
import type { SubmitModal } from '../client-api.ts';
import type { Interaction } from '../interactions/interactions.ts';
import { type AnyComponent, numberThrough, SELECTS } from '../world/components.ts';
import { checkChosen, checkTextInput, InputRefused } from './user-input.ts';

export interface OpenModal {
  modal: APIModalInteractionResponseCallbackData;
  /** The interaction that it answers. */
  openedBy: Interaction;
}

/** The modals that people have before them: at most one each, as in Discord's app. */
export class OpenModals {
  readonly #byPerson = new Map<string, OpenModal>();

  open(userId: string, opened: OpenModal): void {
    numberThrough(opened.modal.components as unknown as AnyComponent[]);
    this.#byPerson.set(userId, opened);
  }

  /** The person's modal of that custom id, which closes with this. */
  take(userId: string, customId: string): OpenModal | undefined {
    const opened = this.#byPerson.get(userId);
    if (opened?.modal.custom_id !== customId) return undefined;
    this.#byPerson.delete(userId);
    return opened;
  }

  peek(userId: string): OpenModal | undefined {
    return this.#byPerson.get(userId);
  }
}

export type FilledIn = Pick<SubmitModal, 'values' | 'choices'>;

/**
 * The components of a modal as they are submitted: without labels, with what was filled in. `resolved` holds what the
 * chosen ids name.
 */
export function submitted(
  modal: APIModalInteractionResponseCallbackData,
  filledIn: FilledIn,
  resolved: APIInteractionDataResolved,
): object[] {
  const components = modal.components as unknown as AnyComponent[];
  refuseStrangers(components, filledIn);
  const field = (one: AnyComponent) => submittedField(one, filledIn, resolved);
  return components.map((component) => {
    const { type, id } = component;
    if (component.component) return { type, id, component: field(component.component) };
    if (component.components) return { type, id, components: component.components.map(field) };
    return { type, id };
  });
}

/** What stands chosen in the modal's selects of people, roles and channels when it is sent. */
export function chosenIds(modal: APIModalInteractionResponseCallbackData, filledIn: FilledIn): string[] {
  return fieldsOf(modal.components as unknown as AnyComponent[])
    .filter(({ type }) => SELECTS.has(type) && type !== ComponentType.StringSelect)
    .flatMap((field) => chosenIn(field, filledIn));
}

function submittedField(field: AnyComponent, filledIn: FilledIn, resolved: APIInteractionDataResolved): object {
  const { type, id } = field;
  const customId = field.custom_id ?? '';
  if (type === ComponentType.TextInput) {
    const value = filledIn.values[customId] ?? field.value ?? '';
    checkTextInput(field, value);
    return { type, id, custom_id: customId, value };
  }
  if (!SELECTS.has(type)) throw new InputRefused(`The sandbox cannot fill in components of type ${type}.`);
  const chosen = chosenIn(field, filledIn);
  if (chosen.length > 0 || field.required !== false) checkChosen(field, chosen, resolved);
  return { type, id, custom_id: customId, values: chosen };
}

/** What was chosen, or what stands there chosen from the beginning. */
function chosenIn({ custom_id, options = [], default_values }: AnyComponent, { choices = {} }: FilledIn): string[] {
  const preset = options.flatMap((option) => (option.default ? [option.value] : []));
  return choices[custom_id ?? ''] ?? default_values?.map(({ id }) => id) ?? preset;
}

function fieldsOf(components: AnyComponent[]): AnyComponent[] {
  return components.flatMap((component) => component.components ?? component.component ?? []);
}

function refuseStrangers(components: AnyComponent[], { values, choices = {} }: FilledIn): void {
  const fields = fieldsOf(components);
  for (const customId of [...Object.keys(values), ...Object.keys(choices)]) {
    if (!fields.some((field) => field.custom_id === customId)) {
      throw new InputRefused(`The modal has no field "${customId}".`);
    }
  }
}
