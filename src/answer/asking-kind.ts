import { type AnswerType, analyse, answerTypeOf } from '../search/index.ts';

/** What a question wants to be told: a kind of thing, a reason, or yes or no. */
export type AskingKind = AnswerType | 'reason' | 'yes or no';

const ASKS_WHY = /\bwhy\b|\b(?:what|which) (?:is the |was the )?reason\b/i;
const ASKS_WHETHER = /(?:^\W*|,\s*)(?:do|does|did|is|are|was|were|can|could|will|would|has|have|had|should)\b(?=.*\S)/i;
const ASKING =
  /\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|has|have|had)\b/i;
const INTERROGATIVE = /^(?:what|which|who|whom|whose|when|where|why|how)$/;

/** What a question wants, by its words: "why", a verb in front, or else the engine's reading. */
export function askingKindOf(text: string): AskingKind {
  if (ASKS_WHY.test(text)) return 'reason';
  if (asksWhether(text)) return 'yes or no';
  return answerTypeOf(analyse(text));
}

/** Whether a question is answered by yes or no; such a one may hold its answer. */
export function asksWhether(text: string): boolean {
  return ASKS_WHETHER.test(text);
}

/** Words thrown in ("peru helicopters") rather than a sentence that asks. */
export function isKeywords(text: string): boolean {
  return !ASKING.test(text);
}

/** The word that asks with the informative one behind it: "how many … state", "which … missile". */
export function askingPairOf(text: string): string | undefined {
  const tokens = analyse(text);
  const at = tokens.findIndex(({ word }) => INTERROGATIVE.test(word));
  const asking = tokens[at];
  if (!asking) return undefined;
  const rest = tokens.slice(at + 1);
  const how = asking.word === 'how' ? ` ${rest[0]?.word ?? ''}` : '';
  return `${asking.word}${how} … ${rest.find(({ stop }) => !stop)?.term ?? ''}`;
}
