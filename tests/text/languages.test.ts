import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { languageOfText } from '../../src/text/detect.ts';
import { fold } from '../../src/text/fold.ts';
import { english, KNOWN_LANGUAGES, languageOf, neutral } from '../../src/text/languages/index.ts';

const TEXTS: Readonly<Record<string, string>> = {
  en: 'The mill at Sandow belongs to eleven families, and they have shared its wheel since the flood of 1904.',
  es: 'El molino de Sandow pertenece a once familias, que comparten la rueda desde la inundación de 1904.',
  pt: 'O moinho de Sandow pertence a onze famílias, que partilham a roda desde as cheias de 1904.',
  fr: 'Le moulin de Sandow appartient à onze familles, qui partagent la roue depuis la crue de 1904.',
  de: 'Die Mühle in Sandow gehört elf Familien, die sich das Rad seit dem Hochwasser von 1904 teilen.',
  ru: 'Мельница в Сандове принадлежит одиннадцати семьям, которые делят колесо после наводнения 1904 года.',
  pl: 'Młyn w Sandowie należy do jedenastu rodzin, które dzielą koło od powodzi z 1904 roku.',
};
const QUESTIONS: Readonly<Record<string, string>> = {
  en: 'How many families own the mill?',
  es: '¿A cuántas familias pertenece el molino?',
  pt: 'A quantas famílias pertence o moinho?',
  fr: 'À combien de familles appartient le moulin ?',
  de: 'Wie vielen Familien gehört die Mühle?',
  ru: 'Скольким семьям принадлежит мельница?',
  pl: 'Do ilu rodzin należy młyn?',
};

describe('the language of a text', () => {
  it.each(Object.entries(TEXTS))('is %s', (code, text) => {
    expect(languageOfText(text, english).code).toBe(code);
  });

  it.each([
    ['it', 'La cartiera fu aperta nel 1592 da un mercante di Verona, che comprò un vecchio mulino sul torrente.'],
    ['nl', 'De haven werd in 1836 geopend en ligt aan de oostelijke oever van de rivier, waar er veel mensen werken.'],
    ['ro', 'Mina de sare a fost deschisă în anul 1534 din ordinul voievodului, iar apa era ridicată cu boi.'],
    ['ja', '製塩所は千五百三十四年に開かれた。'],
    ['zh', '盐矿于一五三四年开采。'],
    ['ko', '소금 광산은 1534년에 열렸다.'],
    ['und', 'Soolakaevandus avati vojevoodi korraldusel.'],
  ])('is %s, and not that of a neighbour with words alike: %s', (code, text) => {
    expect(languageOfText(text, neutral).code).toBe(code);
  });

  it('is one that is likely unless another has twice as many of its words', () => {
    const likely = [languageOf('it')];
    expect(languageOfText("Qual è la capitale dell'Australia?", neutral, { likely, minWords: 3 }).code).toBe('it');
    expect(languageOfText('Quin és el nom de la capital?', neutral, { likely, minWords: 3 }).code).toBe('ca');
  });

  it.each([
    [
      'units, variables and elements',
      '- v = u + at\n- F = m a, in N\n- P = F v\n- C H O N: the main elements\n- Cr, d, f, h',
    ],
    [
      'lines without words of grammar',
      '- clone: copy repository\n- commit: save snapshot\n- merge: join branches\n- stash: shelve changes\n- push: upload',
    ],
  ])('is the likely one for terse notes: %s', (_, text) => {
    expect(languageOfText(text, neutral, { likely: [english] })).toBe(english);
  });

  it('is no likely one for terse notes in another language', () => {
    const text =
      '- clonar: copiar repositorio\n- confirmar: guardar instantánea\n- fusionar: unir ramas\n- empujar: subir';
    expect(languageOfText(text, neutral, { likely: [english] })).not.toBe(english);
  });

  it('is what it is said to be otherwise where the text is too short to tell', () => {
    expect(languageOfText('CELAC, 2010', english)).toBe(english);
    expect(languageOfText('CELAC, 2010', neutral)).toBe(neutral);
  });

  it('has a code that no other language has, and is found by it', () => {
    const codes = KNOWN_LANGUAGES.map(({ code }) => code);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    for (const language of KNOWN_LANGUAGES) expect(languageOf(language.code) === language, language.code).toBe(true);
    expect(languageOf('et')).toBe(neutral);
  });
});

