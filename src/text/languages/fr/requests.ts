import type { RequestWordings } from '../requests.ts';

const WHICH =
  "(?:le|la|les|l'|d'|du|de|des|au|aux|ce|cet|cette|ces|mon|mes|ton|tes|votre|vos|notre|nos|tout|tous|toutes|deux|§)";
const NOUN =
  '(?:ça|cela|tout|articles?|textes?|livres?|chapitres?|documents?|sources?|lectures?|notes|diapositives|œuvres?|ouvrages?|cours|supports?|§)';

export const frenchRequests: RequestWordings = {
  works: `(?:${WHICH} ?)*${NOUN}`,
  overview: [
    "(?:(?:peux tu|pouvez vous|pourrais tu|pourriez vous) )?(?:me )?(?:résume|résumez|résumer|résume moi|résumez moi)(?: @)?(?: s'il (?:te|vous) plaît)?",
    "(?:(?:fais|faites|donne|donnez|moi|un|le) )*(?:bref )?résumé(?: @)?(?: s'il (?:te|vous) plaît)?",
    'de quoi (?:parle|parlent|traite|traitent)(?: t il)?(?: @)?',
    "de quoi (?:s'agit il|il s'agit|est il question)(?: dans @)?",
    "(?:quel|quelle|quels|quelles) (?:est|sont) (?:le|la|les|l') ?(?:sujets?|thèmes?|idées?|points?|messages?)(?: (?:principale?s?|centrale?s?|principaux|clés?))?(?: @)?",
    'que (?:dit|disent) @',
  ],
  disagreements: [
    "(?:(?:est ce que|en quoi|sur quoi) )?@ (?:ne )?(?:sont (?:ils |elles )?(?:pas )?(?:d'accord|en désaccord)|se contredisent|diffèrent|divergent)(?: (?:ils|elles))?(?: entre (?:eux|elles))?",
    '(?:(?:en quoi|sur quoi) )?(?:se contredisent|diffèrent|divergent)(?: (?:ils|elles))?(?: @)?',
    "(?:y a t il|il y a|est ce qu'il y a) (?:des|une) (?:contradictions?|désaccords?|divergences?|différences?)(?: (?:entre|dans) @)?",
    '(?:compare|comparez|comparer) @',
  ],
  sources: [
    'qui (?:est|était|sont) ¤',
    '(?!.*§)(?:quels?|quelles?)(?: sont)? @(?: (?:as tu|avez vous|y a t il|connais tu|connaissez vous))?',
    '(?!.*§)(?:liste|listez|montre|montrez)(?: moi)? @',
    "qui (?:a (?:écrit|publié)|(?:est|sont) (?:l'|les |la )(?:auteurs?|autrices?)) @",
    'quand (?:a|ont) (?:été|paru) (?:(?:écrite?s?|publiée?s?) )?@',
    'quand @ (?:a t il|a t elle|ont ils|ont elles) (?:été (?:écrite?s?|publiée?s?)|paru)',
  ],
  help: [
    "(?:salut|bonjour|merci|aide|à l'aide|aide moi)(?: (?:s'il (?:te|vous) plaît|bot|footnote))*",
    "(?:que|qu'est ce que tu|que sais tu|que peux tu|que pouvez vous) ?(?:peux |sais )?faire",
    'comment (?:ça marche|fonctionnes tu|ça fonctionne|je t utilise)',
    'qui es tu',
  ],
  goesOn: "et|mais|ou|alors|donc|qu'en est il",
  asker: "qui|que|quoi|quel|quelle|quels|quelles|quand|où|comment|combien|pourquoi|qu'est",
  accordingTo: "selon|d'après",
  accounts: ["(?:que|qu'est ce que) (?:dit|disent|écrit|écrivent) @ (?:sur|de|au sujet de|à propos de)"],
};
