import { languageOf } from '../../text/languages/index.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { wordsOf } from './words.ts';
import { withWorksMarked, worksNamedIn } from './works-named.ts';

/** A question for one work's account. */
export interface Account {
  /** The work's id. */
  readonly source: string;
  /** The question without what names the work; as it is where nothing else is asked. */
  readonly question: string;
}

/** Whose account a question asks for, where that is one work: "according to Kessler, …", "what does the Moscow Times say about …". */
export function accountIn(
  question: string,
  knowledge: Pick<KnowledgeBase, 'material' | 'languages'>,
): Account | undefined {
  const places = wordsOf(question);
  const words = places.map(({ word }) => word);
  for (const code of knowledge.languages) {
    const { questions } = languageOf(code);
    const clause = questions.accountIn(words);
    if (clause === undefined) continue;
    const name = words.slice(...clause.name);
    const named = worksNamedIn(name, knowledge);
    const sources = named.flatMap((work) => [...work.sources]);
    const [source] = sources;
    if (source === undefined || new Set(sources).size > 1 || !questions.callsWork(withWorksMarked(name, named)))
      continue;
    const [from, to] = clause.phrase;
    const before = question.slice(0, places[from]?.start);
    const behind = to < places.length ? question.slice(places[to]?.start) : question.slice(places[to - 1]?.end);
    const rest = `${before}${behind}`;
    return { source, question: wordsOf(rest).length > 0 ? rest : question };
  }
  return undefined;
}
