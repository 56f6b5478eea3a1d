import type { Statement } from '../../statement.ts';
import {
  alternatives,
  amount,
  type Groups,
  isCounted,
  lowered,
  REST,
  type Rule,
  type StatementRules,
  YEAR,
} from '../statement-rules.ts';

const WORD = String.raw`\p{Lu}[\p{L}.’-]*`;
const BETWEEN = '(?:von|in|der|des|für|und|zu|zur|zum|am|im|van|de|den|dem|die|das)';
/** Nouns have capitals too: two of them at least, so that "die Stadt" is no name, unless no article stands before it. */
const NAME = String.raw`${WORD}(?:\s(?:${BETWEEN}\s){0,2}${WORD}){0,6}`;
const LONG_NAME = String.raw`${WORD}(?:\s(?:${BETWEEN}\s){0,2}${WORD}){1,6}`;
const SUBJECT = String.raw`(?<subject>(?:D(?:er|ie|as)\s${LONG_NAME}|(?!(?:Der|Die|Das|Als|Unter|Im|In|Am)\s)${NAME}))`;
/** Behind the verb, where an article begins what follows: "das britische Parlament", "Louis Essen und Jack Parry". */
const NAME_BEHIND = String.raw`${WORD}(?:\s(?:(?:von|van|de|zu|zur|und)\s){0,2}${WORD}){1,6}`;
const SUBJECT_BEHIND = String.raw`(?<subject>(?:(?:der|die|das)\s(?:\p{Ll}+e\s)?${WORD}(?:(?:\s${WORD}){2,4}|(?:\s(?:der|des|von|für)\s(?:\p{Ll}+e?n\s)?${WORD})?)|${NAME_BEHIND}))`;
const MONTH = alternatives('Januar Februar März April Mai Juni Juli August September Oktober November Dezember');
const DATE = String.raw`(?:im Jahre?\s|im (?:${MONTH})\s|am \d{1,2}\.\s(?:${MONTH})\s)?${YEAR}`;
const STRONG =
  alternatives(`schrieb schrieben fand fanden gewann gewannen starb starben begann begannen erschien ging gingen kam kamen
  nahm nahmen trat traten übernahm übernahmen entstand entstanden verlor verloren verließ verließen ließ ließen gab gaben
  erhielt erhielten fiel fielen zog zogen schuf schufen erwarb erwarben brach schloss schlossen unterschrieb erfand erfanden
  lief liefen floh flohen hob hoben hielt hielten rief riefen traf trafen stieg griff sprach sah sahen warb wuchs bezog trieb
  wurde wurden war waren bot sank trug trugen unterzeichnete beschloss beschlossen entwarf umfasste bekam bekamen`);
const PAST = String.raw`(?<verb>${STRONG}|\p{Ll}{2,}(?:te|ten))`;
const PARTICIPLE = String.raw`(?<participle>(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|\p{Ll}{3,}iert|(?:er|ver|be|ent|zer|über|unter)\p{Ll}{2,}(?:t|en)))`;
/** What the sentence goes on to say, which the date is not of: "… und zog auf die Burg", "…, wo er zwei Jahre blieb". */
const MORE = String.raw`(?:\sund\s(?:(?:${STRONG}|\p{Ll}{2,}ten?)\s|\p{Ll}+,\s)[^;]+|,\s(?!\d|und\b|oder\b|aber\b|sondern\b|nicht\b)[^;]+)?`;
/** Between the verb and the date: "kaufte die Fabrik 1763". */
const OBJECT = String.raw`(?<object>(?:\s(?:die|das|den|der|dem|eine?[nmr]?)\s[^,.;:\d]{2,60}?)?)`;
/** What a sentence says of the subject besides its figure: "… und liegt an der Mur". */
const GOES_ON = String.raw`(?:\sund\s\p{Ll}+t\s[^;:]+|\sund\s\p{Ll}+[en]\s[^;:]+|\sund\swurde\s[^;:]+|,\s(?!\d|und\s|aber\s|sondern\s|nicht\s)[^;:]+)?`;
const ABOUT = String.raw`(?<about>rund|etwa|circa|ca\.|ungefähr|fast|knapp|gut)?\s?`;
const NUMBER = String.raw`(?<number>\d[\d.,\s]*?(?:\s(?:Tausend|Millionen|Milliarden))?)`;
const PERCENT = String.raw`(?<number>\d+(?:,\d+)?)\s?(?:%|Prozent)`;

