import type { Statement, StatementGrammar } from '../../../statement.ts';
import { withoutArticle } from '../../statement-rules.ts';
import { acronymsIn } from './acronyms.ts';
import { agentsIn } from './agents.ts';
import { define, definitionsIn, itemDefinition } from './definitions.ts';
import { eventsIn } from './events.ts';
import { listsIn } from './lists.ts';
import { peopleIn } from './people.ts';
import { goesOn, isPlain, standsAlone } from './plain.ts';
import { quantitiesIn } from './quantities.ts';

const READERS: readonly ((sentence: string) => readonly Statement[])[] = [
  definitionsIn,
  eventsIn,
  agentsIn,
  quantitiesIn,
  peopleIn,
  acronymsIn,
  listsIn,
];

const ARTICLE = /^the\s/;
/** Names that have their article wherever they stand. */
const WITH_ARTICLE = /^(?:Hague|Gambia|Bahamas|Bronx|Beatles|Times|Guardian|Economist|Philippines|Maldives)\b/;

/** See `Language.statements`. */
export const statements: StatementGrammar = {
  statementsIn: (sentence) =>
    isPlain(sentence)
      ? READERS.flatMap((read) => read(sentence)).map((statement) => withoutArticle(statement, ARTICLE, WITH_ARTICLE))
      : itemDefinition(sentence),
  standsAlone,
  goesOn,
  define,
};
