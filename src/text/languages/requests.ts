import { lazily } from '../../lazily.ts';
import { fold } from '../fold.ts';
import type { Request } from '../language.ts';

/**
 * How people ask for what no passage says, as sources of regular expressions for a whole message: in small letters, with
 * neither marks nor more than one space between words. "@" stands for one of `works`.
 */
export interface RequestWordings {
  /** What a work, or all of them, is called, with articles and the like; the name of one that is there is "§". */
  readonly works: string;
  /** What is this about? */
  readonly overview: readonly string[];
  /** Do the sources agree? */
  readonly disagreements: readonly string[];
  /** Which works are there, and who wrote them? */
  readonly sources: readonly string[];
  /** What can you do? A greeting, or thanks. */
  readonly help: readonly string[];
  /** Words that begin what only goes on from an earlier question: "and", "what about". */
  readonly goesOn: string;
  /** Words that ask: what has one behind such a beginning is a question of its own. */
  readonly asker: string;
}

/** What goes on from an earlier question is short. */
const MAX_WORDS = 6;

/** Gives what a message asks for, as `QuestionGrammar.requestOf` does. */
export function requestFinder(wordings: RequestWordings): (text: string) => Request | undefined {
  const expressions = lazily(() => expressionsFrom(wordings));
  return (text) => expressions().find(([, expression]) => expression.test(text))?.[0];
}

function expressionsFrom(wordings: RequestWordings): readonly (readonly [Request, RegExp])[] {
  const { works, overview, disagreements, sources, help, goesOn, asker } = wordings;
  const whole = (forms: readonly string[]) =>
    new RegExp(`^(?:${forms.map((form) => fold(form).replaceAll('@', `(?:${fold(works)})`)).join('|')})$`, 'u');
  const onward = new RegExp(`^(?:${fold(goesOn)})(?!.* (?:${fold(asker)})(?: |$))(?: [^ ]+){1,${MAX_WORDS - 1}}$`, 'u');
  return [
    ['overview', whole(overview)],
    ['disagreements', whole(disagreements)],
    ['sources', whole(sources)],
    ['help', whole(help)],
    ['follow-up', onward],
  ];
}
