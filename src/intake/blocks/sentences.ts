const CLOSED = '["\'”’»)\\]」』）】》〉]*$';
const SENTENCE = new RegExp(`[.!?…。！？؟۔।]${CLOSED}`);
const OR_LEAD = new RegExp(`[.!?:…。！？：؟۔।]${CLOSED}`);
/** Paragraphs may be long: what ends them is short. */
const END = 8;

/** Whether a text ends with the mark of a sentence, in whatever script, and what closes after it. */
export const endsSentence = (text: string): boolean => SENTENCE.test(text.slice(-END));

/** The same, or with the colon that leads to what follows. */
export const endsOrLeads = (text: string): boolean => OR_LEAD.test(text.slice(-END));

/** Whether a text may begin a sentence: with a capital, a figure, or a letter of a script that has no capitals. */
export const mayBegin = (text: string): boolean => /^["'“‘(«[「『（《〈【]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text);
