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

/** The heading of what a chapter says that its reader will learn. */
export const GOALS_TITLE = titled(
  '(?:(?:learning|lesson|chapter) )?(?:objectives|goals|outcomes)',
  'lernziele',
  'objetivos de apren(?:dizaje|dizagem)|resultados de aprendizaje',
  "objectifs (?:d[’']apprentissage|pédagogiques)|obiettivi (?:di apprendimento|formativi)",
  'цели обучения',
);

/** The heading of a list of terms. */
export const GLOSSARY_TITLE = titled(
  'glossary|key (?:terms|words|concepts)|(?:terms|vocabulary|definitions)|terms and definitions',
  'glossar|(?:wichtige |zentrale )?(?:fach|schlüssel)?begriffe|definitionen',
  'glosario|glossário|(?:términos|conceptos|termos|conceitos|palavras|palabras)[ -](?:clave|chave)|definiciones|definições',
  'glossaire|lexique|mots[- ]cl[eé]s|définitions|vocabulaire',
  'glossario|parole chiave|definizioni',
  'глоссарий|(?:словарь|основные|ключевые) термин(?:ов|ы)|(?:основные|ключевые) понятия',
);

/** The heading of what a reader is to solve. */
export const EXERCISES_TITLE = titled(
  'exercises|problems|(?:review|practice|discussion|study|self-test) questions|questions for (?:review|discussion)|check your understanding',
  'übungen|übungsaufgaben|aufgaben|(?:kontroll|wiederholungs|verständnis)fragen',
  'ejercicios|actividades|preguntas de (?:repaso|comprensión)|cuestionario|exercícios|atividades|perguntas de revisão',
  'exercices|questions de (?:révision|compréhension)|esercizi|domande di (?:ripasso|verifica)',
  'упражнения|задания|(?:контрольные )?вопросы(?: и задания)?|вопросы для (?:самопроверки|повторения)',
);

/** The heading of what a work refers to. */
export const REFERENCES_TITLE = titled(
  'references|bibliography|works cited|literature(?: cited)?|sources|citations|further reading|end ?notes|notes and references',
  '(?:weiterführende )?literatur(?:verzeichnis|hinweise|angaben)?|quellen(?:verzeichnis|angaben)|bibliogra(?:f|ph)ie',
  'refer[eê]ncias(?: bibliográficas)?|bibliograf[ií]a|obras citadas|lecturas recomendadas',
  'références(?: bibliographiques)?|ouvrages cités|pour aller plus loin|riferimenti(?: bibliografici)?',
  'список (?:использованной )?литературы|литература|библиография',
);

/** The heading of a list of contents. */
export const CONTENTS_TITLE =
  /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|(?:tabla de )?contenidos?|[ií]ndice(?: general)?|sum[áa]rio|sommaire|table des matières|sommario|оглавление|содержание)$/iu;

function titled(...titles: readonly string[]): RegExp {
  return new RegExp(`^(?:\\d+(?:\\.\\d+)*\\.? )?(?:${titles.join('|')})$`, 'iu');
}
