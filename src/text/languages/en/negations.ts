/** Terms that deny what a sentence would say without them; contracted forms as they are indexed ("didnt"). */
export const NEGATIONS: ReadonlySet<string> = new Set(
  `not never no except neither nor cannot cant couldnt didnt doesnt dont hadnt hasnt havent isnt arent shouldnt
  wasnt werent wont wouldnt fail failur lack`.split(/\s+/),
);
