import { firstGroups, questionSplitter, withoutEnd } from '../joined-questions.ts';

const AUXILIARY = 'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might';
const PRONOUN = 'it|he|she|they|we|you|i|this|that|these|those';
/**
 * How a question begins that stands by itself: not "why it matters", which hangs on what stands before it. Behind
 * "who" and "what" a verb or a noun follows.
 */
const ASKING = `(?:(?:by |to |from |with |in |on |at |for )?(?:(?:who|whom|whose|what|which)(?:['’]s)? (?!(?:${PRONOUN}|the|a|an|for|of|with|by)\\b)|(?:when|where|why)(?:['’]s|,)? (?:${AUXILIARY})\\b|(?:when|where|why)['’]s |how (?:many|much|long|old|far|big|large|tall|high|deep|often|${AUXILIARY})\\b))`;
const ASKER = '(?:(?:by|to|from|with|in|on|at|for) )?(?:who|whom|whose|what|which|when|where|why|how)';
const split = questionSplitter({
  joint: '(?:and|also|plus|but)(?: also)?',
  asker: ASKER,
  asking: ASKING,
  whether: `(?:${AUXILIARY}) `,
  noun: `\\S+(?= (?:${AUXILIARY})\\b)`,
});
/** "What are the population and the GDP of CELAC?" */
const TWO_NOUNS =
  /^((?:what|which|who|how large|how big) (?:is|are|was|were)|give|list|tell me) the (\S+(?: \S+){0,2}) and (?:the )?(\S+(?: \S+){0,2}) of (.+)$/i;
const DIFFERENCE =
  /^(?:(?:what(?:['’]?s| is| are| was| were)?|explain|describe|tell me)\s+)?(?:the )?(?:\w+ )?differen(?:ce|ces|t)\s+between\s+(.+)\s+and\s+(.+)$/i;
const VERSUS = /^(?:compare\s+)?(.{1,60}?)\s+(?:vs\.?|versus)\s+(.{1,60})$/i;
const COMPARE = /^compare\s+(.{1,60}?)\s+(?:and|with|to)\s+(.{1,60})$/i;
const DIFFER =
  /^how (?:do|does|did|is|are|was|were) (.{1,60}?) (?:differ(?:ent)?|distinguished|distinct) from (.{1,60})$/i;
const TELL =
  /^(?:how (?:do|can|could|would|should) (?:i|you|we|one|they) )?(?:tell|distinguish) (?:between )?(.{1,60}?) (?:from|and) (.{1,60})$/i;
const DIFFER_BOTH = /^how (?:do|are|did|were) (.{1,60}?) and (.{1,60}?) (?:differ|different|compare)$/i;
const COMPARING = [DIFFERENCE, VERSUS, COMPARE, DIFFER, DIFFER_BOTH, TELL];

/** The questions of one sentence: "When was it founded and who leads it?" */
export function splitSentence(text: string): readonly string[] {
  const nouns = TWO_NOUNS.exec(withoutEnd(text));
  if (nouns) {
    const [, verb = '', one = '', other = '', whole = ''] = nouns;
    return [one, other].map((noun) => `${agreeing(verb, noun)} the ${noun} of ${whole}?`);
  }
  return split(text);
}

/** "What are the population and the GDP": each by itself is singular. */
function agreeing(verb: string, noun: string): string {
  return noun.endsWith('s') ? verb : verb.replace(/\bare$/i, 'is').replace(/\bwere$/i, 'was');
}

/** The two things that are to be told apart, each as a question for what it is. */
export function compared(text: string): readonly string[] {
  const [one, other] = firstGroups(withoutEnd(text), COMPARING);
  if (one === undefined || other === undefined || !standAlone(one, other)) return [];
  return [withSharedHead(one, other), other].map((thing) => `What is ${thing}?`);
}

const MAX_WORDS = 5;
/** "Russia's", "that of the Union", "what it does", "Russian" beside "Chinese interests": halves of a phrase. */
const HALF = /['’]s?$|^(?:that|those|what|how|who|its|their)\b/i;
const ADJECTIVE = /^\p{Lu}\p{L}*(?:an|ese|ish)$/u;

function standAlone(...things: readonly string[]): boolean {
  const words = things.map((thing) => thing.split(' ').length);
  const isShared = words.some((count) => count > 1) && things.some((thing) => ADJECTIVE.test(thing));
  return !isShared && words.every((count) => count <= MAX_WORDS) && !things.some((thing) => HALF.test(thing));
}

/** "Lateral" and "medial moraine": two adjectives, of which the second alone has their noun. */
const TWO_ADJECTIVES = /^\p{Ll}+(?:al|ic|ive|ous|ary|ar) \p{Ll}+(?:al|ic|ive|ous|ary|ar) (\p{Ll}+)$/u;

function withSharedHead(one: string, other: string): string {
  const [, noun] = TWO_ADJECTIVES.exec(`${one} ${other}`) ?? [];
  return noun === undefined ? one : `${one} ${noun}`;
}

const STANDING_IN = /\b(?:it|they|them|he|she|him|this one|that one)\b(?!['’]s\b)/i;
const POSSESSIVE = /\b(?:its|their|his|her)\b/i;

/** The question with the first word that stands for a name replaced by that name. */
export function withName(question: string, name: string): string {
  if (STANDING_IN.test(question)) return question.replace(STANDING_IN, () => name);
  return question.replace(POSSESSIVE, () => `${name}'s`);
}
