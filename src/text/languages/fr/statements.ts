import type { Statement } from '../../statement.ts';
import {
  alternatives,
  amount,
  type Groups,
  lowered,
  nameWith,
  REST,
  type Rule,
  type StatementRules,
  YEAR,
} from '../statement-rules.ts';

const NAME = nameWith('de|du|des|de la|de l’|et|en|sur');
const ARTICLE = String.raw`(?:[Ll]es?\s|[Ll]a\s|[Ll][’'])`;
/** "Le Kenya", "L’Observatoire de Paris", "les colons de Boston". */
const SUBJECT = String.raw`(?<subject>${ARTICLE}?(?:${NAME}|\p{Ll}+(?:\s\p{Ll}+){0,2}\s(?:(?:de )?[dl][’']|(?:de|du|des|de la)\s)${NAME}))`;
const MONTH = alternatives('janvier février mars avril mai juin juillet août septembre octobre novembre décembre');
const DATE = String.raw`(?:en\s(?:(?:${MONTH})\s)?|le\s\d{1,2}(?:er)?\s(?:${MONTH})\s|au mois de\s(?:${MONTH})\s|en l’an\s)${YEAR}`;
const PARTICIPLE = String.raw`\p{Ll}+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|its|ites|ert|erte|erts|ertes)`;
const SIMPLE_PAST = String.raw`(?:(?!\p{Ll}*ra(?!\p{L}))\p{Ll}{3,}a|\p{Ll}{2,}(?:èrent|irent|urent)|fut|fit|eut|prit|mit|écrivit|naquit|mourut|devint|vint|vendit|perdit|obtint|construisit|découvrit|ouvrit|établit|fournit|introduisit|produisit|reçut|parut|vécut)`;
const PAST = String.raw`(?<verb>(?:s[’']est|a|ont|est|sont)\s${PARTICIPLE}|(?:se\s)?${SIMPLE_PAST})`;
const PASSIVE = String.raw`(?<be>a été|ont été|fut|furent)\s(?<participle>${PARTICIPLE})`;
/** What the sentence goes on to say: "… et traverse la vallée". Not a second figure. */
const MORE = String.raw`(?:,?\set\s(?!\d|en\s|ne\s)[^;:]+|,\s(?!\d|mais\s|et\s|ou\s|puis\s)[^;:]+)?`;
const ABOUT = String.raw`(?<about>environ|près de|presque|quelque|à peu près)?\s?`;
const NUMBER = String.raw`(?<number>\d[\d.,\s]*?(?:\s(?:mille|millions?|milliards?))?)`;
const PERCENT = String.raw`(?<number>\d+(?:,\d+)?)\s?(?:%|pour cent)`;
const VERB = String.raw`(?:est|sont|était|étaient|a|ont|avait|avaient|vit|vivent|vient|viennent|parle|parlent|travaille|travaillent|utilise|utilisent|provient|proviennent|provenait|provenaient|consomme|consomment|appartient|appartiennent|habite|habitent|\p{Ll}{2,}(?:aient|ait|èrent))`;

/**
 * What defines a term: "un …", or "le …" with a noun that definitions begin with. "Un bon début est le fichier …" tells
 * which one is meant, and defines nothing.
 */
const GENUS =
  alternatives(`processus action acte ensemble phase étape état science étude capacité distance temps période quantité
  méthode technique théorie relation rapport somme proportion coupe nom branche discipline croyance transformation passage
  mouvement lieu unité mesure propriété degré droit moment point zone couche pourcentage nombre pratique perte conversion fait`);
const DEFINED_BY = String.raw`(?:(?:un|une|tout|toute|chaque)\s|(?:l[ae]\s|l[’'])(?:${GENUS})\s)`;
const SETS_APART = String.raw`(?=.*\s(?:qui|qu[’']\p{L}+|que|dont|où|lequel|laquelle|lesquels|permettant|servant|consistant|destinée?s?|utilisée?s?|formée?s?|composée?s?|pour|afin)\s)`;
const NO_GENUS = String.raw`(?!(?:un|une|le|la|les|des|l[’'])\s?(?:plus|moins|mêmes?|meilleure?|pire|principale?|principaux|seule?|premi(?:er|ère)|derni(?:er|ère)|grande?|exemple|partie|raison|cause|résultat|problème|question|chose|homme|femme|ville|village|pays)(?!\p{L}))`;