const RELATIVE = String.raw`(?=.*,\s(?:(?:in|mit|bei|aus|auf|an|durch|für|von|zu|über|unter|nach)\s)?(?:der|die|das|den|dem|deren|dessen|denen|wo|wenn|um)\s|.*\s(?:zum|zur)\s)`;
/**
 * What defines a term: "ein …", or "der …" with a noun that definitions begin with. "Ein guter Anfang ist die Datei …" tells
 * which one is meant, and defines nothing.
 */
const GENUS =
  alternatives(`Prozess Vorgang Verfahren Handlung Teil Zustand Wissenschaft Lehre Fähigkeit Abstand Zeit Zeitraum Menge
  Methode Technik Theorie Verhältnis Summe Anteil Gesamtheit Umwandlung Übergang Bewegung Ort Einheit Eigenschaft Grad Recht
  Zeitpunkt Punkt Schicht Anzahl Maß Messung Untersuchung Bezeichnung Verlust`);
const DEFINED_BY = String.raw`(?:eine?|jede[rs]?|(?:der|die|das)\s(?:\p{Ll}+e\s)?(?:${GENUS}))`;
const NO_GENUS = String.raw`(?!\p{L}+\s(?:(?:\p{Ll}+\s)?\p{Ll}{3,}ste[nrsm]?|wichtige[rs]?|gute[rs]?|große[rs]?|einzige[rs]?|erste[rs]?|letzte[rs]?|Beispiel|Grund|Ursache|Ergebnis|Problem|Frage|Sache|Folge|Mann|Frau|Stadt|Dorf|Land)(?!\p{L}))`;
const TERM = String.raw`(?<term>["„]?(?:\p{Ll}{3,}e[nrs]?\s)?\p{Lu}[\p{L}-]{2,40}["“]?)`;

/** Without an article stand names of materials, and those of people and places, which are not defined. */
const STUFF = String.raw`(?<term>(?!Der\s|Die\s|Das\s|Es\s)\p{Lu}\p{Ll}[\p{L}-]{1,40})`;
const SOMEBODY = String.raw`(?:[\p{Ll},-]+\s){0,4}(?:\p{Lu}[\p{L}-]*(?:er|erin|ist|istin|or|orin|ent|entin|eur|graph|graf|loge)|Fluss|See|Berg|Gebirge|Insel|Gemeinde|Ort|Staat|Bundesland|Kanton|Viertel|Stadtteil|Hauptstadt|Kleinstadt|Großstadt|Vorname|Familienname|Gott|Göttin|Figur|Verein|Partei|Marke)(?!\p{L})`;

const POSTS =
  alternatives(`Minister Ministerin Direktor Direktorin Leiter Leiterin Gründer Gründerin Bürgermeister Bürgermeisterin Präsident
  Präsidentin Professor Professorin Lehrer Lehrerin Ingenieur Ingenieurin Architekt Architektin Arzt Ärztin Anwalt Anwältin
  Schriftsteller Schriftstellerin Maler Malerin Bildhauer Bildhauerin Dichter Dichterin Historiker Historikerin Journalist
  Journalistin Chemiker Chemikerin Physiker Physikerin Biologe Biologin Apotheker Apothekerin Müller Müllerin Kaufmann
  Bischof Abt Unternehmer Unternehmerin Baumeister Uhrmacher Glasmacher Imker Imkerin Graf Gräfin Fürst Herzog König
  Kurator Kuratorin Vorsitzende Kanzler Kanzlerin Forscher Forscherin`);
const ABOUT_OFFICE = String.raw`(?:\p{Lu}\p{Ll}+(?:minister|direktor|leiter|meister|inspektor|professor)(?:in)?|${POSTS})`;

const withSmallArticle = (subject: string): string => (/^(?:Der|Die|Das)\s/.test(subject) ? lowered(subject) : subject);

/** What somebody or something does once: other verbs need to say what was done, and of a way where it led. */
const ONCE =
  /^(?:starb|starben|entstand|entstanden|erschien|erschienen|endete|schloss|öffnete|eröffnete|sank|zerfiel|brannte)$/;
const MOVES = /^(?:kam|kamen|ging|gingen|zog|zogen|lief|liefen|floh|flohen)$/;
const WHITHER = /\s(?:nach|in|ins|an|ans|auf|aus|zu|zum|zur|über|von|heraus|hinzu)(?!\p{L})/u;

/** "fand den Erreger": which one, the sentences before say. */
const POINTS_BACK = /^\s(?:der|die|das|den|dem)\s\p{Lu}[\p{L}-]+$/u;

