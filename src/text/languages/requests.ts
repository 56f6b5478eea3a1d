import { lazily } from '../../lazily.ts';
import { fold } from '../fold.ts';
import type { Clause, QuestionGrammar, Request } from '../language.ts';

/**
 * How people speak of the works that are searched, as sources of regular expressions over words in small letters with one
 * space between them; an apostrophe counts as one. "@" stands for one of `works`.
 */
export interface RequestWordings {
  /** What a work, or all of them, is called, with articles and the like; the name of one that is there is "§", an author's "¤". */
  readonly works: string;
  /** Whole messages: What is this about? */
  readonly overview: readonly string[];
  /** Do the sources agree? */
  readonly disagreements: readonly string[];
  /** Which works are there, and who wrote them? "(?!.*§)" where a title may be what is asked about: "What is social change?" */
  readonly sources: readonly string[];
  /** What can you do? A greeting, or thanks. */
  readonly help: readonly string[];
  /** Words that begin what only goes on from an earlier question: "and", "what about". */
  readonly goesOn: string;
  /** Words that ask: what has one behind such a beginning is a question of its own. */
  readonly asker: string;
  /** Words before the one whose account is wanted: "according to". */
  readonly accordingTo: string;
  /** The same in other forms, with "@" for whoever that is: "what does @ say about". */
  readonly accounts: readonly string[];
}

/** What goes on from an earlier question is short. */
const MAX_WORDS = 6;

/** What a language's wordings tell of a message. */
export function requestGrammar(
  wordings: RequestWordings,
): Pick<QuestionGrammar, 'requestOf' | 'callsWork' | 'accountIn'> {
  const requests = lazily(() => requestsFrom(wordings));
  const works = lazily(() => whole([wordings.works]));
  const accounts = lazily(() => accountsFrom(wordings));
  return {
    requestOf: (text) => requests().find(([, expression]) => expression.test(text))?.[0],
    callsWork: (text) => works().test(text),
    accountIn(words) {
      const text = words.join(' ');
      for (const expression of accounts()) {
        const { phrase, name } = expression.exec(text)?.indices?.groups ?? {};
        if (phrase && name) return { phrase: placesIn(text, phrase), name: placesIn(text, name) };
      }
      return undefined;
    },
  };
}

function requestsFrom(wordings: RequestWordings): readonly (readonly [Request, RegExp])[] {
  const { works, overview, disagreements, sources, help, goesOn, asker } = wordings;
  const ofWorks = (forms: readonly string[]) => whole(forms.map((form) => form.replaceAll('@', `(?:${works})`)));
  const onward = `(?:${goesOn})(?!.* (?:${asker})(?: |$))(?: [^ ]+){1,${MAX_WORDS - 1}}`;
  return [
    ['overview', ofWorks(overview)],
    ['disagreements', ofWorks(disagreements)],
    ['sources', ofWorks(sources)],
    ['help', ofWorks(help)],
    ['follow-up', whole([onward])],
  ];
}

function accountsFrom({ accordingTo, accounts, asker }: RequestWordings): readonly RegExp[] {
  const upTo = `(?= (?:${asker})(?: |$)|$)`;
  const forms = [`(?:${accordingTo}) @${upTo}`, ...accounts].map((form) => form.replace('@', '(?<name>[^ ].*?)'));
  return forms.map((form) => new RegExp(`(?:^| )(?<phrase>${asWords(form)})(?= |$)`, 'du'));
}

const whole = (forms: readonly string[]): RegExp => new RegExp(`^(?:${forms.map(asWords).join('|')})$`, 'u');

const asWords = (source: string): string => fold(source).replaceAll("'", ' ').replaceAll('§', '[§¤]');

/** Which words of a text, joined by single spaces, stand from one of its characters up to another. */
function placesIn(text: string, [from, to]: readonly [number, number]): Clause['name'] {
  const wordsIn = (part: string) => part.split(' ').filter(Boolean).length;
  return [wordsIn(text.slice(0, from)), wordsIn(text.slice(0, to))];
}
