const split = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const DATE_WORDS = split(
  `january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday week day month year decade century spring summer autumn winter`,
);
/** Beside the above, in any form. */
export const TIME_WORDS = split(
  `hour minute fortnight millennium era age period reign season morning noon afternoon night midnight oclock pm bc bce today
  yesterday tomorrow daily weekly monthly yearly annually`,
);
export const BEFORE_YEARS = split('in by since until till from around about');
export const QUANTITY_WORDS = split(
  'percent half most all none dozen once twice million billion trillion double triple',
);
export const COUNT_WORDS = split(
  'one two three four five six seven eight nine ten eleven twelve first second third fourth fifth',
);
