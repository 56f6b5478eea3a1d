import type { Complete } from '../../src/bot/command.ts';
import { truncate } from '../../src/reply/cut.ts';
import { clean } from '../../src/reply/escape.ts';
import { LIMITS } from '../../src/reply/limits.ts';

/** Subjects of the fact table, those of the channel's works first, and terms by name. */
export const completeTopic: Complete = (typed, { knowledge, tied }) => {
  const subjectsIn = (sources?: ReadonlySet<string>) =>
    knowledge.completion.entries(typed, LIMITS.choices, sources).map(({ subject }) => subject);
  const subjects = [...(tied ? subjectsIn(tied) : []), ...subjectsIn()];
  const terms = knowledge.completion.terms(typed, LIMITS.choices).map(({ name }) => name);
  const names = [...new Set([...subjects, ...terms])].map((name) => truncate(clean(name), LIMITS.choiceText));
  return [...new Set(names)].slice(0, LIMITS.choices).map((name) => ({ name, value: name }));
};
