import type { RequestWordings } from '../requests.ts';

const WHICH =
  '(?:der|die|das|den|dem|des|vom|im|dieser|diese|dieses|diesem|diesen|mein|meine|meinen|unser|unsere|unseren|deine|eure|ihre|alle|allen|beide|beiden|von|§)';
const NOUN =
  '(?:es|das|dies|alles|artikeln?|artikels|texte?n?|textes|buch|buches|bücher|büchern|kapiteln?|kapitels|dokumente?n?|quellen?|werke?n?|skripte?n?|skripts|unterlagen|notizen|folien|material(?:ien|s)?|§)';

export const germanRequests: RequestWordings = {
  works: `(?:${WHICH} )*${NOUN}`,
  overview: [
    '(?:(?:kannst du|können sie|könntest du) )?(?:bitte )?(?:fasse? )?(?:mir |uns )?(?:@ )?(?:bitte )?zusammen(?:fassen)?',
    '(?:(?:gib|mir|uns|eine|die) )*(?:kurze )?(?:zusammenfassung|übersicht|inhaltsangabe)(?: @)?(?: bitte)?',
    '(?:worum|um was) (?:geht|handelt) (?:es|es sich)(?: (?:in|im|bei|beim))?(?: @)?',
    '(?:wovon|von was|worüber) (?:handelt|handeln|spricht|sprechen)(?: @)?',
    '(?:was ist|was sind|wie lautet|wie lauten) (?:der|die|das) (?:thema|themen|hauptthema|hauptthemen|hauptaussagen?|hauptgedanken?|kernaussagen?|wichtigsten (?:punkte|aussagen|ideen))(?: @)?',
    'was (?:sagt|sagen|steht in|steht im) @',
  ],
  disagreements: [
    '(?:(?:wo|worin|inwiefern) )?(?:widersprechen|unterscheiden) (?:sich )?@(?: (?:sich|einander))?(?: (?:einander))?',
    '(?:(?:wo|worin|worüber) )?(?:sind sich|stimmen) @ (?:(?:nicht )?(?:einig|uneinig|überein))',
    '(?:gibt es|bestehen) (?:widersprüche|unterschiede|abweichungen|unstimmigkeiten)(?: (?:zwischen|in) @)?',
    '(?:vergleiche?|vergleichen sie) @',
  ],
  sources: [
    'wer (?:ist|war|sind) ¤',
    '(?!.*§)(?:welche|was sind) @(?: (?:hast du|haben sie|gibt es|kennst du|nutzt du))?',
    '(?!.*§)(?:zeige?|liste|nenne)(?: (?:mir|uns))? @(?: auf)?',
    'wer (?:hat @ (?:geschrieben|verfasst|veröffentlicht)|schrieb @|(?:ist|sind|war) (?:der|die) (?:autor|autorin|autoren|verfasser) @)',
    'wann (?:wurde|wurden) @ (?:geschrieben|verfasst|veröffentlicht)|wann (?:ist|sind) @ erschienen',
  ],
  help: [
    '(?:hallo|hi|hey|danke|vielen dank|hilfe|hilf mir)(?: (?:bitte|bot|footnote))*',
    'was (?:kannst du|können sie|kann ich (?:dich )?fragen|kann man (?:dich )?fragen)(?: (?:alles|tun|machen))?',
    'wie (?:funktionierst du|funktioniert (?:das|dies|der bot)|benutze ich (?:dich|das))',
    'wer bist du',
  ],
  goesOn: 'und|aber|oder|also|dann|was ist mit|wie steht es mit|wie sieht es aus mit',
  asker: 'wer|wen|wem|wessen|was|welche|welcher|welches|wann|wo|wie|warum|wieso|weshalb|wohin|woher',
  accordingTo: 'laut|gemäß|nach',
  accounts: ['was (?:sagt|sagen|schreibt|schreiben) @ (?:über|zu|zum|zur)', '@ zufolge'],
};
