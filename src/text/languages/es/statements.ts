import type { Statement } from '../../statement.ts';
import {
  alternatives,
  amount,
  type Groups,
  isCounted,
  lowered,
  nameWith,
  pastOf,
  REST,
  type Rule,
  type StatementRules,
  YEAR,
} from '../statement-rules.ts';

const NAME = nameWith('de|del|de la|de los|de las|y');
/** "Kenia", "La Ley del Té", "los colonos de Boston". */
const SUBJECT = String.raw`(?<subject>(?:[EeLl](?:l|a|os|as)\s)?(?:${NAME}|\p{Ll}+(?:\s\p{Ll}+){0,2}\s(?:de|del|de la|de los|de las)\s${NAME}))`;
const MONTH = alternatives('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre');
const DATE = String.raw`(?:(?:en|el)\s(?:\d{1,2}\sde\s)?(?:(?:${MONTH})\sde\s)?|en el año\s(?:de\s)?)${YEAR}`;
const PAST = String.raw`(?<verb>(?:se\s)?(?:\p{Ll}+(?:ó|aron|ieron|eron)|fue|fueron|hizo|hicieron|puso|dio|tuvo|vino|dijo|trajo|produjo|obtuvo|propuso)(?:\s\p{Ll}+(?:[ai]d|[cr]t|st|ch)[oa]s?)?)`;
/** What the sentence goes on to say: "… y atraviesa el valle". Not a second figure. */
const MORE = String.raw`(?:,?\s[ye]\s(?!\d|en\s|no\s)[^;:]+|,\s(?!\d|pero\s|no\s|y\s|o\s)[^;:]+)?`;
const ABOUT = String.raw`(?<about>unos|unas|cerca de|alrededor de|casi|aproximadamente)?\s?`;
const NUMBER = String.raw`(?<number>\d[\d.,\s]*?(?:\s(?:mil millones|millones|mil|millón))?)`;
const PERCENT = String.raw`(?<number>\d+(?:,\d+)?)\s?(?:%|por ciento)`;
const VERB = String.raw`(?:es|son|era|eran|fue|fueron|tiene|tienen|vive|viven|procede|proceden|habla|hablan|trabaja|trabajan|usa|usan|utiliza|utilizan|consume|consumen|pertenece|pertenecen|está|están|corresponde|corresponden|participa|participan|\p{Ll}{2,}(?:ó|aron|ieron|aba|aban|ía|ían))`;

/**
 * What defines a term: "un …", or "el …" with a noun that definitions begin with. "Un buen comienzo es el archivo …" tells
 * which one is meant, and defines nothing.
 */
const GENUS =
  alternatives(`proceso acción acto conjunto fase etapa estado ciencia estudio capacidad distancia tiempo período periodo cantidad
  método técnica teoría relación suma proporción corte nombre rama disciplina creencia transformación paso movimiento lugar
  unidad medida propiedad grado facultad derecho momento punto zona capa porcentaje número práctica pérdida conversión`);
const DEFINED_BY = String.raw`(?:(?:un|una|cualquier|cada|todo|toda)|(?:el|la)\s(?:${GENUS})|(?:el|la)\s\p{Ll}{3,}(?=\sde\s(?!l[oa]s?\s|est|es[aeo]|cada\s|un)\p{Ll}))`;
const SETS_APART = String.raw`(?=.*\s(?:que|cuy[oa]s?|donde|cuando|para|mediante|formad[oa]s?|compuest[oa]s?|destinad[oa]s?|basad[oa]s?|utilizad[oa]s?|usad[oa]s?)\s)`;
const NO_GENUS = String.raw`(?!\p{L}+\s(?:más|menos|mejor|peor|mayor|menor|principal|principales|única?|primer|primera|última?|gran|ejemplo|parte|razón|causa|resultado|problema|cuestión|cosa|hombre|mujer|ciudad|pueblo|país)(?!\p{L}))`;

