import type { Language } from '../../text/language.ts';
import { isNumberTerm } from '../../text/number.ts';
import type { Token } from '../../text/token.ts';
import { type Lexicon, termsOf } from './lexicon.ts';

/** So many different words are looked up; 8,000 characters of prose have fewer. */
const MAX_WORDS = 512;
/**
 * So many words that the material lacks are split or respelt, the first ones: guessing is the dear part, and who
 * mistypes more than that in one question is no person.
 */
const MAX_GUESSES = 32;
/** A word to look up: where it stands in the question. */
export interface QuestionWord {
  readonly token: Token;
  readonly position: number;
  /** The material's terms for it, the commonest first. */
  readonly ids: readonly number[];
  /** Whether the material lacks it, so that what was meant may be guessed. */
  readonly guess: boolean;
  /** Set where the word is half of what was typed as one. */
  readonly typed?: string;
}

/** The question's different informative words in order, those typed as one taken apart. `language`: the question's. */
export function questionWordsOf(tokens: readonly Token[], language: Language, lexicon: Lexicon): QuestionWord[] {
  return splitJoined(distinct(tokens, language, lexicon), lexicon);
}

function distinct(tokens: readonly Token[], { commonWords }: Language, lexicon: Lexicon): QuestionWord[] {
  const seen = new Set<string>();
  const words: QuestionWord[] = [];
  const { fillers } = lexicon.corpus.analyser.language;
  let guesses = 0;
  tokens.forEach((token, position) => {
    if (token.stop || seen.has(token.term) || seen.size === MAX_WORDS) return;
    seen.add(token.term);
    const ids = termsOf(token, lexicon);
    const lacked = !isNumberTerm(token.term) && ids.length === 0;
    // Nothing is asked about by them, and nothing else was meant: "quanto" is no slip of "quando".
    if (lacked && (fillers.has(token.word) || commonWords.has(token.word))) return;
    if (lacked) guesses++;
    words.push({ token, position, ids, guess: lacked && guesses <= MAX_GUESSES });
  });
  return words;
}

/** "visafree" becomes "visa free" where the material has those two side by side and not the one word. */
function splitJoined(words: readonly QuestionWord[], lexicon: Lexicon): QuestionWord[] {
  return words.flatMap((word) => {
    const { token, guess } = word;
    if (token.word.length < 6 || !guess) return [word];
    return splitWord(token, lexicon).map((half) => ({
      ...word,
      token: half,
      ids: termsOf(half, lexicon),
      typed: token.word,
    }));
  });
}

function splitWord(token: Token, lexicon: Lexicon): Token[] {
  const { vocabulary } = lexicon.corpus;
  for (let at = 3; at <= token.word.length - 3; at++) {
    const halves = [token.word.slice(0, at), token.word.slice(at)];
    const ids = halves.map((half) => vocabulary.wordId(half));
    const [left, right] = ids.map((id) => (id === undefined ? undefined : vocabulary.wordTerm.at(id)));
    if (left === undefined || right === undefined || !lexicon.adjacent(left, right)) continue;
    return [left, right].map((term, half) => ({
      ...token,
      word: halves[half] as string,
      term: vocabulary.terms[term] as string,
    }));
  }
  return [token];
}
