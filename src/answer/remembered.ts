import { LRUCache } from 'lru-cache';
import { ask } from './ask.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { Answer, AskOptions } from './types.ts';

/** So many answers are remembered, of questions of so many characters: a longer one is hardly asked twice. */
const MAX_ANSWERS = 1_000;
const MAX_LENGTH = 200;

const answers = new LRUCache<string, Answer>({ max: MAX_ANSWERS });
/** What is searched never changes: another version of it is another object, and has another number. */
const numbers = new WeakMap<KnowledgeBase, number>();
let last = 0;

/** As `ask`, which takes most of a reply's time: people who choose their questions from completion ask the same ones. */
export function askRemembered(knowledge: KnowledgeBase, text: string, options: AskOptions = {}): Answer {
  if (text.length > MAX_LENGTH) return ask(knowledge, text, options);
  const { source = '', first = [] } = options;
  const key = JSON.stringify([numberOf(knowledge), source, [...first].sort(), text]);
  const known = answers.get(key);
  if (known) return known;
  const answer = ask(knowledge, text, options);
  answers.set(key, answer);
  return answer;
}

function numberOf(knowledge: KnowledgeBase): number {
  const number = numbers.get(knowledge) ?? ++last;
  numbers.set(knowledge, number);
  return number;
}
