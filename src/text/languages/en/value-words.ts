const split = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const DATE_WORDS = split(
  `january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday week day month year decade century spring summer autumn winter`,
);
export const QUANTITY_WORDS = split(
  'percent half most all none dozen once twice million billion trillion double triple',
);
export const COUNT_WORDS = split(
  'one two three four five six seven eight nine ten eleven twelve first second third fourth fifth',
);
