import type { APIMessage } from 'discord-api-types/v10';
import { customId, parseCustomId } from '../reply/custom-id.ts';
import type { Context } from './command.ts';
import type { Result } from './reply.ts';

export interface ActionContext extends Context {
  /** The message that the button or select stands under. */
  readonly message: APIMessage;
  /** Chosen values of a select; none for a button. */
  readonly values: readonly string[];
  /** What was filled in in a form, by custom id; none for buttons and selects. */
  readonly fields: Readonly<Record<string, string>>;
  /** The message is for this person alone. */
  readonly isPrivate: boolean;
  /** The message answered this person. */
  readonly isAsker: boolean;
}

type ActionResult = Result | Promise<Result>;

/** What a button, a select or a form does, as the dispatcher sees it. */
export interface Action {
  /** The first part of the custom id. */
  readonly name: string;
  /** Undefined where the arguments are not of this action's form: the custom id is of an earlier version, or forged. */
  run(args: readonly string[], context: ActionContext): ActionResult | undefined;
}

/** How one argument of a custom id is written, and read back; `read` gives undefined for what `write` never made. */
export interface Parameter<T> {
  write(value: T): string;
  read(text: string): T | undefined;
}

/** A word without ":", such as the short name of a passage. */
export const word: Parameter<string> = {
  write: (value) => value,
  read: (text) => (text === '' ? undefined : text),
};

/** A safe integer. */
export const integer: Parameter<number> = {
  write: String,
  read: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined),
};

/** Words without "." or ":"; at least one. */
export const words: Parameter<readonly string[]> = {
  write: (values) => values.join('.'),
  read: (text) => (text === '' ? undefined : text.split('.')),
};

/** One of a few words. */
export function oneOf<const T extends string>(...values: readonly T[]): Parameter<T> {
  return { write: (value) => value, read: (text) => values.find((value) => value === text) };
}

/** One definition of a button, select or form: makes its custom ids, and gives the handler what they say. */
export interface ActionDefinition<Arguments> {
  /** A custom id; throws where it would be longer than Discord allows. */
  id(...args: keyof Arguments extends never ? [] : [Arguments]): string;
  /** Whether a custom id is one of these. */
  owns(id: string): boolean;
  /** All that the handler needs stands in the custom id and in the message: nothing is kept in memory. */
  handle(run: (args: Arguments, context: ActionContext) => ActionResult): Action;
}

type None = Readonly<Record<never, never>>;

/**
 * Defines an action with the parameters that its custom id carries, in their order.
 *
 * @example
 * const page = action('page', { to: integer, passages: words });
 * page.id({ to: 1, passages: ['a', 'b'] }); // "page:1:a.b"
 */
export function action<Arguments = None>(
  name: string,
  parameters?: { readonly [Key in keyof Arguments]: Parameter<Arguments[Key]> },
): ActionDefinition<Arguments> {
  const entries = Object.entries<Parameter<unknown>>(parameters ?? {});
  return {
    id: (...[args]) => customId(name, ...entries.map(([key, { write }]) => write(args?.[key as keyof Arguments]))),
    owns: (id) => parseCustomId(id).action === name,
    handle: (run) => ({
      name,
      run(texts, context) {
        if (texts.length !== entries.length) return undefined;
        const read = entries.map(([key, parameter], at) => [key, parameter.read(texts[at] ?? '')] as const);
        if (read.some(([, value]) => value === undefined)) return undefined;
        return run(Object.fromEntries(read) as Arguments, context);
      },
    }),
  };
}