/** By whom a thing was made and where are no part of what was done: two works that date it otherwise are seen to disagree. */
const MADE =
  /^(?<be>fue|fueron)\s(?<done>(?:fundad|construid|cread|inaugurad|establecid|publicad|escrit|diseñad|descubiert|inventad|abiert|edificad|destruid|erigid|levantad|pintad|restaurad|clausurad|cerrad|terminad|bautizad)[oa]s?)$/;
const BY = new RegExp(
  String.raw`\spor\s(?:(?:el|la)\s(?:\p{Ll}+\s(?:de\s\p{Lu}?\p{L}+,\s)?){1,3})?(?<agent>(?:(?:el|la|los|las)\s)?${NAME})(?=$|,|\s(?:en|el|a|para|con|y)\s)`,
  'u',
);
const ADJUNCTS = /^(?:\s(?:por|en|a manos de|bajo|con)\s.+)?$/;

function made({ subject = '', verb = '', rest = '', year = '', behind = '' }: Groups): Statement[] | undefined {
  const { be = '', done = '' } = MADE.exec(verb)?.groups ?? {};
  if (done === '' || !ADJUNCTS.test(rest)) return undefined;
  const named = withSmallArticle(subject);
  const asked = `${verb} ${named}`;
  const dated: Statement[] =
    year === ''
      ? []
      : [
          {
            kind: 'event',
            subject: named,
            attribute: verb,
            value: year,
            questions: [`¿En qué año ${asked}?`, `¿Cuándo ${asked}?`],
          },
        ];
  const agent = BY.exec(`${rest}${behind}`)?.groups?.agent;
  return agent === undefined ? dated : [...dated, byWhom(named, be, done, agent)];
}

const byWhom = (subject: string, be: string, done: string, value: string): Statement => ({
  kind: 'person',
  subject,
  attribute: `${done} por`,
  value,
  questions: [`¿Quién ${pastOf(done, PARTICIPLES)} ${subject}?`, `¿Por quién ${be} ${done} ${subject}?`],
});

/** "fundó" of "fundada". */
const PARTICIPLES = [
  ['uid', 'uyó'],
  ['scrit', 'scribió'],
  ['biert', 'brió'],
  ['ad', 'ó'],
  ['id', 'ió'],
] as const;

const event = ({
  subject = '',
  verb = '',
  rest = '',
  year = '',
  ...more
}: Groups): Statement | readonly Statement[] | undefined => {
  const named = withSmallArticle(subject);
  if (/\d{4}/.test(rest)) return undefined;
  const once = made({ subject, verb, rest, year, ...more });
  if (once) return once;
  return {
    kind: 'event',
    subject: named,
    attribute: `${verb}${rest}`,
    value: year,
    questions: [`¿En qué año ${verb} ${named}${rest}?`, `¿Cuándo ${verb} ${named}${rest}?`],
  };
};

const withSmallArticle = (subject: string): string =>
  /^(?:El|La|Los|Las)\s/.test(subject) ? lowered(subject) : subject;

const of = (subject: string): string => (subject.startsWith('el ') ? `del ${subject.slice(3)}` : `de ${subject}`);

const count: Rule['read'] = (groups) => {
  const { subject = '', population, things = '' } = groups;
  const named = withSmallArticle(subject);
  const isPopulation = population !== undefined || /^(?:de\s)?habitantes$/.test(things);
  return {
    kind: 'quantity',
    subject: named,
    attribute: isPopulation ? 'población' : `número de ${things.replace(/^de\s/, '')}`,
    value: amount(groups),
    unit: things,
    questions: isPopulation
      ? [`¿Cuál es la población ${of(named)}?`]
      : [`¿Qué número de ${things.replace(/^de\s/, '')} tiene ${named}?`],
  };
};

