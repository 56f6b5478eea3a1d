import type { Language } from '../../language.ts';
import { withoutEndings } from '../stems.ts';
import { languageFrom } from '../word-lists.ts';
import { frenchRequests } from './requests.ts';
import { frenchRules } from './statements.ts';

/** Words that ask, as regular expressions, and what may stand ahead of them. */
const ASKERS = 'quand|où|qui|combien|quel(?:le)?s?|comment|pourquoi';
const BEFORE_ASKER = '(?:(?:en|à|de|depuis|par|pour|avec|dans|sur) )?';

export const french: Language = languageFrom({
  code: 'fr',
  stopWords: `à au aux avec avait avaient ayant c ce ceci cela celle celles celui ces cet cette ceux chaque comme comment
    contre d dans de depuis des donc dont du durant elle elles en encore entre est et étaient était été être eu eux
    fait faire il ils j je jusqu l la laquelle le lequel les lesquelles lesquels leur leurs lors lui m ma mais me
    même mes moi mon n ne ni non nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourquoi près
    qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera ses si son sont sous sur t ta tandis te
    tes toi ton tous tout toute toutes tu un une vers vos votre vous y combien après avant aussi ainsi car cest quest y ya qd pk
    pq pcq koi ke faut dois doit doivent peuvent peux veut vais va vont dont duquel auquel desquels auxquels desquelles auxquelles`,
  interrogatives: {
    date: 'quand qd',
    place: 'où',
    person: 'qui',
    number: 'combien',
    any: 'que quoi koi quel quelle quels quelles',
  },
  typeNouns: {
    date: 'année années date jour mois décennie siècle',
    number:
      'pourcentage nombre quantité population prix argent âge hauteur longueur taille vitesse température distance poids',
    place: 'pays ville villes lieu état région continent fleuve rivière',
    person: 'personne président roi reine chef auteur scientifique',
    name: 'nom entreprise organisation groupe',
    any: 'type types terme mot raison exemple couleur couleurs',
  },
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  times: `lundi mardi mercredi jeudi vendredi samedi dimanche jour journée semaine mois an année décennie siècle millénaire
    heure minute printemps automne hiver matin midi soir nuit minuit époque ère âge période règne saison hier
    aujourdhui quotidien hebdomadaire mensuel annuel`,
  beforeYears: 'en depuis dès vers',
  quantities: `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
    cinquante soixante cent cents mille million millions moitié tiers douzaine double aucun`,
  lightWords: `action actuel actuellement aller ancien apparaître appelait appeler appelle apporter arriver augmenter avoir bas
    base beau bon bonne but cas central certain chose clair commencer commun comprendre connaître connu
    considérer contenir continuer court demander dernier dernière devenir devenu devoir difficile différence
    différent dire distinct dit donner double début effet enfant entrer environ exemple exister facile faible
    falloir façon femme fin final finir fois fonction fonctionner forme fort fréquent gens grand grande gros
    général habituellement haut heure homme idée important inclure indiquer intérêt jeu jeune jour jours laisser
    large lieu local long longtemps maintenir majeur manière meilleur mesure mesurer mettre moins moitié moment
    monde montrer moyen même niveau nom nombreux normal normalement nouveau nouvelle nécessaire objet obtenir
    ordre original origine paraître parler part partie partir passer pays permettre personne personnes peser
    petit petite place point populaire porter poser possible pouvoir premier première prendre principal problème
    prochain produire propre présenter public quatrième quelque question raison recevoir relation rendre rester
    retrouver réaliser récent résultat rôle savoir second seconde semaine sentir servir seul similaire simple
    situation sortir suffisant suivant suivre système séparer taille tard temps tenir terme tiers total travail
    travailler troisième trouver type unique usage utiliser valeur varier venir vie vieux voir vouloir vrai
    époque`,
  negations: 'ne pas jamais ni aucun aucune sans sauf',
  asksAbout: [
    'énumère',
    'énumérez',
    'nomme',
    'nommez',
    'donne moi',
    'donnez moi',
    'dis moi',
    'que dit le texte sur',
    'que dit l article sur',
    'que dit le livre sur',
    'que dit le chapitre sur',
    'que disent les textes sur',
    'que disent les sources sur',
    'que dit on de',
    'que dit on sur',
    'selon le texte',
    'selon l article',
    "d'après le texte",
    "d'après l'article",
    'parle moi de',
  ],
  asksForDefinition: [
    "qu'est-ce que",
    "qu'est-ce qu'",
    'quest ce que',
    'quest ce qu',
    'qui est',
    'qui était',
    'que signifie',
    'que veut dire',
    "c'est quoi",
    'cest quoi',
    'définition',
    'définir',
    'définis',
    'expliquer',
  ],
  joining: {
    joint: 'et|et aussi|mais',
    asker: `${BEFORE_ASKER}(?:${ASKERS}|quoi)`,
    asking: `${BEFORE_ASKER}(?:(?:${ASKERS}) \\p{L}|qu['’]est-ce)`,
  },
  requests: frenchRequests,
  differences: ['diff[eé]rences? (?:y a-t-il |existe-t-il )?entre (.+?) et (.+)$'],
  defines: ['est', 'sont', 'était', 'étaient', 'signifie', 'désigne', 'désignent', 'consiste', 'on (?:entend|désigne)'],
  names: [
    'on (?:appelle|nomme)',
    "(?:s'|s’)appelle",
    'se nomme',
    '(?:appel|nomm)ée?s?',
    'connue?s? sous le nom de',
    'on entend par',
  ],
  abbreviations: 'al apr av bd boul ca cf éd env ex j.-c mgr mlle mlles mm mme mmes pp prof st ste tél vs',
  abbreviationsOfNumbers: 'art chap fig no nos vol janv févr avr juil sept oct nov déc',
  stem: withoutEndings(
    `ements ement aient erent irent issent antes ante ants ant eaux eau aux al ale ales elles elle els el euses euse eux ives
    ive ifs if ees ee er ez ent ons ait ais ai ite ites e es s x t`,
    8,
  ),
  statements: frenchRules,
});
