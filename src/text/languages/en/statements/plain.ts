const MAX_SENTENCE = 320;

/** Whether a sentence is whole, states something, and stands by itself. */
export function isPlain(sentence: string): boolean {
  return (
    sentence.length <= MAX_SENTENCE &&
    /^["“(]?[\p{Lu}\d]/u.test(sentence) &&
    /[.!]["”)]*$/.test(sentence) &&
    !/\?|\b(?:(?<!\p{Lu}\p{L}+ )I|you|your|my|me)\b/u.test(sentence) &&
    !/^(?:But|And|Or|So|Yet|Nor|If|While|Although|Though|Perhaps|Imagine|Suppose|Consider)\b/.test(sentence)
  );
}

/** What makes a claim less than a plain one. */
export const HEDGE =
  /\b(?:may|might|could|would|should|perhaps|probably|possibly|likely|seems?|seemed|appears?|suggests?|supposedly|allegedly|often|sometimes|usually|generally|typically|arguably|not|cannot|never|n['’]t|no longer|too|so-called|hardly|rarely)\b|n[’']t\b/i;

/** "may" is a hedge, "May" is a month. */
const HEDGES = new RegExp(HEDGE.source);
const POINTS_BACK =
  /\b(?:he|she|it|they|him|her|them|his|its|their|this|these|those|there|here|then|such|both|former|latter|above|below|following|for (?:example|instance)|(?:in|by) (?:comparison|contrast|response|addition)|as a result|that (?:year|time|day)|similarly|likewise|meanwhile)\b/i;

/** See `StatementGrammar.goesOn`. */
export const goesOn = (sentence: string): boolean =>
  /^(?:(?:in|at|on|by|for|from|with|of|to|after|before|during|since|until) )?(?:he|she|it|they|his|her|its|their|this|that|these|those|such|both|here|there|then|thus|so|but|and|or|yet|however|therefore|also)\b/i.test(
    sentence,
  );

export const COMPARES =
  /\b(?:more|less|better|worse|most|least|best|worst|same|similar|different|like|unlike|as \w+ as)\b/i;

const EMPTY_HEAD =
  /^(?:it|this|that|these|those|such|he|she|they|we|who|which|what|one|ones|there|here|another|others?|some|many|most|all|both|each|every|any|few|several|none|nothing|everything|everyone|people|part|example|examples|result|results|reason|problem|goal|purpose|aim|idea|point|question|issue|key|fact|truth|way|thing|things|case|difference|its|his|her|their|our|how|when|where|why|whether|for|in|at|on|by|with|from|as|of|to|because|since|after|before|during|according|first|second|third|finally|next|then|however|also|even|only|just|today|now|former|latter|not|no|thus|therefore|instead|rather|while|although|if|once|like|unlike|among|between|through|within|despite|under|over|about|and|or|but)\b/i;
const EMPTY_TAIL =
  /\b(?:example|result|reason|problem|goal|purpose|issue|difference|way|thing|who|that|which|and|or|of|to)$/i;
const RELATIVE =
  /\b(?:that|which|who|whom|whose|is|are|was|were|has|have|had|this|these|those|it|they|its|their|his|her|our)\b/i;

/** Whether words can be the subject of a fact: a name or term, not a pronoun or part of a sentence. */
export function isTerm(words: string, most = 5): boolean {
  const count = words.split(/\s+/).length;
  return (
    count <= most &&
    /^[\p{L}\d]/u.test(words) &&
    words.length > 2 &&
    !/[,;:“”"?!]|—|–\s/.test(words) &&
    !EMPTY_HEAD.test(words) &&
    !EMPTY_TAIL.test(words) &&
    !RELATIVE.test(words)
  );
}

/** Capital words: "Karl Marx", "United Nations", "House of Commons". */
export const NAME = String.raw`\p{Lu}[\p{L}.’'-]*(?:\s(?:of\s(?:the\s)?|de\s|van\s|von\s|and\s(?=\p{Lu}\p{L}*\s\p{Lu}))?\p{Lu}[\p{L}.’'-]*){0,5}`;

/** "dam of Harl", "bridge over the Tarn": behind "The" as good as a name. */
const PLACED = String.raw`(?:\p{Ll}+\s)?(?:dam|bridge|mill|church|castle|abbey|tower|lighthouse|harbour|harbor|port|museum|school|university|town|city|village|island|river|canal|lake|reservoir|road|railway|station|temple|palace|fort|market|hospital|library|company|battle|treaty|statue|cathedral|monastery|theatre|theater|tunnel|ferry|cooperative|factory|mine|park)\s(?:of|at|in|over|across)\s(?:the\s)?`;
/** What a fact can be of: a name, or a thing with its place. */
export const NAMED = `(?:${PLACED})?${NAME}`;

const NAMELESS =
  /^(?:The|A|An|This|That|These|Those|In|On|At|By|As|It|He|She|They|We|Its|His|Her|Their|Another|Other|Some|Many|Most|All|Both|Each|Every|Several|Few|One|Two|Three|When|Where|While|After|Before|Since|During|For|From|With|However|According|Figure|Table|Chapter|Section|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Sociologists?|Researchers?|People|Students?|Today|Also|Then|There|Early|Late|Later|First|Finally|Although|If|Once|Not|Such|Early|Women|Men|Children)\b/;

/** "the Board": which one, the sentences before say. */
const MEANS_ONE =
  /^(?:Board|Company|Council|Museum|Society|Committee|Ministry|Department|University|Church|Government|Union|House|Bridge|River|Party|Court|Bank|Club|Act|Treaty|King|Queen|President|Association|Agency|Institute|Commission|Federation|Trust|School|College|Library|Valley|State|Republic|Empire|Army|Senate|Parliament|Congress)$/;

/** Whether capital words name something, and are not only the beginning of a sentence. */
export function isName(words: string): boolean {
  return !NAMELESS.test(words) && !MEANS_ONE.test(words) && words.length > 2 && words.length <= 60;
}

/** Behind a name that the sentence begins with these are that name's own: "Henry VIII named his first master". */
const OWN = /\b(?:his|her|its|their)\b/g;
const BEGINS_WITH_NAME = new RegExp(String.raw`^(${NAME})\s\p{Ll}`, 'u');

/** See `StatementGrammar.standsAlone`. */
export function standsAlone(sentence: string): boolean {
  const [, name = ''] = BEGINS_WITH_NAME.exec(sentence) ?? [];
  const said = isName(name) ? sentence.replace(OWN, '') : sentence;
  return isPlain(sentence) && !HEDGES.test(sentence) && !POINTS_BACK.test(said);
}

/** Without what stands in brackets for the reader of an article: "(Cooley 1909)". */
export const withoutReferences = (text: string): string =>
  text
    .replace(/\s*\((?:[^()]*\b(?:1[5-9]|20)\d\d[a-z]?[^()]*|see [^()]*|e\.g\.[^()]*)\)/g, '')
    .replace(/\s*\[\d+\]/g, '')
    .trim();