/** A verb takes its place behind the question: "In welchem Jahr baute Christiaan Huygens die erste Pendeluhr?" */
const event: Rule['read'] = ({
  subject = '',
  verb = '',
  object = '',
  rest: told = '',
  year = '',
}: Groups): Statement | undefined => {
  const rest = `${object}${told}`;
  if (/\d{4}/.test(rest) || /^(?:war|waren)$/.test(verb) || POINTS_BACK.test(rest)) return undefined;
  // "Im Jahr 1723 brannte die Hütte ab": which one, the sentences before say.
  if (/^(?:der|die|das)\s\S+$/i.test(subject) && !/^die (?:Bundesrepublik|Sowjetunion|Schweiz|Türkei)/.test(subject))
    return undefined;
  if (rest === '' ? !ONCE.test(verb) : MOVES.test(verb) && !WHITHER.test(rest)) return undefined;
  const named = withSmallArticle(subject);
  return {
    kind: 'event',
    subject: named,
    attribute: `${verb}${rest}`,
    value: year,
    questions: [`In welchem Jahr ${verb} ${named}${rest}?`, `Wann ${verb} ${named}${rest}?`],
  };
};

/** By whom a thing was made and where are no part of what was done: two works that date it otherwise are seen to disagree. */
const MADE =
  /^(?:gegründet|erbaut|gebaut|erfunden|entdeckt|eröffnet|errichtet|gestiftet|geschaffen|geschrieben|gemalt|entworfen|zerstört|eingeweiht|fertiggestellt|veröffentlicht|vollendet|geschlossen|wiederaufgebaut|restauriert)$/;
const BY = new RegExp(
  String.raw`(?:^|\s)(?:vo[nm]|durch)\s(?:(?:dem|der|den)\s)?(?:(?!(?:in|auf|an|im|am)\s)\p{Ll}+\s)?(?<agent>${LONG_NAME})(?=\s?$|\s(?:in|im|an|am|auf|als|für|mit)\s)`,
  'u',
);
const ADJUNCTS = /^(?:(?:vo[nm]|durch|in|im|an|am|auf|bei|mit|unter)\s.+)?$/;
/** "Kaufmann Hans Rother": what somebody is stands before a name of two words. */
const POST_BEFORE = new RegExp(String.raw`^(?:${POSTS})\s(?=${WORD}\s${WORD})`, 'u');

const byWhom = (subject: string, participle: string, agent: string): Statement => ({
  kind: 'person',
  subject,
  attribute: `${participle} von`,
  value: agent.replace(POST_BEFORE, ''),
  questions: [`Wer hat ${subject.replace(/^der /, 'den ')} ${participle}?`, `Von wem wurde ${subject} ${participle}?`],
});

const passive: Rule['read'] = ({
  subject = '',
  verb = '',
  before = '',
  rest: told = '',
  participle = '',
  year = '',
}) => {
  // "wurde 1945 zerstört und später wieder aufgebaut": the year is not of both.
  if (/\d{4}|(?:^|\s)und\s(?:später|dann|danach|bald|wieder)\s/.test(`${before}${told}`)) return undefined;
  const named = withSmallArticle(subject);
  if (MADE.test(participle) && ADJUNCTS.test(before) && ADJUNCTS.test(told)) {
    const asked = `${verb} ${named} ${participle}`;
    const dated: Statement = {
      kind: 'event',
      subject: named,
      attribute: `${verb} ${participle}`,
      value: year,
      questions: [`In welchem Jahr ${asked}?`, `Wann ${asked}?`],
    };
    const agent = BY.exec(`${before}${told}`)?.groups?.agent;
    const stated = year === '' ? [] : [dated];
    return agent === undefined ? stated : [...stated, byWhom(named, participle, agent)];
  }
  if (year === '') return undefined;
  const rest = told;
  return {
    kind: 'event',
    subject: named,
    attribute: `${verb} ${before}${rest}${participle}`,
    value: year,
    questions: ['In welchem Jahr', 'Wann'].map((when) => `${when} ${verb} ${named} ${before}${rest}${participle}?`),
  };
};

const count: Rule['read'] = (groups) => {
  const { subject = '', verb = '', things = '' } = groups;
  const named = withSmallArticle(subject);
  return {
    kind: 'quantity',
    subject: named,
    attribute: things === 'Einwohner' ? 'Einwohner' : `Anzahl: ${things}`,
    value: amount(groups),
    unit: things,
    questions: [`Wie viele ${things} ${verb} ${named}?`],
  };
};

const NUMBERS = 'zwei drei vier fünf sechs sieben acht';

