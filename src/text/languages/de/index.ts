import type { Language } from '../../language.ts';
import { withoutEndings } from '../stems.ts';
import { languageFrom } from '../word-lists.ts';
import { germanRequests } from './requests.ts';
import { germanRules } from './statements.ts';

const SHORT_MONTHS = 'jan feb mär apr jun jul aug sep sept okt nov dez';
const MONTHS = 'januar februar märz april mai juni juli august september oktober november dezember';

/** Words that ask, as regular expressions, and what may stand ahead of them. */
const PRONOUN = 'wer|wen|wem|wessen|was|welche[rsmn]?';
const ADVERB = 'wann|wo|wohin|woher|wie|warum|wieso|weshalb|wozu';
const BEFORE_ASKER = '(?:(?:in|an|auf|von|seit|bis|mit|für|zu|durch|nach) )?';

export const german: Language = languageFrom({
  code: 'de',
  stopWords: `ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis bin da
    dabei dadurch daher damit dann darauf das dass dem den denen der deren des dessen dich die dies diese diesem
    diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas euch für gegen gibt
    hat hatte hatten haben hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede
    jedem jeden jeder jedes kann kein keine keinem keinen keiner können man manche mehr mein mit nach nicht noch nun
    nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so sollte sondern über um und uns unter
    vom von vor war waren was weil welche welchem welchen welcher welches wem wen wenn wer werden werde wessen wie
    wieder wieso wird wo wodurch wofür womit wozu wurde wurden während warum wann zu zum zur zwischen is nem ner
    nen gibts wieviel wieviele darf dürfen kannst könnte könnten muss müssen soll sollen woran worauf worin worüber wobei wovon wogegen woraus worum wonach`,
  interrogatives: {
    date: 'wann',
    place: 'wo wohin woher',
    person: 'wer wem wen wessen',
    number:
      'wieviel wieviele wie_viel wie_viele wie_hoch wie_groß wie_alt wie_lang wie_lange wie_schwer wie_tief wie_weit',
    any: 'was wie welche welcher welches welchen welchem',
  },
  typeNouns: {
    date: 'jahr jahre jahren datum tag monat jahrzehnt jahrhundert',
    number:
      'viel viele prozent prozentsatz anzahl zahl menge bevölkerung preis hoch lang groß alt weit geld alter höhe länge größe geschwindigkeit temperatur entfernung gewicht',
    place: 'land länder stadt städte ort staat region kontinent fluss',
    person: 'person präsident könig königin führer autor wissenschaftler',
    name: 'name namen unternehmen organisation gruppe',
    any: 'art arten begriff wort grund beispiel farbe farben',
  },
  months: MONTHS,
  times: `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags
    samstags sonntags tag tage woche wochen monat monate jahr jahre jahren jahrzehnt jahrhundert jahrtausend stunde stunden
    minute minuten uhr frühling frühjahr sommer herbst winter morgen morgens mittag mittags nachmittag abend abends nacht
    nachts mitternacht zeit zeitalter epoche ära gestern heute täglich wöchentlich monatlich jährlich chr`,
  beforeYears: 'im in um seit bis',
  quantities: `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
    neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen hälfte
    drittel dutzend doppelt einmal zweimal dreimal keine`,
  lightWords: `aktuell allgemein alt anfang anfangen anteil arbeit arbeiten art aufgabe bedeuten begann beginn beginnen
    begonnen beispiel bekannt bekommen benutzen bereich besitzen besonders besser beste bestehen bestimmt
    bezeichnen bleiben breit bringen dauern denken dick ding dritte drittel eigen einfach einige einzig ende
    enden endlich entstehen entwickeln erfolgen erhalten erreichen erscheinen erst erste ersten erster fall
    fallen fast fest finden folge folgen form frage fragen früh funktion funktionieren führen ganz geben
    gebrauchen gehen gehören gemacht genannt genau genug gering gesamt geschehen gleich grad groß grund größe
    größte gut halb halten heißen heißt heute hoch häufig höchste hören idee interesse jahr jung kennen klein
    kommen kurz lang lange lassen leicht letzte leute liegen linie machen mal maß meist meisten mensch menschen
    messen mitte mittel möglich nah name nehmen nennen neu niedrig normal normalerweise notwendig nutzen nächste
    ordnung ort paar passieren person personen platz popular problem punkt rest rolle sache sagen schaffen
    schlecht schließen schnell schwer sehen seite selbst setzen sinn sprechen spät stammen stand stark stehen
    steigen stelle stellen stunde stück suchen system tag tage teil tiefe tragen treffen tun umfassen ungefähr
    unterschied unterschiedlich ursprung verbinden vergleich verschieden verstehen verwenden verändern viel
    vierte voll wachsen weise weit weiter wert wichtig wichtigste wissen woche wollen wort zahl zeigen zeit
    ziehen ziel zweite zweiter änderung öffentlich überhaupt`,
  negations: 'nicht nie niemals kein keine keinen keiner ohne außer weder',
  asksAbout: [
    'nenne',
    'nennen sie',
    'gib mir',
    'sag mir',
    'was sagt der text über',
    'was sagt der artikel über',
    'was sagt das buch über',
    'was sagt das kapitel über',
    'was sagen die texte über',
    'was sagen die quellen über',
    'was steht im text über',
    'was steht im buch über',
    'laut text',
    'laut artikel',
    'erzähl mir von',
    'erzähl mir etwas über',
  ],
  asksForDefinition: [
    'was ist',
    'was is',
    'was sind',
    'was bedeutet',
    'was heißt',
    'was versteht man unter',
    'was war',
    'was bezeichnet',
    'wer ist',
    'wer war',
    'definiere',
    'definition',
    'bedeutung',
    'erkläre',
  ],
  joining: {
    joint: 'und|und auch|aber',
    asker: `${BEFORE_ASKER}(?:${PRONOUN}|${ADVERB})`,
    // "Und warum sie wichtig ist" hangs on what stands before it.
    asking: `${BEFORE_ASKER}(?:(?:${PRONOUN}) \\p{L}|(?:${ADVERB}) (?!(?:er|sie|es|man|ich|du|wir|ihr|der|die|das|ein|eine|diese[rs]?)(?!\\p{L}))\\p{L})`,
  },
  requests: germanRequests,
  differences: [
    'unterschiede?s? (?:\\p{L}+ )?zwischen (.+?) und (.+)$',
    '(?:wie|worin|wodurch) unterscheide[nt] sich (.+?) (?:von|und) (.+)$',
  ],
  defines: ['ist', 'sind', 'war', 'waren', 'bezeichnet', 'bedeutet', 'heißt', 'besteht', 'versteht', 'nennt'],
  names: ['heißt', 'heißen', 'nennt man', 'genannt', 'der Begriff', 'sogenannte[nrs]?'],
  abbreviations: `abb abs aufl ausg bd bde bearb bsp bspw bzw ca chr dipl dr ebd evtl gegr geb gest ggf hg hl hrsg ing inkl insb jh jhd
    lit med mio mrd nr phil prof rd rer sog st tab teilw tel tsd univ verf vgl vs ziff zit`,
  abbreviationsOfNumbers: `abt art kap max min ${SHORT_MONTHS}`,
  // Whole words: the beginning of a compound is another word, "Substitution" of "Substitutionsgut".
  stem: withoutEndings(
    `ungen ung innen in heiten heit keiten keit ischen ischer ische isch lichen licher liche lich erin nen ern ens em en er
    es est e n`,
  ),
  capitalisesNouns: true,
  afterOrdinals: `${MONTHS} ${SHORT_MONTHS} jahrhundert jahrhunderts jh jhd jahrtausend jahrtausends weltkrieg weltkriegs`,
  statements: germanRules,
});
