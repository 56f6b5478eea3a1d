const WORDS =
  `a about above after again against all also am an and any are aren't as at be because been before being below between
  both but by can cannot can't could couldn't did didn't do does doesn't doing don't down during each either else ever
  few for from further get gets give given gives got had hadn't has hasn't have haven't having he her here hers herself him
  himself his how however how's i if i'd i'll i'm in into is isn't it it's its itself i've just let like made make makes many
  may me might more most much must my myself no nor not now of off on once one's only onto or other others ought our ours
  ourselves out over own per please same shall she should shouldn't so some such tell than that that's the their theirs them
  themselves then there there's these they they're this those through thus to too toward towards under until up upon us very
  via was wasn't we were we're weren't what whatever what's when when's where where's whether which while who whoever whom
  who's whose why will with within without won't would wouldn't yet you you're your yours yourself yourselves ok okay hey hi
  hello thanks anyone someone something anything know explain describe`.split(/\s+/);

/** Words that carry a sentence's grammar and not its matter: never searched for, kept for positions. */
export const STOP_WORDS: ReadonlySet<string> = new Set([...WORDS, ...WORDS.map(withoutApostrophe)]);

/** As people type "can't", but for what is another word then. */
function withoutApostrophe(word: string): string {
  return word === "i'd" || word === "i'll" ? word : word.replace("'", '');
}

/** Slang and politeness around a question, folded. */
export const FILLERS: ReadonlySet<string> = new Set(
  `r u ur n pls plz plis thx thanks ty idk imo btw lol hey hi yo acc bc cuz wat wot wut whats wich gimme lemme wanna gonna
  dunno anyone anybody somebody someone everybody tell know say says said explain describe help question answer actually
  basically really just maybe`.split(/\s+/),
);