const list: Rule['read'] = ({ subject = '', verb = '', number = '', what = '', items = '' }) => {
  if (!isCounted(items, number, NUMBERS, 'und')) return undefined;
  const named = withSmallArticle(subject);
  return {
    kind: 'list',
    subject: named,
    attribute: what,
    value: items,
    questions: [`Welche ${what} ${verb} ${named}?`],
  };
};

const MEASURES: Readonly<Record<string, string>> = {
  hoch: 'Höhe',
  lang: 'Länge',
  breit: 'Breite',
  tief: 'Tiefe',
};

const measure: Rule['read'] = (groups) => {
  const { subject = '', unit = '', measured = '' } = groups;
  const named = withSmallArticle(subject);
  return {
    kind: 'quantity',
    subject: named,
    attribute: MEASURES[measured] ?? measured,
    value: amount(groups),
    unit,
    questions: [`Wie ${measured} ist ${named}?`],
  };
};

const share: Rule['read'] = ({ year, number = '', who = '', what = '' }) => ({
  kind: 'quantity',
  subject: who,
  attribute: `Anteil: ${what}`,
  value: number,
  unit: '%',
  ...(year === undefined ? {} : { asOf: year }),
  questions: [`Wie viel Prozent ${who} ${what}?`],
});

export const germanRules = (): StatementRules => ({
  hedges: `vielleicht könnte könnten kann können mag dürfte dürften scheint scheinen wahrscheinlich vermutlich möglicherweise oft
    manchmal meist meistens häufig gewöhnlich normalerweise nicht nie niemals kein keine keinen ich du wir uns man_sagt sollen
    soll angeblich etwa_so`,
  opens: `aber und oder so also dann doch jedoch außerdem obwohl wenn während auch dies diese dieser dieses es er sie hier dort
    jetzt heute danach später sein seine ihr ihre nach seit wie ein_solcher eine_solche solche damit deshalb daher dabei`,
  pointsBack: `diese dieser dieses diesem diesen jene jener jenes er sie es ihn ihm dort hier derselbe dieselbe dasselbe solche
    solcher ähnliche ähnlicher ähnliches daran darauf damit dabei dafür daraus davon dazu darin darüber dagegen`,
  noTerm: `wichtig\\p{Ll}* gut\\p{Ll}* groß\\p{Ll}* interessant\\p{Ll}* nützlich\\p{Ll}* möglich\\p{Ll}* typisch\\p{Ll}* üblich\\p{Ll}* bestimmt\\p{Ll}* Erklärung Lösung Möglichkeit Schritt Ergebnis Ziel Problem Grund Ursache Motiv Idee Beispiel Fall Teil Autor Autorin Stadt Dorf Land Region Gebäude Museum
    Buch Werk Roman Film Mann Frau König Königin Präsident Präsidentin Firma Unternehmen Gruppe Team Programm Projekt Thema Frage
    Antwort Sache Art Weise Schlüssel Wahrheit Unterschied Folge Vorteil Nachteil Aufgabe Rolle Begriff Wort andere anderen
    anderer nächste erste zweite dritte letzte größte wichtigste beste einzige neue alte heutige folgende`,
  small: 'der die das des den dem für von in und zur zum im am zu',
  inflects: true,
  definitions: [
    new RegExp(
      String.raw`^(?<term>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?):\s${RELATIVE}${NO_GENUS}(?<value>(?:(?:eine?|der|die|das|zwei|drei)\s)?(?:\p{Ll}+es?\s|\p{Ll}+er?\s)?\p{Lu}\p{Ll}+[^:]+)\.$`,
      'u',
    ),
    new RegExp(
      String.raw`^(?:Eine?|Der|Die|Das)\s${TERM}\sist\s${RELATIVE}${NO_GENUS}(?<value>${DEFINED_BY}\s.+)\.$`,
      'u',
    ),
    new RegExp(String.raw`^${STUFF}\sist\s${RELATIVE}${NO_GENUS}(?<value>eine?\s(?!${SOMEBODY}).+)\.$`, 'u'),
    new RegExp(
      String.raw`^(?:(?:Eine?|Der|Die|Das)\s)(?:(?:Begriff|Ausdruck|Name|Wort)\s)?${TERM}\s(?:bezeichnet|bezeichnen|bedeutet)\s(?:hier\s)?(?<value>(?:die|das|eine?)\s.+)\.$`,
      'u',
    ),
    new RegExp(
      String.raw`^Als\s${TERM}\s(?:bezeichnet man|wird|werden)\s(?<value>(?:die|das|eine|ein)\s.+?)(?:\sbezeichnet)?\.$`,
      'u',
    ),
    new RegExp(
      String.raw`^Unter\s(?:(?:einer|einem|der|dem)\s)?${TERM}\sversteht man\s(?<value>(?:die|das|eine|ein)\s.+)\.$`,
      'u',
    ),
  ],
  rules: [
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>wurden?)\s(?<before>(?:(?:in|von|durch|auf)\s[^,.;:\d]{2,60}?\s)?)${DATE}\s(?<rest>(?:[^,.;:\d]{2,100}?\s)?)${PARTICIPLE}${MORE}\.$`,
        'u',
      ),
      read: passive,
    },
    {
      form: new RegExp(String.raw`^${SUBJECT}\s(?!wurden?\s)${PAST}${OBJECT}\s${DATE}${REST}${MORE}\.$`, 'u'),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^(?:Im Jahre?\s|Im (?:${MONTH})\s|Am \d{1,2}\.\s(?:${MONTH})\s)?${YEAR}\s${PAST}\s${SUBJECT_BEHIND}${REST}${MORE}\.$`,
        'u',
      ),
      read: event,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\sist\s${ABOUT}${NUMBER}\s(?<unit>Meter|Kilometer|Zentimeter|m|km)\s(?<measured>hoch|lang|breit|tief)${GOES_ON}\.$`,
        'u',
      ),
      read: measure,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>hat|hatte|besitzt|besaß|zählt|zählte|zeigt|beschäftigt|beschäftigte|produziert|verkauft|betreibt|umfasst)\s${ABOUT}${NUMBER}\s(?<things>(?!Jahre?|Prozent)\p{Lu}[\p{L}-]{2,40})${GOES_ON}\.$`,
        'u',
      ),
      read: count,
    },
    {
      form: new RegExp(
        String.raw`^${PERCENT}\s(?<who>(?:der|des|aller)\s(?:\p{Ll}+\s)?${WORD}(?:\s(?:der|des|in|von)\s(?:der\s)?${WORD})?)\s(?<what>\p{Ll}+(?:t|en|te|ten)\s[^,.;:\d]{2,90})\.$`,
        'u',
      ),
      read: share,
    },
  ],
  wordRules: [
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>wurden?)\s(?<before>(?:von|vom|durch)\s[^,.;:\d]{2,80}\s)${PARTICIPLE}${MORE}\.$`,
        'u',
      ),
      read: passive,
    },
    {
      form: new RegExp(
        String.raw`^${SUBJECT}\s(?<verb>hat|hatte|umfasst|besitzt)\s(?<number>${alternatives(NUMBERS)})\s(?<what>\p{Lu}[\p{L}-]+):\s(?<items>[^:]+)\.$`,
        'u',
      ),
      read: list,
    },
  ],
  people: [
    new RegExp(
      String.raw`(?<=^|\s)(?<name>(?!(?:Der|Die|Das)\s)${WORD}(?:\s(?:von\s)?${WORD}){1,2}),\s(?:der|die|ein|eine)\s(?:\p{Ll}+e[r]?\s)?(?<post>${ABOUT_OFFICE}(?:\s(?:von|für|des|der)\s(?:\p{Ll}+\s)?\p{Lu}[\p{L}-]+)?)(?=,|\.$)`,
      'gu',
    ),
    new RegExp(
      String.raw`(?<=(?:^|\s)(?:[Dd]er|[Dd]ie)\s)(?<post>${ABOUT_OFFICE})\s(?<name>${WORD}(?:\s(?:von\s)?${WORD}){1,2})(?=\s\p{Ll}|,|\.$)`,
      'gu',
    ),
  ],
  holds: (name, post) => ({
    kind: 'person',
    subject: name,
    attribute: 'Amt oder Beruf',
    value: post,
    questions: [`Wer ist ${name}?`, `Welches Amt oder welchen Beruf hat ${name}?`],
  }),
  articles: /^(?:der|die|das)\s/,
  kept: /^(?:Zeit|Spiegel|Welt|Presse|Standard)$/,
  define: (term, definition) => ({
    kind: 'definition',
    subject: term,
    attribute: 'Definition',
    value: definition,
    questions: [`Was bedeutet „${term}“?`, `Was ist „${term}“?`],
  }),
  standsFor: (initials, words) => ({
    kind: 'acronym',
    subject: initials,
    attribute: 'voller Name',
    value: words,
    questions: [`Wofür steht ${initials}?`],
  }),
  lived: (name, born, died) => [
    {
      kind: 'event',
      subject: name,
      attribute: 'wurde geboren',
      value: born,
      questions: [`In welchem Jahr wurde ${name} geboren?`],
    },
    { kind: 'event', subject: name, attribute: 'starb', value: died, questions: [`In welchem Jahr starb ${name}?`] },
  ],
});
