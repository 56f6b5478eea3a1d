import { LIMITS } from './limits.ts';

const SEPARATOR = ':';

/** "page:1:abc": an action's name and its arguments. Throws where Discord would refuse it: that is a mistake in the code. */
export function customId(action: string, ...args: readonly (string | number)[]): string {
  const id = [action, ...args].join(SEPARATOR);
  if (id.length > LIMITS.customId || args.some((arg) => String(arg).includes(SEPARATOR))) {
    throw new RangeError(`The custom id "${id}" is too long or holds a separator.`);
  }
  return id;
}

export function parseCustomId(id: string): { action: string; args: string[] } {
  const [action = '', ...args] = id.split(SEPARATOR);
  return { action, args };
}

/** For a disabled button, which Discord asks to have an id of its own all the same. */
export const placeholderId = (name: string): string => customId(`-${name}`);
