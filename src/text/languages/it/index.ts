import { stemmer } from '@orama/stemmers/italian';
import type { Language } from '../../language.ts';
import { beginningOf } from '../stems.ts';
import { languageFrom } from '../word-lists.ts';
import { italianRequests } from './requests.ts';

export const italian: Language = languageFrom({
  code: 'it',
  stopWords: `a ad al allo alla ai agli alle all anche ancora avere aveva avevano ha hanno ho c che chi ci ciò cioè come con col
    contro cosa cui da dal dallo dalla dai dagli dalle dall del dello della dei degli delle dell di dove dopo durante e è
    ed era erano essere essi essa esse fa fare fra fu furono già gli i il in io la là le lei li lo loro lui ma me mentre mi
    mia mie miei mio molto ne nè né negli nei nel nell nella nelle nello noi non nostra nostro o od ogni oltre per perché
    però più poco poi presso prima proprio qual quale quali qualche quando quanta quante quanti quanto quel quella quelle
    quelli quello quegli quei questa queste questi questo qui se secondo sei sempre senza si sia siamo sono sopra sotto sta
    stata state stati stato su sua sue sugli sui sul sull sulla sulle sullo suo suoi tra tu tua tuo tutta tutte tutti tutto
    un una uno verso vi voi può possono deve devono viene vengono venne vennero cos dov quand com xke xché cmq nn`,
  interrogatives: {
    date: 'quando',
    place: 'dove dov',
    person: 'chi',
    number: 'quanti quante quanto quanta',
    any: 'che cosa quale quali qual',
  },
  typeNouns: {
    date: 'anno anni data giorno mese decennio secolo',
    number:
      'percentuale numero quantità popolazione prezzo denaro età altezza lunghezza dimensione velocità temperatura distanza peso',
    place: 'paese paesi città luogo stato regione continente fiume',
    person: 'persona presidente re regina capo autore scienziato pittore scultore',
    name: 'nome impresa azienda organizzazione gruppo',
    any: 'tipo tipi termine parola ragione motivo esempio colore colori',
  },
  months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  times: `lunedì martedì mercoledì giovedì venerdì sabato domenica giorno settimana mese anno decennio secolo millennio ora
    minuto primavera estate autunno inverno mattina mezzogiorno pomeriggio sera notte mezzanotte epoca età periodo regno
    ieri oggi domani quotidiano settimanale mensile annuale duecento trecento quattrocento cinquecento seicento
    settecento ottocento novecento ac dc`,
  beforeYears: 'nel dal al fino verso circa',
  quantities: `due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
    diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento duecento trecento
    cinquecento mille mila milione milioni metà terzo dozzina doppio nessuno`,
  lightWords: `abbastanza accadere alcuni alcune alto altro altra altri altre ampio andare apparire attuale attualmente
    aumentare avvenire azione base basso bene bisogno breve buono capire caso centrale certo cercare chiamare chiamata chiamato
    chiaro circa cominciare comune conoscere considerare continuare corto cosa cose credere dare diventare differenza
    differente difficile dire diverso dovere effetto entrare esempio esistere facile fatto fine finale finire forma forte
    frequente funzionare funzione generale gente giorno giovane giorni grande gruppo idea importante iniziale iniziare interesse
    lasciare lavorare lavoro locale lungo luogo maggior maggiore maggioranza maniera mantenere meglio meno mettere mezzo
    migliore minore misura modo momento mondo mostrare muovere necessario nome normale normalmente notevole numeroso nuovo
    occasione oggi ora origine originale ottenere parte partire passare persona persone piccolo popolare porre possibile
    potere prendere principale primo prima problema processo produrre prossimo pubblico punto quarto quasi ragione reale
    recente relazione ricevere risultato rimanere sapere secondo seguente seguire semplice sentire servire settimana significare
    simile sistema situazione specifico spesso stesso stessa sufficiente tardi tempo tenere terminare terzo tipo tornare
    totale trattare trovare trovarsi ultimo unico uomo usare uso utilizzare valore vario vecchio vedere venire vero vita
    volere volta volte`,
  negations: 'non mai né nessun nessuno nessuna senza tranne eccetto',
  asksAbout: [
    'elenca',
    'dimmi',
    'dammi',
    'che cosa dice il testo su',
    'cosa dice il testo su',
    'cosa dice il testo sul',
    'cosa dice il testo sulla',
    "cosa dice l'articolo su",
    'cosa dice il libro su',
    'cosa dice il capitolo su',
    'cosa dicono i testi su',
    'cosa dicono le fonti su',
    'secondo il testo',
    "secondo l'articolo",
    'parlami di',
    'parlami del',
    'parlami della',
  ],
  asksForDefinition: [
    "che cos'è",
    "cos'è",
    'che cosa è',
    'cosa è',
    'che cosa sono',
    'cosa sono',
    'che cosa significa',
    'cosa significa',
    'cosa vuol dire',
    'cosa si intende per',
    "cosa s'intende per",
    'chi è',
    'chi era',
    'chi fu',
    'definisci',
    'definizione',
    'significato',
    'spiega',
  ],
  joining: {
    joint: 'e|ed|e anche|ma',
    asker: `(?:(?:in|a|da|di|con|per|su|fino a) )?(?:quando|dove|chi|quant[oaei]|che cosa|cosa|qual[ei]?|come|perch[eé])`,
  },
  requests: italianRequests,
  differences: [
    "differenz[ae] (?:c['’]è |esiste |esistono )?(?:tra|fra) (.+?) ed? (.+)$",
    'in che cosa differiscono (.+?) ed? (.+)$',
  ],
  defines: [
    'è',
    'sono',
    'era',
    'erano',
    'fu',
    'significa',
    'significano',
    'indica',
    'indicano',
    'consiste',
    "s['’]intende",
    'si (?:definisce|intende)',
  ],
  names: [
    'si (?:chiama(?:no)?|dice|dicono|definisce)',
    '(?:chiamat|dett|denominat|definit)[oaie]',
    'conosciut[oaie] come',
    "(?:si |s['’])intende per",
  ],
  abbreviations: `aa art artt avv ca cap capp cf cfr cit dott dr ecc ed es fig figg gen ing lett mons nr on op pag pagg pp prof
    proff rag s sec sez sig sigg ss st tab tel trad v vol voll vs`,
  abbreviationsOfNumbers: 'gen feb mar apr mag giu lug ago set ott nov dic n',
  stem: (word) => beginningOf(stemmer(word), 8),
});
