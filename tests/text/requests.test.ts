import { expect, it } from 'vitest';
import type { Request } from '../../src/text/language.ts';
import { languageOf } from '../../src/text/languages/index.ts';

const ASKED: Readonly<Record<string, Readonly<Record<Request, readonly string[]>>>> = {
  en: {
    overview: [
      'summarise the text',
      'can you please sum up §',
      "what's this about",
      'what are the main points',
      'tl dr',
    ],
    disagreements: [
      'do the sources disagree',
      'where do they contradict each other',
      'compare the two books',
      'do the sources agree on the date of §',
    ],
    sources: [
      'what are your sources',
      'which texts do you have',
      'who wrote §',
      'who is ¤',
      'when was this article published',
    ],
    help: ['help me please', 'what can you do', 'thank you'],
    'follow-up': ['and in 2014', 'what about the canal', 'so the second one'],
  },
  es: {
    overview: [
      'resume el texto',
      'de que trata el libro',
      'cuales son las ideas principales',
      'hazme un resumen del articulo',
    ],
    disagreements: [
      'las fuentes se contradicen',
      'en que difieren los textos',
      'hay contradicciones entre las fuentes',
    ],
    sources: [
      'que fuentes tienes',
      'quien escribio el articulo',
      'quien es el autor de §',
      'cuando se publico este libro',
    ],
    help: ['hola', 'que puedes hacer'],
    'follow-up': ['y en 2014', 'y el canal'],
  },
  pt: {
    overview: ['resuma o texto', 'de que trata o livro', 'faca um resumo do artigo', 'quais sao as ideias principais'],
    disagreements: ['as fontes discordam', 'em que diferem os textos', 'existem contradicoes entre as fontes'],
    sources: ['quais sao as fontes', 'quem escreveu o artigo', 'quando foi publicado este livro'],
    help: ['obrigada', 'o que voce pode fazer'],
    'follow-up': ['e em 2014', 'e quanto a ponte'],
  },
  fr: {
    overview: [
      "resume l'article",
      'de quoi parle ce texte',
      "fais un resume de l'article",
      'quelles sont les idees principales',
    ],
    disagreements: [
      "les sources sont elles d'accord",
      'y a t il des contradictions entre les sources',
      'compare les deux textes',
    ],
    sources: ['quelles sont tes sources', "qui a ecrit l'article", "quand a ete publie l'article"],
    help: ['merci', 'comment ca marche'],
    'follow-up': ['et en 2014', 'et le canal'],
  },
  de: {
    overview: [
      'fasse den text zusammen',
      'worum geht es im artikel',
      'gib mir eine zusammenfassung',
      'wovon handelt das buch',
    ],
    disagreements: [
      'widersprechen sich die quellen',
      'gibt es widerspruche zwischen den texten',
      'vergleiche die beiden texte',
    ],
    sources: ['welche quellen hast du', 'wer hat den artikel geschrieben', 'wann wurde das buch veroffentlicht'],
    help: ['hallo', 'was kannst du'],
    'follow-up': ['und im jahr 2014', 'was ist mit dem kanal'],
  },
  it: {
    overview: [
      "riassumi l'articolo",
      'di cosa parla il testo',
      'fammi un riassunto del libro',
      'quali sono le idee principali',
    ],
    disagreements: ["le fonti sono d'accordo", 'ci sono contraddizioni tra le fonti', 'confronta i due testi'],
    sources: ['quali fonti hai', "chi ha scritto l'articolo", 'quando e stato pubblicato il libro'],
    help: ['ciao', 'cosa sai fare'],
    'follow-up': ['e nel 2014', 'e il canale'],
  },
  ru: {
    overview: ['перескажи текст', 'о чем эта статья', 'краткое содержание книги', 'какова главная мысль текста'],
    disagreements: ['в чем расходятся источники', 'есть ли противоречия между источниками', 'сравни статьи'],
    sources: ['какие у тебя есть источники', 'кто написал эту статью', 'когда была написана книга'],
    help: ['привет', 'что ты умеешь'],
    'follow-up': ['а в 2014 году', 'а как насчет канала'],
  },
};

for (const [code, requests] of Object.entries(ASKED)) {
  for (const [request, messages] of Object.entries(requests)) {
    it.each(messages)(`takes "%s" for a request (${request}, ${code})`, (message) => {
      expect(languageOf(code).questions.requestOf(message.replaceAll("'", ' '))).toBe(request);
    });
  }
}

it.each([
  ['en', 'what is the treaty about'],
  ['en', 'who wrote the letter'],
  ['en', 'what is §'],
  ['en', 'who is §'],
  ['en', 'list §'],
  ['de', 'was sind §'],
  ['es', 'cuales son §'],
  ['en', 'and who leads the council'],
  ['en', 'summarise the causes of the war'],
  ['en', 'how can the council help the poor'],
  ['en', 'what can the council do'],
  ['en', 'what are the main points of the treaty'],
  ['es', 'de que trata el tratado'],
  ['es', 'y quien dirige el consejo'],
  ['de', 'worum geht es in dem vertrag'],
  ['ru', 'о чем договор'],
  ['th', 'and in 2014'],
])('leaves a question alone (%s): "%s"', (code, message) => {
  expect(languageOf(code).questions.requestOf(message)).toBeUndefined();
});

it.each([
  ['en', 'according to the pilot s guide when was it built', 'the pilot s guide', 'when was it built'],
  ['en', 'what does kessler say about the mill', 'kessler', 'the mill'],
  ['en', 'when did it open says kessler', 'kessler', 'when did it open'],
  ['es', 'segun kessler cuando se fundo', 'kessler', 'cuando se fundo'],
  ['pt', 'o que diz kessler sobre o moinho', 'kessler', 'o moinho'],
  ['fr', 'd apres kessler quand le moulin a brule', 'kessler', 'quand le moulin a brule'],
  ['de', 'wann wurde die muhle laut kessler', 'kessler', 'wann wurde die muhle'],
  ['it', 'cosa dice kessler sul mulino', 'kessler', 'mulino'],
  ['ru', 'что пишет кесслер о мельнице', 'кесслер', 'мельнице'],
])('finds whose account is wanted (%s): "%s"', (code, question, name, rest) => {
  const words = question.split(' ');
  const clause = languageOf(code).questions.accountIn(words);
  expect(clause && words.slice(...clause.name).join(' ')).toBe(name);
  const [from, to] = clause?.phrase ?? [0, 0];
  expect([...words.slice(0, from), ...words.slice(to)].join(' ')).toBe(rest);
});
