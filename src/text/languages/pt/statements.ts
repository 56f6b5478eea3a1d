import type { Statement } from '../../statement.ts';
import {
  alternatives,
  amount,
  type Groups,
  lowered,
  nameWith,
  pastOf,
  REST,
  type Rule,
  type StatementRules,
  YEAR,
} from '../statement-rules.ts';

const NAME = nameWith('de|do|da|dos|das|e');
/** "Quênia", "A Lei do Chá", "os colonos de Boston". */
const SUBJECT = String.raw`(?<subject>(?:[OoAa]s?\s)?(?:${NAME}|\p{Ll}+(?:\s\p{Ll}+){0,2}\s(?:de|do|da|dos|das)\s${NAME}))`;
const MONTH = alternatives('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro');
const DATE = String.raw`(?:(?:em|a|no dia)\s(?:\d{1,2}º?\sde\s)?(?:(?:${MONTH})\sde\s)?|no ano de\s)${YEAR}`;
const PAST = String.raw`(?<verb>(?:\p{Ll}+(?:ou|eu|iu|aram|eram|iram)|foi|foram|fez|fizeram|deu|teve|veio|disse|pôs|trouxe|obteve)(?:-se)?(?:\s\p{Ll}+(?:[ai]d|[crsu]t|st|rt)[oa]s?)?)`;
/** What the sentence goes on to say: "… e atravessa o vale". Not a second figure. */
const MORE = String.raw`(?:,?\se\s(?!\d|em\s|não\s)[^;:]+|,\s(?!\d|mas\s|não\s|e\s|ou\s)[^;:]+)?`;
const ABOUT = String.raw`(?<about>cerca de|quase|aproximadamente|por volta de)?\s?`;
const NUMBER = String.raw`(?<number>\d[\d.,\s]*?(?:\s(?:mil milhões|milhões|milhão|bilhões|bilhão|mil))?)`;
const PERCENT = String.raw`(?<number>\d+(?:,\d+)?)\s?(?:%|por cento)`;
const VERB = String.raw`(?:é|são|era|eram|foi|foram|tem|têm|vive|vivem|vem|vêm|fala|falam|trabalha|trabalham|usa|usam|utiliza|utilizam|consome|consomem|pertence|pertencem|está|estão|participa|participam|\p{Ll}{2,}(?:ou|eu|iu|aram|eram|iram|ava|avam|ia|iam))`;

/**
 * What defines a term: "um …", or "o …" with a noun that definitions begin with. "Um bom começo é o arquivo …" tells
 * which one is meant, and defines nothing.
 */
const GENUS =
  alternatives(`processo ação ato conjunto fase etapa estado ciência estudo capacidade distância tempo período quantidade
  método técnica teoria relação soma proporção corte nome ramo disciplina crença transformação passagem movimento lugar unidade
  medida propriedade grau faculdade direito momento ponto zona camada porcentagem número prática perda conversão`);
const DEFINED_BY = String.raw`(?:(?:um|uma|qualquer|cada|todo|toda)|[oa]\s(?:${GENUS}))`;
const SETS_APART = String.raw`(?=.*\s(?:que|cuj[oa]s?|onde|quando|para|pel[oa] qual|n[oa] qual|formad[oa]s?|compost[oa]s?|destinad[oa]s?|basead[oa]s?|utilizad[oa]s?|usad[oa]s?)\s)`;
const NO_GENUS = String.raw`(?!\p{L}+\s(?:mais|menos|melhor|pior|maior|menor|principal|principais|única?|único|primeir[oa]|últim[oa]|grande|exemplo|parte|razão|causa|resultado|problema|questão|coisa|homem|mulher|cidade|vila|país)(?!\p{L}))`;

const withSmallArticle = (subject: string): string => (/^(?:O|A|Os|As)\s/.test(subject) ? lowered(subject) : subject);

/** By whom a thing was made and where are no part of what was done: two works that date it otherwise are seen to disagree. */
const MADE =
  /^(?<be>foi|foram)\s(?<done>(?:fundad|construíd|criad|inaugurad|estabelecid|publicad|escrit|desenhad|projetad|descobert|inventad|abert|destruíd|erguid|pintad|restaurad|encerrad|fechad|terminad)[oa]s?)$/;
const BY = new RegExp(
  String.raw`\s(?:por|pel[oa]s?)\s(?:\p{Ll}+\s){0,2}(?<agent>${NAME})(?=$|,|\s(?:em|n[oa]|para|com|e)\s)`,
  'u',
);
const ADJUNCTS = /^(?:\s(?:por|pel[oa]s?|em|n[oa]s?|sob|com)\s.+)?$/;

