import { splitSentences } from '../../text/sentences.ts';
import type { Token } from '../../text/token.ts';
import { namesOf, type TextParser } from './text-parser.ts';

/** One of the questions of a message. */
export interface Part {
  readonly text: string;
  /** What an earlier part speaks of, where this one names nothing: it may have left that out. */
  readonly topic?: string;
}

/** What a message asks, part by part. */
export interface Several {
  readonly parts: readonly Part[];
  /** The parts are what is compared, not what was asked: where one is not there, the whole is asked. */
  readonly isComparison: boolean;
}

const MAX_PARTS = 3;
const ENDS_ASKING = /[?？؟]["'”’)\]]*$/u;
/** What joins a question to the one before it. */
const JOINING = /^(?:and|also|plus|y|e|et|und|и|а)\s+/iu;

/** The questions of a message that asks several; undefined where it asks one. */
export function severalIn(question: string, parser: TextParser): Several | undefined {
  const { language } = parser.analyser;
  const compared = language.questions.compared(question);
  if (compared.length > 1) return { parts: compared.map((text) => ({ text })), isComparison: true };
  const sentences = splitSentences(question, language).map(([start, end]) => question.slice(start, end));
  const asking =
    sentences.length === 1 ? sentences : sentences.filter((each) => ENDS_ASKING.test(each) && isSentence(each));
  const texts = asking.flatMap((sentence) => {
    const joined = language.questions.splitSentence(sentence);
    return joined.length > 1 ? joined : [sentence.replace(JOINING, '')];
  });
  if (texts.length < 2 || texts.length > MAX_PARTS) return undefined;
  return { parts: withTopics(texts, parser), isComparison: false };
}

/** "Which firms sell there? Airbus?" asks one thing. In writing without spaces, a few characters are a sentence. */
function isSentence(text: string): boolean {
  return (
    text.split(' ').length >= MIN_WORDS || /[^\p{P}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{4}/u.test(text)
  );
}

const MIN_WORDS = 3;

/** "… and who leads it?" speaks of what the question before it names. */
function withTopics(texts: readonly string[], parser: TextParser): Part[] {
  const { withName } = parser.analyser.language.questions;
  let topic: string | undefined;
  return texts.map((text) => {
    const spoken = topic === undefined ? text : withName(text, topic);
    const own = topicOf(text, parser);
    const part = { text: capitalised(spoken), ...(topic === undefined || own !== undefined ? {} : { topic }) };
    topic = own ?? topic;
    return part;
  });
}

/** The last name that a question mentions, as the terms have it, or as it is written; of "CELAC's GDP" it is CELAC. */
function topicOf(text: string, parser: TextParser): string | undefined {
  const { mentions, tokens } = parser.parse(text);
  const names = mentions.filter(({ kind }) => kind === 'name');
  const own = names.filter(({ isCommon }) => !isCommon);
  return namesOf(own.length > 0 ? own : names).at(-1) ?? lastCapitalised(text, tokens);
}

function lastCapitalised(text: string, tokens: readonly Token[]): string | undefined {
  const end = tokens.findLastIndex(({ capital, stop }, at) => capital && !stop && at > 0);
  if (end === -1) return undefined;
  let start = end;
  while (start > 1 && tokens[start - 1]?.capital && !tokens[start - 1]?.stop) start--;
  return text.slice(tokens[start]?.start, tokens[end]?.end);
}

const capitalised = (text: string): string => text.replace(/^[¿¡]?\p{Ll}/u, (start) => start.toUpperCase());