describe('an index with texts in several languages', () => {
  const documents = Object.entries(TEXTS).map(([id, text]) => {
    const { code } = languageOfText(text, english);
    return { id, group: id, title: '', text, ...(code === 'en' ? {} : { language: code }) };
  });
  const index = createIndex(documents, analyserOf(english));

  it.each(Object.entries(QUESTIONS))('finds the text in %s by a question in it', (code, question) => {
    expect(index.search(question).hits[0]?.id).toBe(code);
  });

  it('reads the kinds of words as the language of each text has them', () => {
    const texts = ['No se reconstruyó la estación de Peñaclara, porque el pueblo ya estaba vacío.', 'Otra cosa.'];
    const spanish = createIndex(
      texts.map((text, at) => ({ id: `${at}`, group: 'a', title: '', text, language: 'es' })),
      analyserOf(english),
    );
    const denied = spanish.search('¿Por qué no se reconstruyó la estación de Peñaclara?').hits[0]?.confidence ?? 0;
    const stated = spanish.search('¿Por qué se reconstruyó la estación de Peñaclara?').hits[0]?.confidence ?? 0;
    expect(denied).toBeCloseTo(stated);
    // Words of grammar are not looked for in a text of their language, by a question that is taken for English.
    expect(spanish.search('porque').hits).toEqual([]);
  });

  it('reads a question in a language of its texts where there are none in its own', () => {
    const romanian = createIndex(
      [{ id: 'ro', group: 'ro', title: '', text: TEXTS.pl ?? '', language: 'ro' }],
      analyserOf(english),
    );
    // "Când" is common there: it is not asked about, and no slip of another word.
    const { words } = romanian.parse('Când a fost inventat telefonul?');
    expect(words.map(({ typed }) => typed)).not.toContain('cand');
  });

  it('finds words of scripts that write no spaces, in other phrases than the text has', () => {
    const texts = {
      zh: '森多的水磨坊属于十一个家庭。',
      ja: '橋は千九百四年に建てられた。',
      th: 'โรงสีเป็นของสิบเอ็ดครอบครัว',
    };
    const unspaced = createIndex(
      Object.entries(texts).map(([id, text]) => ({ id, group: id, title: '', text, language: 'und' })),
      analyserOf(english),
    );
    expect(unspaced.search('水磨坊属于多少个家庭？').hits[0]?.id).toBe('zh');
    expect(unspaced.search('橋はいつ建てられましたか').hits[0]?.id).toBe('ja');
    expect(unspaced.search('โรงสีเป็นของกี่ครอบครัว').hits[0]?.id).toBe('th');
  });
});

describe('the words of grammar', () => {
  it.each([
    ['ru', 'Каким был средний размер семьи?', ['средний', 'размер', 'семьи']],
    ['ru', 'Какова была его цель?', ['цель']],
    ['fr', 'Auquel des moulins ?', ['moulins']],
    ['de', 'Woraus besteht das Rad?', ['besteht', 'rad']],
  ])('of a question in %s are not searched for: %s', (code, question, words) => {
    const tokens = analyserOf(languageOf(code)).analyse(question);
    expect(tokens.filter(({ stop }) => !stop).map(({ word }) => word)).toEqual(words.map(fold));
  });

  it('are followed by words that every text may have, which tell less', () => {
    const text = 'La fábrica emplea a obreros y obreras. Otros trabajan en casa.';
    const index = createIndex([{ id: 'a', group: 'a', title: '', text, language: 'es' }], analyserOf(english));
    const [light, telling] = index.search('¿Cuándo trabajaron los obreros?').words;
    expect(light).toMatchObject({ typed: 'trabajaron', isLight: true });
    expect(telling).toMatchObject({ typed: 'obreros', isLight: false });
  });
});

