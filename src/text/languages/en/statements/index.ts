import type { Statement, StatementGrammar } from '../../../statement.ts';
import { acronymsIn } from './acronyms.ts';
import { define, definitionsIn, itemDefinition } from './definitions.ts';
import { eventsIn } from './events.ts';
import { listsIn } from './lists.ts';
import { peopleIn } from './people.ts';
import { goesOn, isPlain, standsAlone } from './plain.ts';
import { quantitiesIn } from './quantities.ts';

const READERS: readonly ((sentence: string) => readonly Statement[])[] = [
  definitionsIn,
  eventsIn,
  quantitiesIn,
  peopleIn,
  acronymsIn,
  listsIn,
];

/** See `Language.statements`. */
export const statements: StatementGrammar = {
  statementsIn: (sentence) =>
    isPlain(sentence) ? READERS.flatMap((read) => read(sentence)) : itemDefinition(sentence),
  standsAlone,
  goesOn,
  define,
};
