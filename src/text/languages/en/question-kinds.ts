import type { QuestionGrammar } from '../../language.ts';
import type { Token } from '../../token.ts';
import { requestGrammar } from '../requests.ts';
import { asksForDefinition } from './definitions.ts';
import { framing, preamble } from './framing.ts';
import { isTypeNoun, typeOf } from './question-words.ts';
import { requests } from './requests.ts';
import { compared, splitSentence, withName } from './several-questions.ts';
import { unitsOf } from './units.ts';

const ASKS_REASON = /\bwhy\b|\b(?:what|which) (?:is the |was the )?reason\b/i;
const ASKS_WHY = /\bwhy\b/i;
const ASKS_WHETHER = /(?:^\W*|,\s*)(?:do|does|did|is|are|was|were|can|could|will|would|has|have|had|should)\b(?=.*\S)/i;
const ASKING =
  /\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|has|have|had)\b/i;
const INTERROGATIVE = /^(?:what|which|who|whom|whose|when|where|why|how)$/;
const BEGINS_ASKING = /^(?:who|whom|whose|what|which|when|where|why|how) \S/i;
const IDENTITY = /^(?:who|what) (?:is|was|are|were)(?: (?:it|he|she|they))?$/i;
/** "Who is the president of Peru?", which only somebody's name answers; "who leads the bloc" a country answers as well. */
const ASKS_PERSON = /\bwho(?:['’]s| is| was| became)\b(?! it\b)/i;
/** "What is the name of the minister?" */
const ASKS_NAME =
  /\bnames? of\b.*\b(?:minister|president|leader|chief|secretary|ambassador|diplomat|official|representative|director|author|reporter|journalist|photographer|expert|lecturer|professor|man|woman|person)\b/i;

export const questions: QuestionGrammar = {
  typeOf,
  unitsOf,
  isTypeNoun,
  kindOf(text, tokens) {
    if (ASKS_REASON.test(text)) return 'reason';
    return ASKS_WHETHER.test(text) ? 'yes or no' : typeOf(tokens);
  },
  pairOf,
  asksWhy: (text) => ASKS_WHY.test(text),
  asksWhether: (text) => ASKS_WHETHER.test(text),
  asksForPerson: (text) => ASKS_PERSON.test(text) || ASKS_NAME.test(text),
  asks: (text) => BEGINS_ASKING.test(text),
  asksForIdentity: (text) => IDENTITY.test(text),
  asksForDefinition,
  framing,
  preamble,
  ...requestGrammar(requests),
  splitSentence,
  compared,
  withName,
  isKeywords: (text) => !ASKING.test(text),
};

/** "how many … state", "which … missile". */
function pairOf(tokens: readonly Token[]): string | undefined {
  const at = tokens.findIndex(({ word }) => INTERROGATIVE.test(word));
  const asking = tokens[at];
  if (!asking) return undefined;
  const rest = tokens.slice(at + 1);
  const how = asking.word === 'how' ? ` ${rest[0]?.word ?? ''}` : '';
  return `${asking.word}${how} … ${rest.find(({ stop }) => !stop)?.term ?? ''}`;
}
