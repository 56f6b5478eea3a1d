/** How texts say who wrote them and when, in English, German, Spanish, Portuguese, French, Italian and Russian. */

/** The line that names the author, and the names in it. */
export const BYLINE = labelled(
  '(?:(?:written|prepared|compiled) )?by:?|(?:words|story|text|notes) by|authors?:|text:',
  '(?:verfasst|geschrieben|erstellt) von|(?:autor(?:in|en)?|verfasser(?:in)?):',
  '(?:escrito|preparado|elaborado) por|autor(?:a|es)?:',
  '(?:écrit|rédigé|préparé) par|aut(?:eure?|rice)s? ?:',
  '(?:scritto|preparato) da|a cura di|aut(?:ore|rice|ori):',
  'авторы?:|составител[ьи]:|(?:написал|подготовил|составил)а?:?',
);

/** The same with a word that may begin names and titles in another language: "Von Ana Oru". */
export const SHORT_BYLINE = /^(von|por|par|di)\s+(\p{Lu}.{2,120})$/iu;

/** The line that says whose course it is, which tells more than a citation does. */
export const TEACHER = labelled(
  '(?:(?:teacher|lecturer|instructor|professor|tutor)s?|dozent(?:in)?|lehrer(?:in)?|profesora?|professora|docente|enseignante?|professeure?|insegnante|преподаватель|лектор) ?:',
);

/** How a line begins that says whose work the teacher was given. */
export const STUDENT =
  /^(?:(?:students?|name|submitted by|schüler(?:in)?|student(?:in)?|eingereicht von|estudiante|alumn[oa]|alun[oa]|étudiante?|élève|studente(?:ssa)?|студент(?:ка)?) ?:|(?:submitted|presentado|apresentado|présenté) (?:by|por|par)\s)/iu;

const DATE_LABELS = `(?:${[
  '(?:first |last )?(?:published|posted|updated|revised|issued|dated|date)(?: on| at)?',
  'stand|datum|letzte (?:aktualisierung|änderung)|(?:zuletzt )?(?:veröffentlicht|aktualisiert|überarbeitet|geändert)(?: am)?',
  'fecha|(?:publicado|actualizado|revisado)(?: el)?|última (?:actualización|revisión)',
  'data|(?:publicado|atualizado|revisto)(?: em)?|última (?:atualização|revisão)',
  '(?:publié|mis à jour|révisé)e?(?: le)?|dernière (?:mise à jour|révision)',
  '(?:pubblicato|aggiornato|rivisto)(?: il| al)?|ultim[oa] (?:aggiornamento|revisione)',
  'дата|опубликовано|обновлено|последнее обновление|редакция от|по состоянию на',
].join('|')})`;

/** The line that says when a text appeared, and the date in it. */
export const DATE_LINE = new RegExp(`^(?:${DATE_LABELS}(?: ?:)?\\s+)?(.{4,60})$`, 'iu');

/** The same, where the line says what the date is of. */
export const LABELLED_DATE = new RegExp(`^${DATE_LABELS}(?: ?:)?\\s+(.{4,60})$`, 'iu');

function labelled(...labels: readonly string[]): RegExp {
  return new RegExp(`^(?:${labels.join('|')})\\s+(.{3,120})$`, 'iu');
}

/** Where a line that says several things goes on to the next: "Lecturer: Ana Oru Last updated: 9 January 2024". */
export const NEXT_LABEL = /\s+(?=\p{Lu}\p{L}+(?: \p{Ll}+){0,3} ?:\s)/u;

/** A word of the name of a school or an institute. */
export const AFFILIATION =
  /(?<!\p{L})(?:univer|colle[gc]|school|instit|depart|facul|acad|hochsch|schul|escuel|escola|école|istitut|универ|инстит)/iu;

/** Between names, where each side is one of several words: "Ortega y Gasset" is one. */
export const NAMES_APART = /\s+(?:y|e|et|und|и)\s+/;