describe('the forms of a word', () => {
  it.each([
    ['en', 'die dies died dying'],
    ['en', 'try tries tried trying'],
    ['en', 'virus viruses'],
    ['en', 'succeed succeeds succeeded'],
    ['en', 'experience experiences experienced'],
    ['en', 'prize prizes'],
    ['en', 'seize seized'],
    ['es', 'gato gatos gata'],
    ['pt', 'lei leis'],
    ['pt', 'exílio exilou exilada'],
    ['es', 'murió murieron'],
    ['es', 'historia historias'],
    ['es', 'erupción erupciones'],
    ['fr', 'cheval chevaux'],
    ['it', 'affresco affreschi'],
    ['de', 'Haus Häuser Hauses'],
    ['ru', 'мяч мяча мячом мячи мячами'],
  ])('in %s are indexed under one term: %s', (code, forms) => {
    const { normalise } = analyserOf(languageOf(code));
    expect(new Set(forms.split(' ').map((form) => normalise(form).term)).size).toBe(1);
  });

  it.each([
    ['en', 'Ines', 'ines'],
    ['en', 'used', 'used'],
    ['de', 'wiederholt', 'wiederholt'],
  ])('are no word of grammar in %s: %s', (code, text, question) => {
    const index = createIndex([{ id: 'a', group: 'a', title: '', text }], analyserOf(languageOf(code)));
    expect(index.search(question).hits.map(({ id }) => id)).toEqual(['a']);
  });

  it('are not mixed up with the beginning of a compound in German', () => {
    const { stem } = languageOf('de');
    expect(stem('substitutionsgut')).not.toBe(stem('substitution'));
  });

  it('keep three letters, whatever they end in', () => {
    expect(languageOf('pt').stem('osos')).toBe('oso');
    expect(languageOf('ru').stem('год')).toBe('год');
  });
});

it.each([
  ['es', '¿Cómo funcionan los molinos?', [true, false]],
  ['pt', 'Como funcionam os moinhos?', [true, false]],
  ['fr', 'Comment fonctionnent les moulins ?', [true, false]],
  ['de', 'Wie funktionieren die Mühlen?', [true, false]],
  ['ru', 'Как работает мельница?', [true, false]],
])('a word that is common in %s tells little', (code, question, areLight) => {
  const language = languageOf(code);
  const index = createIndex([{ id: '1', group: 'g', title: '', text: TEXTS[code] ?? '' }], analyserOf(language));
  expect(index.search(question).words.map(({ isLight }) => isLight)).toEqual(areLight);
});

describe('a small word that is shortened before a vowel', () => {
  const words = (code: string, text: string) =>
    analyserOf(languageOf(code))
      .analyse(text)
      .map(({ word, stop }) => (stop ? `(${word})` : word));

  it('is a word of its own', () => {
    expect(words('fr', "L’eau d'une crue qu'elle craint")).toEqual([
      '(l)',
      'eau',
      '(d)',
      '(une)',
      'crue',
      '(qu)',
      '(elle)',
      'craint',
    ]);
    expect(words('und', "dell'acqua")).toEqual(['(dell)', 'acqua']);
  });

  it('is no possessive, contraction or part of a name', () => {
    expect(words('en', "the mill's p's and d's, O'Brien can't")).toEqual([
      '(the)',
      'mill',
      'p',
      '(and)',
      'd',
      'obrien',
      '(cant)',
    ]);
  });

  it('hides nothing from a question in an index of another language', () => {
    const text =
      "L'eau de la rivière appartient à la commune, et l'amende est de dix euros pour qui s'en sert sans permis.";
    const index = createIndex([{ id: 'a', group: 'a', title: '', text, language: 'fr' }], analyserOf(english));
    const words = index.search("Quelle est l'amende pour l'eau ?").words;
    expect(words.map(({ typed, as }) => `${typed} ${as}`)).toEqual(['amende known', 'eau known']);
  });
});

