import type { Complete } from '../../src/bot/command.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { LIMITS } from '../../src/reply/limits.ts';

/** Subjects of the fact table and terms by name. */
export const completeTopic: Complete = (typed, { knowledge }) => {
  const subjects = knowledge.completion.entries(typed, LIMITS.choices).map(({ subject }) => subject);
  const terms = knowledge.completion.terms(typed, LIMITS.choices).map(({ name }) => name);
  const names = [...new Set([...subjects, ...terms])].map((name) => truncate(clean(name), LIMITS.choiceText));
  return [...new Set(names)].slice(0, LIMITS.choices).map((name) => ({ name, value: name }));
};
