import type { RequestWordings } from '../requests.ts';

const WHICH =
  "(?:il|lo|la|i|gli|le|l'|del|dello|della|dei|degli|delle|dell'|nel|nella|nell'|questo|questa|questi|queste|quest'|mio|miei|tuo|tuoi|nostro|nostri|nostre|tue|tutto|tutti|tutte|due|entrambi|di|§)";
const NOUN =
  '(?:questo|ciò|tutto|articol[oi]|test[oi]|libr[oi]|capitol[oi]|document[oi]|font[ei]|lettur[ae]|appunti|diapositive|slide|oper[ae]|material[ei]|§)';

export const italianRequests: RequestWordings = {
  works: `(?:${WHICH} ?)*${NOUN}`,
  overview: [
    '(?:(?:puoi|potresti) )?(?:per favore )?(?:riassumi|riassumimi|riassumere|riassumermi|riassuma)(?: @)?(?: per favore)?',
    '(?:(?:fammi|dammi|fai|un|il) )*(?:breve )?riassunto(?: @)?(?: per favore)?',
    '(?:di|su) (?:che )?(?:cosa )?(?:parla|parlano|tratta|trattano|si tratta)(?: @)?',
    "(?:qual è|quali sono) (?:il|la|i|gli|le|l') ?(?:tem[ai]|ide[ae]|punt[oi]|messagg[io]o?)(?: (?:principal[ei]|central[ei]|chiave))?(?: @)?",
    '(?:che )?cosa (?:dice|dicono) @',
  ],
  disagreements: [
    "(?:(?:in|su) (?:che )?(?:cosa )?)?@ (?:non )?(?:sono d'accordo|concordano|discordano|differiscono|si contraddicono)(?: tra loro)?",
    '(?:(?:in|su) (?:che )?(?:cosa )?)?(?:non )?(?:concordano|discordano|differiscono|si contraddicono)(?: @)?',
    '(?:ci sono|esistono) (?:contraddizioni|disaccordi|differenze|divergenze)(?: (?:tra|fra|in) @)?',
    '(?:confronta|confrontare|paragona) @',
  ],
  sources: [
    'chi (?:è|era|sono) ¤',
    '(?!.*§)(?:che|quali)(?: sono)? @(?: (?:hai|ci sono|conosci|usi))?',
    '(?!.*§)(?:elenca|mostra|mostrami) @',
    "chi (?:ha (?:scritto|pubblicato)|è l'(?:autore|autrice)|sono gli autori) @",
    'quando (?:è|sono) stat[oaei] (?:scritt[oaei]|pubblicat[oaei]) @',
  ],
  help: [
    '(?:ciao|grazie|aiuto|aiutami)(?: (?:per favore|bot|footnote))*',
    '(?:che )?cosa (?:puoi|sai) fare',
    'come (?:funziona|funzioni|ti uso)(?: questo)?',
    'chi sei',
  ],
  goesOn: 'e|ma|o|allora|che ne dici|che mi dici',
  asker: "chi|che|cosa|quale|quali|quando|dove|come|quanto|quanta|quanti|quante|perché|qual|dov'è|cos'è",
  accordingTo: 'secondo|stando a',
  accounts: ['(?:che )?cosa (?:dice|dicono|scrive|scrivono) @ (?:su|sul|sulla|di|del|della|dei|delle)'],
};
