/** What texts call their parts, in English, German, Spanish, Portuguese, French, Italian and Russian. */

/** What stands before the number of a caption. */
const NUMBERED = [
  'fig(?:ure|\\.)|table|plate|chart|map|photo|image|exhibit|box',
  'abb(?:ildung|\\.)|tab(?:elle|\\.)',
  'figura|foto|tabla|tabela|tabella|cuadro|quadro|gráfic[oa]|imagen|imagem|ilustración|tableau|encadré|schéma|graphique',
  'рис(?:унок|\\.)|табл(?:ица|\\.)',
].join('|');

/** How a caption begins. */
export const CAPTION = new RegExp(
  [
    '^(?:(?:photo(?:graph)?|image|picture|illustration|caption|file photo|pictured|map|graphic|source photo)(?: (?:by|credit|caption))?\\s*[:–—]\\s+\\S',
    `(?:${NUMBERED})\\s+(?:\\d{1,3}(?:[.-]\\d{1,3})*|[A-Z]|[IVX]+)\\s*[.:–—]\\s+\\S`,
    '\\((?:photo|image|picture)\\b[^)]*\\)$',
    '\\[(?:photo|image|picture)\\b[^\\]]*\\]$)',
  ].join('|'),
  'iu',
);
