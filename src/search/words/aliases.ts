import type { Synonyms } from '../types.ts';

/** Names so common that every collection may use any of them. A collection's own terms come on top. */
export const COMMON_ALIASES: readonly Synonyms[] = [
  ['United States', 'United States of America', 'U.S.', 'USA', 'America'],
  ['United Kingdom', 'UK', 'Britain', 'Great Britain'],
  ['European Union', 'EU'],
  ['United Nations', 'UN'],
  ['Soviet Union', 'USSR'],
  ['European Economic Community', 'EEC'],
  ['World Trade Organization', 'WTO'],
  ['North Atlantic Treaty Organization', 'NATO'],
  ['International Monetary Fund', 'IMF'],
  ['gross domestic product', 'GDP'],
  ['prime minister', 'premier'],
  ['World War I', 'First World War', 'World War One', 'Great War'],
  ['World War II', 'Second World War', 'World War Two'],
  ['New York City', 'NYC'],
  ['member of parliament', 'MP'],
  ['carbon dioxide', 'CO2'],
  ['television', 'TV'],
];