const output: Rule['read'] = (groups) => {
  const { subject = '', verb = '', things = '', period = '' } = groups;
  const named = withSmallArticle(subject);
  const [thing = '', material] = things.split(' de ');
  const many = /as$/.test(thing) || thing === 'personas' ? 'Cuántas' : 'Cuántos';
  const asked = material === undefined ? things : `${thing} de ${material}`;
  return {
    kind: 'quantity',
    subject: named,
    attribute: `número de ${things} (${verb}${period})`,
    value: amount(groups),
    unit: things,
    questions: [`¿${many} ${asked} ${verb} ${named}${period}?`],
  };
};

const price: Rule['read'] = (groups) => {
  const { subject, article = '', thing = '', cost = '', unit = '' } = groups;
  // "El libro cuesta 12 euros": which one, the sentences before say.
  if (subject === undefined && !article.startsWith('U')) return undefined;
  const named = subject === undefined ? `${lowered(article)} ${thing}` : withSmallArticle(subject);
  return {
    kind: 'quantity',
    subject: subject === undefined ? thing : named,
    attribute: 'precio',
    value: amount(groups),
    unit,
    questions: [`¿Cuánto ${cost} ${named}?`, `¿Cuál ${cost === 'costó' ? 'fue' : 'es'} el precio ${of(named)}?`],
  };
};

const NUMBERS = 'dos tres cuatro cinco seis siete ocho';

const list: Rule['read'] = ({ subject = '', verb = '', number = '', what = '', items = '' }) => {
  if (!isCounted(items, number, NUMBERS, '[ye]')) return undefined;
  const named = withSmallArticle(subject);
  return { kind: 'list', subject: named, attribute: what, value: items, questions: [`¿Qué ${what} ${verb} ${named}?`] };
};

const MEASURES: Readonly<Record<string, string>> = { alto: 'altura', largo: 'longitud', ancho: 'anchura' };

const measure: Rule['read'] = (groups) => {
  const { subject = '', unit = '', measured = '' } = groups;
  const attribute = MEASURES[measured] ?? measured;
  const named = withSmallArticle(subject);
  return {
    kind: 'quantity',
    subject: named,
    attribute,
    value: amount(groups),
    unit,
    questions: [`¿Cuál es la ${attribute} ${of(named)}?`],
  };
};

const share: Rule['read'] = ({ year, number = '', prep = '', who = '', what = '' }) => ({
  kind: 'quantity',
  subject: who,
  attribute: `porcentaje: ${what}`,
  value: number,
  unit: '%',
  ...(year === undefined ? {} : { asOf: year }),
  questions: [`¿Qué porcentaje ${prep} ${who} ${what}?`],
});

const ownShare: Rule['read'] = ({ subject = '', verb = '', number = '', prep = '', who = '' }) => ({
  kind: 'quantity',
  subject: withSmallArticle(subject),
  attribute: `porcentaje ${prep} ${who} que ${verb}`,
  value: number,
  unit: '%',
  questions: [`¿Qué porcentaje ${prep} ${who} ${verb} ${withSmallArticle(subject)}?`],
});

const PREPOSITION = '(?<prep>del|de la|de los|de las|de)';

const POST =
  '(?:ministr[oa]|director[a]?|jefe|jefa|fundador[a]?|alcalde|alcaldesa|president[ea]|gobernador[a]?|rector[a]?|profesora?|maestr[oa]|ingenier[oa]|arquitect[oa]|enólog[oa]|apicultora?|médic[oa]|abogad[oa]|escritora?|pintora?|escultora?|poeta|historiadora?|periodista|economista|químic[oa]|físic[oa]|bióloga?|geóloga?|molinero|obispo|arzobispo|abad|abadesa|comerciante|empresari[oa]|investigadora?|científic[oa]|secretari[oa]|portavoz|conservadora?)';