function made({ subject = '', verb = '', rest = '', year = '', behind = '' }: Groups): Statement[] | undefined {
  const { be = '', done = '' } = MADE.exec(verb)?.groups ?? {};
  if (done === '' || !ADJUNCTS.test(rest)) return undefined;
  const named = withSmallArticle(subject);
  const dated: Statement[] =
    year === ''
      ? []
      : [
          {
            kind: 'event',
            subject: named,
            attribute: verb,
            value: year,
            questions: [`Em que ano ${verb} ${named}?`, `Quando ${verb} ${named}?`],
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
  questions: [`Por quem ${be} ${done} ${subject}?`, `Quem ${pastOf(done, PARTICIPLES)} ${subject}?`],
});

/** "fundou" of "fundada". */
const PARTICIPLES = [
  ['íd', 'iu'],
  ['scrit', 'screveu'],
  ['ert', 'riu'],
  ['ad', 'ou'],
  ['elecid', 'eleceu'],
  ['id', 'eu'],
] as const;

const event = ({
  subject = '',
  verb = '',
  rest = '',
  year = '',
  ...more
}: Groups): Statement | readonly Statement[] | undefined => {
  if (/\d{4}/.test(rest)) return undefined;
  const once = made({ subject, verb, rest, year, ...more });
  if (once) return once;
  const named = withSmallArticle(subject);
  // A passive reads better with its subject behind it: "Em que ano foi fundada a Companhia …?"
  const told = /^(?:foi|foram)\s/.test(verb) ? `${verb} ${named}` : `${named} ${verb}`;
  return {
    kind: 'event',
    subject: named,
    attribute: `${verb}${rest}`,
    value: year,
    questions: [`Em que ano ${told}${rest}?`, `Quando ${told}${rest}?`],
  };
};

const CONTRACTIONS: Readonly<Record<string, string>> = { o: 'do', a: 'da', os: 'dos', as: 'das' };

function of(subject: string): string {
  const [article = '', ...words] = subject.split(' ');
  const contraction = CONTRACTIONS[article];
  return contraction === undefined ? `de ${subject}` : `${contraction} ${words.join(' ')}`;
}

const count: Rule['read'] = (groups) => {
  const { subject = '', population, things = '' } = groups;
  const named = withSmallArticle(subject);
  const isPopulation = population !== undefined || /^(?:de\s)?habitantes$/.test(things);
  const counted = things.replace(/^de\s/, '');
  return {
    kind: 'quantity',
    subject: named,
    attribute: isPopulation ? 'população' : `número de ${counted}`,
    value: amount(groups),
    unit: things,
    questions: isPopulation ? [`Qual é a população ${of(named)}?`] : [`Que número de ${counted} tem ${named}?`],
  };
};

const measure: Rule['read'] = (groups) => {
  const { subject = '', unit = '', measured = '' } = groups;
  const named = withSmallArticle(subject);
  return {
    kind: 'quantity',
    subject: named,
    attribute: measured,
    value: amount(groups),
    unit,
    questions: [`Qual é ${measured.startsWith('c') ? 'o' : 'a'} ${measured} ${of(named)}?`],
  };
};

const share: Rule['read'] = ({ year, number = '', prep = '', who = '', what = '' }) => ({
  kind: 'quantity',
  subject: who,
  attribute: `porcentagem: ${what}`,
  value: number,
  unit: '%',
  ...(year === undefined ? {} : { asOf: year }),
  questions: [`Que porcentagem ${prep} ${who} ${what}?`],
});

const ownShare: Rule['read'] = ({ subject = '', verb = '', number = '', prep = '', who = '' }) => ({
  kind: 'quantity',
  subject: withSmallArticle(subject),
  attribute: `porcentagem ${prep} ${who} que ${verb}`,
  value: number,
  unit: '%',
  questions: [`Que porcentagem ${prep} ${who} ${withSmallArticle(subject)} ${verb}?`],
});

const POST =
  '(?:ministr[oa]|diretora?|chefe|fundadora?|prefeit[oa]|presidente|governadora?|reitora?|professora?|engenheir[oa]|arquitet[oa]|enólog[oa]|médic[oa]|advogad[oa]|escritora?|pintora?|escultora?|poeta|historiadora?|jornalista|economista|químic[oa]|físic[oa]|bióloga?|bispo|arcebispo|abade|comerciante|empresári[oa]|cientista|secretári[oa])';

export const portugueseRules = (): StatementRules => ({
  hedges: `talvez poderia poderiam pode podem parece parecem provavelmente possivelmente costuma costumam geralmente
    normalmente às_vezes muitas_vezes não nunca jamais tampouco eu você vocês nós`,
  opens: `mas e ou assim então porém entretanto além embora se enquanto também este esta estes estas esse essa isso isto ele
    ela eles elas aqui ali agora hoje logo depois seu sua seus suas após segundo desde quando como`,
  pointsBack: `este esta estes estas esse essa esses essas isto isso ele ela eles elas aquele aquela dito dita mesmo mesma similar semelhante ali aqui
    deste desta desse dessa neste nesta nesse nessa dele dela deles delas`,
  noTerm: `importantes? bom boa grande interessante útil comum possível típico típica habitual próximo próxima certo certa explicação solução opção vantagem desvantagem resultado objetivo problema razão causa motivo ideia exemplo caso parte maior melhor principal primeiro primeira
    último última único única autor autora cidade vila país região edifício museu livro obra romance filme homem mulher rei
    rainha presidente presidenta empresa companhia grupo equipe programa projeto que quem qual outro outra mais menos tema
    questão pergunta resposta coisa forma_de maneira_de chave verdade diferença consequência seguinte anterior atual novo
    nova segundo segunda terceiro terceira do da dos das em por para com no na nos nas`,
  small: 'de do da dos das o a os as e em no na para por',
  inflects: false,
  definitions: [
    new RegExp(
      String.raw`^(?:O|A|Um|Uma)\s(?<term>\p{Ll}[^,.;:()]{2,50}?)\sé\s${SETS_APART}${NO_GENUS}(?<value>(?:${DEFINED_BY})\s.+)\.$`,
      'u',
    ),
    /^(?:(?:O|A|Os|As|Um|Uma)\s)(?:(?:termo|palavra|conceito|expressão)\s)?(?<term>["“«]?\p{L}[^,.;:()]{2,50}?)\s(?:significam?|designam?|definem?-se como|é definid[oa] como|consiste em|é o nome dado(?=\sao?s?\s|\sàs?\s))\s(?<value>(?!que\s|\p{Ll}+mente\s).+)\.$/u,
    /^(?:Chama-se|Denomina-se)\s(?:de\s)?(?<term>["“«]?\p{Ll}[\p{Ll}-]+(?:\s[\p{Ll}-]+){0,3}?["”»]?)\s(?<value>(?:o|a|os|as|um|uma|todo|toda|qualquer)\s.+)\.$/u,
    /^Entende-se por\s(?<term>["“«]?\p{Ll}[\p{Ll}-]+(?:\s[\p{Ll}-]+){0,3}?["”»]?)\s(?<value>(?:o|a|os|as|um|uma|todo|toda|qualquer)\s.+)\.$/u,
  ],
  rules: [
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s${PAST}${REST}\s${DATE}(?<behind>(?:\s(?:por|em|pel[oa]|n[oa])\s[^,.;:\d]{2,90})?)${MORE}\.$`,
        'u',
      ),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^(?:Em (?:(?:${MONTH})\sde\s)?|No ano de\s|Em \d{1,2}º? de (?:${MONTH}) de\s)${YEAR},?\s${SUBJECT}\s${PAST}${REST}\.$`,
        'u',
      ),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?:mede|tem)\s${ABOUT}${NUMBER}\s(?<unit>metros|quilômetros|quilómetros|centímetros)\sde\s(?<measured>altura|comprimento|largura|profundidade|extensão|altitude)${MORE}\.$`,
        'u',
      ),
      read: measure,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?:tem|tinha|conta com)\s(?<population>uma população de\s)?${ABOUT}${NUMBER}\s(?<things>(?!anos)\p{Ll}[\p{Ll}\s-]{3,40}?)${MORE}\.$`,
        'u',
      ),
      read: count,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>produz|consome|exporta|importa|possui|ocupa)\s${PERCENT}\s(?<prep>de|do|da|dos|das)\s(?<who>[^,.;:\d]{3,60})\.$`,
        'u',
      ),
      read: ownShare,
    },
    {
      form: new RegExp(
        String.raw`^(?:Em ${YEAR}, )?${PERCENT}\s(?<prep>de|do|da|dos|das)\s(?<who>[^,.;:\d]{3,60}?)\s(?<what>${VERB}(?!\p{L})[^,.;:\d]{2,90})\.$`,
        'u',
      ),
      read: share,
    },
  ],
  wordRules: [
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>(?:foi|foram)\s\p{Ll}+)(?<rest>\s(?:por|pel[oa]s?)\s[^.;:\d]{2,90})\.$`,
        'u',
      ),
      read: made,
    },
  ],
  people: [
    new RegExp(
      String.raw`(?<=^|\s)(?<name>\p{Lu}\p{Ll}+(?:\s(?:d[aeo]\s)?\p{Lu}\p{Ll}+){1,3}),\s(?:(?:o|a|um|uma)\s)?(?<post>${POST}(?:\s(?:de|d[oa]s?)\s[\p{L}]+(?:\s(?:d[aeo]\s)?[\p{L}]+){0,3}?)?)(?=,|\.$)`,
      'gu',
    ),
  ],
  holds: (name, post) => ({
    kind: 'person',
    subject: name,
    attribute: 'cargo ou profissão',
    value: post,
    questions: [`Quem é ${name}?`, `Qual é o cargo ou a profissão de ${name}?`],
  }),
  articles: /^(?:o|a|os|as)\s/,
  kept: /^(?:Globo|Porto)(?!\p{L})/u,
  define: (term, definition) => ({
    kind: 'definition',
    subject: term,
    attribute: 'definição',
    value: definition,
    questions: [`O que significa “${term}”?`, `O que é “${term}”?`],
  }),
  standsFor: (initials, words) => ({
    kind: 'acronym',
    subject: initials,
    attribute: 'nome completo',
    value: words,
    questions: [`O que significa a sigla ${initials}?`],
  }),
  lived: (name, born, died) => [
    { kind: 'event', subject: name, attribute: 'nasceu', value: born, questions: [`Em que ano nasceu ${name}?`] },
    { kind: 'event', subject: name, attribute: 'morreu', value: died, questions: [`Em que ano morreu ${name}?`] },
  ],
});