const withSmallArticle = (subject: string): string =>
  /^L(?:es?\s|a\s|[’'])/.test(subject) ? lowered(subject) : subject;

const PRONOUNS = { e: 'elle', es: 'elles', '': 'il', s: 'ils' } as const;

/** "a été fondée" asks with "elle": the participle tells. */
function pronounOf(participle: string): string {
  const ending = /(?:e|es|(?<=[éiut])s)$/.exec(participle)?.[0] ?? '';
  return PRONOUNS[ending as keyof typeof PRONOUNS] ?? 'il';
}

/** By whom a thing was made and where are no part of what was done: two works that date it otherwise are seen to disagree. */
const MADE =
  /^(?:fond|constru|cré|inaugur|établ|publi|écrit|dessin|conç|découver|invent|ouver|détrui|érig|peint|restaur|ferm|achev|bât)(?:é|i|it|u|t)?e?s?$/;
const BY = new RegExp(
  String.raw`\spar\s(?:(?:(?:le|la)\s|l[’'])(?:\p{Ll}+\s){1,2})?(?<agent>${NAME})(?=$|,|\s(?:en|à|au|dans|pour|avec|et)\s)`,
  'u',
);
const ADJUNCTS = /^(?:\s(?:par|à|au|en|dans|sous|avec)\s.+)?$/;

const passive: Rule['read'] = ({ subject = '', be = '', participle = '', rest: told = '', year = '', behind = '' }) => {
  const isMade = MADE.test(participle) && ADJUNCTS.test(told);
  const rest = isMade ? '' : told;
  if (/\d{4}/.test(rest)) return undefined;
  const named = withSmallArticle(subject);
  const pronoun = pronounOf(participle);
  const [isPlural, isCompound] = [/^(?:ont|furent)/.test(be), be.endsWith('été')];
  const subjectPronoun = isPlural && !pronoun.endsWith('s') ? `${pronoun}s` : pronoun;
  const asked = isCompound ? `${isPlural ? 'ont-' : 'a-t-'}${subjectPronoun} été` : `${be}-${subjectPronoun}`;
  const dated: Statement = {
    kind: 'event',
    subject: named,
    attribute: `${be} ${participle}${rest}`,
    value: year,
    questions: [
      `En quelle année ${named} ${asked} ${participle}${rest} ?`,
      `Quand ${named} ${asked} ${participle}${rest} ?`,
    ],
  };
  const agent = isMade ? BY.exec(`${told}${behind}`)?.groups?.agent : undefined;
  const stated: Statement[] = year === '' ? [] : [dated];
  if (agent === undefined) return stated;
  const byWhom: Statement = {
    kind: 'person',
    subject: named,
    attribute: `${participle} par`,
    value: agent,
    questions: [
      `Par qui ${named} ${asked} ${participle} ?`,
      `Qui a ${participle.replace(/(?<=[éitu])e?s?$/, '')} ${named} ?`,
    ],
  };
  return [...stated, byWhom];
};

const event: Rule['read'] = ({ subject = '', verb = '', rest = '', year = '' }: Groups) => {
  if (/\d{4}/.test(rest)) return undefined;
  const named = withSmallArticle(subject);
  const isAlone = rest === '' || /^(?:est née?|naquit|mourut|est morte?)$/.test(verb);
  return {
    kind: 'event',
    subject: named,
    attribute: `${verb}${rest}`,
    value: year,
    questions: [
      isAlone && !/^(?:a|ont|s[’'])/.test(verb)
        ? `En quelle année ${verb} ${named}${rest} ?`
        : `En quelle année cela s’est-il passé ? ${subject} ${verb}${rest}.`,
    ],
  };
};

const of = (subject: string): string => {
  if (subject.startsWith('le ')) return `du ${subject.slice(3)}`;
  if (subject.startsWith('les ')) return `des ${subject.slice(4)}`;
  return /^[AEIOUYÉÈÊÎÔH]/.test(subject) ? `d’${subject}` : `de ${subject}`;
};

const elided = (things: string): string => (/^[aeiouyéèêîôh]/.test(things) ? `d’${things}` : `de ${things}`);

const count: Rule['read'] = (groups) => {
  const { subject = '', verb = '', population, unit = '' } = groups;
  const named = withSmallArticle(subject);
  const counted = unit.replace(/^(?:de\s|d[’'])/, '');
  const isPopulation = population !== undefined || counted === 'habitants';
  return {
    kind: 'quantity',
    subject: named,
    attribute: isPopulation ? 'population' : `nombre ${elided(counted)}`,
    value: amount(groups),
    unit,
    questions: isPopulation
      ? [`Quelle est la population ${of(named)} ?`]
      : [`Combien ${elided(counted)} ${verb} ${named} ?`],
  };
};

const MEASURES: Readonly<Record<string, string>> = {
  haut: 'la hauteur',
  hauteur: 'la hauteur',
  long: 'la longueur',
  longueur: 'la longueur',
  large: 'la largeur',
  largeur: 'la largeur',
  profondeur: 'la profondeur',
};

const measure: Rule['read'] = (groups) => {
  const { subject = '', unit = '', measured = '' } = groups;
  const named = withSmallArticle(subject);
  const attribute = MEASURES[measured] ?? '';
  return {
    kind: 'quantity',
    subject: named,
    attribute: attribute.replace('la ', ''),
    value: amount(groups),
    unit,
    questions: [`Quelle est ${attribute} ${of(named)} ?`],
  };
};

const share: Rule['read'] = ({ year, number = '', prep = '', who = '', what = '' }) => ({
  kind: 'quantity',
  subject: who,
  attribute: `pourcentage : ${what}`,
  value: number,
  unit: '%',
  ...(year === undefined ? {} : { asOf: year }),
  questions: [`Quel pourcentage ${prep}${who} ${what} ?`],
});

const TERM = String.raw`(?<term>(?:«\s?|["“])?\p{Ll}[^,.;:()]{2,50}?)`;

const POST =
  '(?:ministre|directeur|directrice|chef|fondateur|fondatrice|maire|président|présidente|gouverneur|recteur|professeure?|ingénieure?|architecte|médecin|avocate?|écrivaine?|peintre|sculpteur|poète|historienne?|journaliste|économiste|chimiste|physicienne?|biologiste|évêque|archevêque|abbé|négociante?|secrétaire|conservateur|conservatrice|chercheur|chercheuse)';

export const frenchRules = (): StatementRules => ({
  hedges: `peut-être pourrait pourraient peut peuvent semble semblent probablement sans_doute souvent parfois généralement
    habituellement ne n’\\p{L}+ n'\\p{L}+ jamais pas non_plus je j’\\p{L}+ tu vous nous`,
  opens: `mais et ou ainsi alors cependant toutefois pourtant donc or si tandis aussi ce cette ces cet ceci cela il elle ils
    elles ici là maintenant aujourd’hui puis ensuite son sa ses leur leurs après selon depuis quand lorsque comme dans`,
  pointsBack:
    'ce cette ces cet ceci cela il elle ils elles celui-ci celle-ci ledit ladite même similaire ici y lui leur',
  noTerm: `importante?s? bon bonne grand grande intéressant intéressante utile commun possible typique habituel prochain prochaine certain certaine explication solution avantage inconvénient format résultat objectif but problème raison cause motif idée exemple cas partie plus meilleur meilleure principal
    principale premier première dernier dernière seul seule auteur autrice ville village pays région bâtiment musée livre œuvre
    roman film homme femme roi reine président présidente entreprise société groupe équipe programme projet que qui quel autre
    moins thème question réponse chose façon manière clé vérité différence conséquence suivant suivante précédent actuel
    nouveau nouvelle deuxième second seconde troisième du de_la des en par pour avec dans`,
  small: 'de du des la le les l’ et en à pour d’ aux',
  inflects: false,
  definitions: [
    new RegExp(
      String.raw`^(?:(?:Le|La|Un|Une)\s|L[’'])${TERM}\sest\s${SETS_APART}${NO_GENUS}(?<value>${DEFINED_BY}.+)\.$`,
      'u',
    ),
    new RegExp(
      String.raw`^(?:(?:Le|La|Les|Un|Une|Des)\s|L[’'])(?:(?:terme|mot|concept|expression)\s)?${TERM}\s(?:désignent?|signifient?|se définit comme|est défini comme|est définie comme|consiste (?:à|en)|est le nom donné(?=\sau?x?\s|\sà\s))\s(?<value>(?!qu|\p{Ll}+ment\s).+)\.$`,
      'u',
    ),
    /^On (?:appelle|nomme)\s(?<term>(?:«\s?|["“])?\p{Ll}[\p{Ll}’'-]+(?:\s[\p{Ll}’'-]+){0,3}?(?:\s?»|["”])?)\s(?<value>(?:(?:le|la|les|un|une|des|tout|toute)\s|l[’']).+)\.$/u,
    /^On entend par\s(?<term>(?:«\s?|["“])?\p{Ll}[\p{Ll}’'-]+(?:\s[\p{Ll}’'-]+){0,3}?(?:\s?»|["”])?)\s(?<value>(?:(?:le|la|les|un|une|des|tout|toute)\s|l[’']).+)\.$/u,
  ],
  rules: [
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s${PASSIVE}${REST}\s${DATE}(?<behind>(?:\s(?:par|à|au|en)\s[^,.;:\d]{2,90})?)${MORE}\.$`,
        'u',
      ),
      read: passive,
    },
    {
      form: new RegExp(
        String.raw`^(?:En (?:(?:${MONTH})\s)?|Le \d{1,2}(?:er)? (?:${MONTH}) )${YEAR},?\s${SUBJECT}\s${PASSIVE}${REST}\.$`,
        'u',
      ),
      read: passive,
    },
    {
      form: new RegExp(String.raw`^${SUBJECT}\s${PAST}${REST}\s${DATE}(?:\s(?:à|au|en)\s[^,.;:\d]{2,60})?\.$`, 'u'),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^(?:En (?:(?:${MONTH})\s)?|Le \d{1,2}(?:er)? (?:${MONTH}) )${YEAR},?\s${SUBJECT}\s${PAST}${REST}\.$`,
        'u',
      ),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?:mesure|fait)\s${ABOUT}${NUMBER}\s(?<unit>mètres|kilomètres|centimètres)\sde\s(?<measured>hauteur|haut|longueur|long|largeur|large|profondeur)${MORE}\.$`,
        'u',
      ),
      read: measure,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>compte|comptait|possède|possédait|a|avait)\s(?<population>une population de\s)?${ABOUT}${NUMBER}\s(?<unit>(?!ans)\p{Ll}[\p{Ll}\s’'-]{3,40}?)${MORE}\.$`,
        'u',
      ),
      read: count,
    },
    {
      form: new RegExp(
        String.raw`^(?:En ${YEAR}, )?${PERCENT}\s(?<prep>(?:de|du|des|de la)\s|de l[’'])(?<who>[^,.;:\d]{3,60}?)\s(?<what>${VERB}(?!\p{L})[^,.;:\d]{2,90})\.$`,
        'u',
      ),
      read: share,
    },
  ],
  wordRules: [
    {
      form: new RegExp(String.raw`^${SUBJECT}\s${PASSIVE}(?<rest>\spar\s[^.;:\d]{2,90})\.$`, 'u'),
      read: (groups) => (MADE.test(groups.participle ?? '') ? passive(groups) : undefined),
    },
  ],
  people: [
    new RegExp(
      String.raw`(?<=^|\s)(?<name>\p{Lu}[\p{L}-]+(?:\s(?:de\s|du\s|d[’'])?\p{Lu}[\p{L}-]+){1,3}),\s(?:(?:le|la|un|une)\s|l[’'])?(?<post>${POST}(?:\s(?:de la|du|des|de)\s\p{L}+(?:\s(?:de\s)?\p{L}+){0,3}?|\sde\sl[’']\p{L}+)?)(?=,|\.$)`,
      'gu',
    ),
  ],
  holds: (name, post) => ({
    kind: 'person',
    subject: name,
    attribute: 'fonction ou profession',
    value: post,
    questions: [`Qui est ${name} ?`, `Quelle est la fonction ou la profession ${of(name)} ?`],
  }),
  articles: /^(?:(?:le|la|les)\s|l[’'])/,
  kept: /^(?:Havre|Mans|Caire|Haye|Monde|Figaro|Rochelle|Réunion|Baule|Plata|Nouvelle-Orléans)(?!\p{L})/u,
  define: (term, definition) => ({
    kind: 'definition',
    subject: term,
    attribute: 'définition',
    value: definition,
    questions: [`Que signifie « ${term} » ?`, `Qu’est-ce que « ${term} » ?`],
  }),
  standsFor: (initials, words) => ({
    kind: 'acronym',
    subject: initials,
    attribute: 'nom complet',
    value: words,
    questions: [`Que signifie le sigle ${initials} ?`],
  }),
  lived: (name, born, died) => [
    {
      kind: 'event',
      subject: name,
      attribute: 'année de naissance',
      value: born,
      questions: [`Quelle est l’année de naissance ${of(name)} ?`],
    },
    {
      kind: 'event',
      subject: name,
      attribute: 'année de mort',
      value: died,
      questions: [`Quelle est l’année de la mort ${of(name)} ?`],
    },
  ],
});