export const spanishRules = (): StatementRules => ({
  hedges: `quizá quizás podría podrían puede pueden parece parecen probablemente posiblemente suele suelen generalmente
    normalmente a_veces a_menudo no nunca jamás tampoco casi_siempre yo tú usted nosotros`,
  opens: `pero y o así entonces sin_embargo además aunque si mientras también este esta estos estas ese esa eso esto él
    ella ellos ellas aquí allí ahora hoy luego después su sus tras según desde cuando como`,
  pointsBack:
    'este esta estos estas ese esa esos esas esto eso él ella ellos ellas aquel aquella dicho dicha mismo misma similar similares allí aquí',
  noTerm: `importantes? buen buena bueno gran grande interesante útil común posible típico típica habitual próximo próxima cierto cierta explicación solución opción ventaja desventaja resultado objetivo problema razón causa motivo idea ejemplo caso parte mayor mejor principal primer primera
    primero último última único única autor autora ciudad pueblo país región edificio museo libro obra novela película hombre
    mujer rey reina presidente presidenta empresa compañía grupo equipo programa proyecto que quien cual otro otra lo más menos tema cuestión
    pregunta respuesta cosa forma_de manera_de clave verdad diferencia consecuencia siguiente anterior actual nuevo nueva
    segundo segunda tercer tercera del de_la de_los de_las en por para con`,
  small: 'de del la el los las y e en para por a',
  inflects: false,
  definitions: [
    new RegExp(
      String.raw`^(?<term>\p{Lu}\p{Ll}{2,}(?:\s(?:de\s)?\p{Ll}{3,})?):\s${SETS_APART}${NO_GENUS}(?<value>(?:(?:un|una|el|la|los|las)\s)?\p{Ll}{3,}\s[^:]+)\.$`,
      'u',
    ),
    new RegExp(
      String.raw`^(?:El|La|Un|Una)\s(?<term>\p{Ll}[^,.;:()]{2,50}?)\ses\s${SETS_APART}${NO_GENUS}(?<value>(?:${DEFINED_BY})\s.+)\.$`,
      'u',
    ),
    /^(?:(?:El|La|Los|Las|Un|Una)\s)(?:(?:término|palabra|concepto|expresión)\s)?(?<term>["“«]?\p{L}[^,.;:()]{2,50}?)\s(?:significan?|designan?|se definen? como|consiste en|es el nombre que recibe)\s(?<value>(?!que\s|\p{Ll}+mente\s).+)\.$/u,
    /^Se (?:denomina|llama|conoce como)\s(?<term>["“«]?\p{Ll}[\p{Ll}-]+(?:\s[\p{Ll}-]+){0,3}?["”»]?)\sa\s(?<value>(?:la|los|las|un|una|todo|toda|cualquier)\s.+)\.$/u,
    /^(?:Se entiende por|Por)\s(?<term>["“«]?\p{Ll}[\p{Ll}-]+(?:\s[\p{Ll}-]+){0,2}?["”»]?)\s(?:se entiende\s)?(?<value>(?:la|el|los|las|un|una|todo|toda|cualquier)\s.+)\.$/u,
  ],
  rules: [
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s${PAST}${REST}\s${DATE}(?<behind>(?:\s(?:por|en)\s[^,.;:\d]{2,90})?(?:,\s${NAME}(?:\sy\s${NAME})?)?)${MORE}\.$`,
        'u',
      ),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^(?:En (?:el año\s)?(?:(?:${MONTH})\sde\s)?|El \d{1,2} de (?:${MONTH}) de\s)${YEAR},?\s${SUBJECT}\s${PAST}${REST}\.$`,
        'u',
      ),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?:mide|tiene)\s${ABOUT}${NUMBER}\s(?<unit>metros|kilómetros|centímetros|pies|kilómetros cuadrados)\sde\s(?<measured>altura|alto|largo|longitud|ancho|anchura|profundidad)${MORE}\.$`,
        'u',
      ),
      read: measure,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?:tiene|tenía|cuenta con)\s(?<population>una población de\s)?${ABOUT}${NUMBER}\s(?<things>(?!años)\p{Ll}[\p{Ll}\s-]{3,40}?)${MORE}\.$`,
        'u',
      ),
      read: count,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>produce|fabrica|emplea|recibe|exporta|importa|controla|alberga|conserva|agrupa|reúne|vende|cultiva)\s${ABOUT}${NUMBER}\s(?<things>(?!años)\p{Ll}+(?:\sde\s\p{Ll}+|\s\p{Ll}+(?<!\sal))?)(?<period>\s(?:al año|al día|por año|por día|cada año|cada día|anuales))?${MORE}\.$`,
        'u',
      ),
      read: output,
    },
    {
      form: new RegExp(
        String.raw`^(?:${SUBJECT}|(?<article>Una?|El|La)\s(?<thing>\p{Ll}+(?:\s(?:de\s)?\p{Ll}+){0,3}))\s(?<cost>cuesta|costó|costaba)\s${ABOUT}${NUMBER}\s(?:de\s)?(?<unit>euros|pesetas|dólares|pesos|francos|libras|reales|maravedíes|soles|céntimos)${MORE}\.$`,
        'u',
      ),
      read: price,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>produce|consume|exporta|importa|posee|ocupa)\sel\s${PERCENT}\s${PREPOSITION}\s(?<who>[^,.;:\d]{3,60})\.$`,
        'u',
      ),
      read: ownShare,
    },
    {
      form: new RegExp(
        String.raw`^(?:En ${YEAR}, e|E)l\s${PERCENT}\s${PREPOSITION}\s(?<who>[^,.;:\d]{3,60}?)\s(?<what>${VERB}(?!\p{L})[^,.;:\d]{2,90})\.$`,
        'u',
      ),
      read: share,
    },
  ],
  wordRules: [
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>tiene|comprende|incluye|contiene)\s(?<number>${alternatives(NUMBERS)})\s(?<what>\p{Ll}+s(?:\s\p{Ll}+s)?):\s(?<items>[^:]+)\.$`,
        'u',
      ),
      read: list,
    },
    {
      form: new RegExp(String.raw`^${SUBJECT}\s(?<verb>(?:fue|fueron)\s\p{Ll}+)(?<rest>\spor\s[^.;:\d]{2,90})\.$`, 'u'),
      read: made,
    },
  ],
  people: [
    new RegExp(
      String.raw`(?<=^|\s)(?<name>\p{Lu}\p{Ll}+(?:\s(?:de\s)?\p{Lu}\p{Ll}+){1,3}),\s(?:(?:el|la|un|una)\s)?(?<post>(?:entonces\s|primer[ao]?\s)?${POST}(?:\s(?:de|del)\s(?:la\s|los\s|las\s)?[\p{L}]+(?:\s(?:de\s)?[\p{L}]+){0,3}?)?)(?=,|\.$)`,
      'gu',
    ),
  ],
  holds: (name, post) => ({
    kind: 'person',
    subject: name,
    attribute: 'cargo o profesión',
    value: post,
    questions: [`¿Quién es ${name}?`, `¿Cuál es el cargo o la profesión de ${name}?`],
  }),
  articles: /^(?:el|la|los|las)\s/,
  kept: /^(?:Salvador|Paz|Haya|Habana|Rioja|Cairo|Escorial|Coruña|Ángeles|Angeles|Vegas|Plata|Pampa|Mancha|Palmas|Laguna)(?!\p{L})/u,
  define: (term, definition) => ({
    kind: 'definition',
    subject: term,
    attribute: 'definición',
    value: definition,
    questions: [`¿Qué significa «${term}»?`, `¿Qué es «${term}»?`],
  }),
  standsFor: (initials, words) => ({
    kind: 'acronym',
    subject: initials,
    attribute: 'nombre completo',
    value: words,
    questions: [`¿Qué significan las siglas ${initials}?`],
  }),
  lived: (name, born, died) => [
    { kind: 'event', subject: name, attribute: 'nació', value: born, questions: [`¿En qué año nació ${name}?`] },
    { kind: 'event', subject: name, attribute: 'murió', value: died, questions: [`¿En qué año murió ${name}?`] },
  ],
});
