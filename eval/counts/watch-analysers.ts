import { analyserOf } from '../../src/text/analyser.ts';
import { KNOWN_LANGUAGES, neutral } from '../../src/text/languages/index.ts';

/** How often each text was analysed. */
export type AnalyserCalls = ReadonlyMap<string, number>;

/**
 * Counts, from here to the end of the process, every text that the analyser of any language reads. The returned
 * function gives the counts since it was last called and starts new ones.
 *
 * Call it before anything is built. An analyser is one object a language, so replacing its `analyse` reaches all who
 * read texts, and the product itself holds no counter.
 */
export function watchAnalysers(): () => AnalyserCalls {
  let calls = new Map<string, number>();
  const languages = [...KNOWN_LANGUAGES, neutral];
  // Lists of words and phrases are read when they are first needed. They are no texts.
  for (const language of languages) void [language.lightTerms, language.questions.framing([])];
  for (const analyser of languages.map(analyserOf)) {
    const { analyse } = analyser;
    const counted: typeof analyse = (text) => {
      calls.set(text, (calls.get(text) ?? 0) + 1);
      return analyse(text);
    };
    Object.assign(analyser, { analyse: counted });
  }
  return () => {
    const taken = calls;
    calls = new Map();
    return taken;
  };
}

/** All calls, whatever the text. */
export function totalOf(calls: AnalyserCalls): number {
  return [...calls.values()].reduce((sum, count) => sum + count, 0);
}