describe('what asks in a language', () => {
  const kindIn = (code: string, question: string) => {
    const language = languageOf(code);
    return language.questions.typeOf(analyserOf(language).analyse(question));
  };

  it.each([
    ['es', '¿Cuándo se fundó?', 'date'],
    ['es', '¿En qué año fue?', 'date'],
    ['en', 'How much money do the families have?', 'number'],
    ['en', 'What is the price of a mill right?', 'number'],
    ['en', 'What is a price floor?', 'any'],
    ['en', 'what is marginal cost', 'any'],
    ['en', 'what is time?', 'any'],
    ['en', 'How do members vote when they disagree?', 'any'],
    ['es', '¿Cuántos hay?', 'number'],
    ['es', '¿Cuántos años tenía cuando llegó?', 'number'],
    ['es', '¿Qué es un precio mínimo?', 'any'],
    ['pt', 'Quem fundou o moinho?', 'person'],
    ['fr', 'Où se trouve le moulin ?', 'place'],
    ['de', 'Wer besitzt die Mühle?', 'person'],
    ['de', 'In welchem Jahr war das?', 'date'],
    ['ru', 'Сколько семей?', 'number'],
    ['ru', 'В каком году это было?', 'date'],
    ['pt', 'qdo foi?', 'date'],
    ['fr', 'qd était-ce ?', 'date'],
  ])('in %s, %s, is told', (code, question, type) => {
    expect(kindIn(code, question)).toBe(type);
  });
});

describe('a definition in a language', () => {
  it.each([
    ['fr', "Qu'est-ce qu'une vanne ?"],
    ['fr', 'cest quoi une vanne'],
    ['fr', 'définition vanne'],
    ['pt', 'significado comporta'],
    ['de', 'definition schütz'],
    ['de', 'was is ein schütz'],
    ['es', 'definición compuerta'],
  ])('in %s is asked for: %s', (code, question) => {
    const language = languageOf(code);
    expect(language.questions.asksForDefinition(analyserOf(language).analyse(question))).toBe(true);
  });

  it.each([
    ['fr', 'La roue tourne. Une vanne est une porte qui retient l’eau.', 'vanne'],
    ['fr', "L'écluse est une porte.", 'écluse'],
    ['de', 'Das Rad steht still. Ein Schütz ist ein Brett, das den Bach staut.', 'Schütz'],
    ['pt', 'A roda gira. A comporta é uma porta que retém a água.', 'comporta'],
  ])('in %s is known at the head of any sentence: %s', (code, text, term) => {
    const start = text.indexOf(term);
    expect(languageOf(code).definitionStrength(text, start, start + term.length)).toBe(1);
  });

  it('is no sentence that says something else of the term, or comes to it late', () => {
    const strength = (text: string) =>
      languageOf('fr').definitionStrength(text, text.indexOf('vanne'), text.indexOf('vanne') + 5);
    expect(strength('La vanne retient l’eau.')).toBeLessThan(0.5);
    expect(strength('On voit que la vanne est une porte.')).toBeLessThan(0.5);
  });
});

describe('a question whose words of grammar several languages have', () => {
  const documents = [
    { id: 'pt', language: 'pt', text: 'Há vários tipos de células, e todas têm uma membrana e centríolos.' },
    { id: 'es', language: 'es', text: 'Se distinguen tres tipos de erupciones en América Central, según el magma.' },
  ].map((document) => ({ ...document, group: document.id, title: '' }));

  it.each([
    ['tipos de erupciones', 'es'],
    ['erupciones', 'es'],
    ['centríolos', 'pt'],
    ['tipos de células', 'pt'],
  ])('is read in the one that has the others: %s', (question, id) => {
    for (const some of [documents, documents.toReversed()]) {
      const { hits, words } = createIndex(some, analyserOf(english)).search(question);
      expect(hits[0]?.id).toBe(id);
      expect(words.map(({ as }) => as)).not.toContain('corrected');
    }
  });
});
