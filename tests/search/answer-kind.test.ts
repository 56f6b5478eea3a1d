import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english, languageOf } from '../../src/text/languages/index.ts';

/** Whether the one passage counts as lacking what a question asks for. */
function lacks(text: string, question: string, code = 'en'): boolean | undefined {
  const document = { id: 'a', group: 'a', title: '', text, ...(code === 'en' ? {} : { language: code }) };
  return createIndex([document], analyserOf(english)).search(question).hits[0]?.lacksAnswer;
}

describe('a question that asks when', () => {
  it.each([
    ['en', 'The mill was sold in 1904 by its owners.', 'When was the mill sold?'],
    ['en', 'The mill was sold in March by its owners.', 'When was the mill sold?'],
    ['en', 'The mill is open on weekdays and on Sunday mornings.', 'When is the mill open?'],
    ['en', 'The mill was built in 843 by monks.', 'When was the mill built?'],
    ['es', 'El molino se vendió un jueves.', '¿Cuándo se vendió el molino?'],
    ['es', 'El molino se construyó en el siglo XIII.', '¿Cuándo se construyó el molino?'],
    ['pt', 'O moinho abre às terças de manhã.', 'Quando abre o moinho?'],
    ['fr', 'Le moulin ouvre le dimanche matin.', 'Quand ouvre le moulin ?'],
    ['de', 'Die Mühle öffnet dienstags.', 'Wann öffnet die Mühle?'],
    ['ru', 'Мельница построена в 79 году.', 'Когда построена мельница?'],
  ])('is answered in %s by a date or a time: %s', (code, text, question) => {
    expect(lacks(text, question, code)).toBe(false);
  });

  it.each([
    ['en', 'The mill was sold to 12 families for 340 guineas.', 'When was the mill sold?'],
    ['en', 'The mill may be sold to 12 families.', 'When was the mill sold?'],
    ['es', 'El molino se vendió a 340 familias.', '¿Cuándo se vendió el molino?'],
    ['de', 'Die Mühle wurde an 34 Familien verkauft.', 'Wann wurde die Mühle verkauft?'],
    ['ru', 'Мельница продана 34 семьям.', 'Когда продана мельница?'],
  ])('is not answered in %s by another figure: %s', (code, text, question) => {
    expect(lacks(text, question, code)).toBe(true);
  });
});

it('a question that asks who is answered by what people were, without a name', () => {
  expect(lacks('The salt carriers paid for the bridges.', 'Who paid for the bridges?')).toBe(false);
});

describe('a question that asks how many', () => {
  it.each([
    ['es', 'La muralla tenía once torres.', '¿Cuántas torres tenía la muralla?'],
    ['pt', 'A muralha tinha doze torres.', 'Quantas torres tinha a muralha?'],
    ['fr', 'La muraille avait douze tours.', 'Combien de tours avait la muraille ?'],
    ['de', 'Die Mauer hatte elf Türme.', 'Wieviele Türme hatte die Mauer?'],
    ['de', 'Die Mauer hatte elf Türme.', 'Wie viele Türme hatte die Mauer?'],
    ['ru', 'У стены двенадцать башен.', 'Сколько башен у стены?'],
  ])('is answered in %s by a number in words', (code, text, question) => {
    expect(lacks(text, question, code)).toBe(false);
  });

  it.each([
    ['en', 'The wall had towers in 1904, on 6 May.', 'How many towers did the wall have?'],
    ['es', 'La muralla tenía torres en 2005.', '¿Cuántas torres tenía la muralla?'],
    ['de', 'Die Mauer hatte viele Türme.', 'Wie viele Türme hatte die Mauer?'],
  ])('is not answered in %s by a date: %s', (code, text, question) => {
    expect(lacks(text, question, code)).toBe(true);
  });

  it('is answered by a figure that might be a year', () => {
    expect(lacks('The wall had 1904 towers.', 'How many towers did the wall have?')).toBe(false);
  });

  it('is not answered without a number', () => {
    expect(lacks('La muralla tenía torres altas.', '¿Cuántas torres tenía la muralla?', 'es')).toBe(true);
    expect(lacks('К вулканам относится Красная сопка.', 'Какая высота Красной сопки?', 'ru')).toBe(true);
  });
});

it('a passage that has the kind of answer asked for comes before a nearly equal one that has not', () => {
  const documents = [
    { id: 'lacks', group: 'a', title: '', text: 'The canal was given back, and back again.' },
    {
      id: 'has',
      group: 'a',
      title: '',
      text: 'The canal was given back to its owners in 1999.',
    },
  ];
  const first = (question: string) => createIndex(documents, analyserOf(english)).search(question).hits[0]?.id;
  expect(first('Was the canal given back?')).toBe('lacks');
  expect(first('When was the canal given back?')).toBe('has');
});

it('nouns that are thrown in are no names, though German writes them with capitals', () => {
  const text = 'Glas hat kein Gitter. Fensterglas besteht zu 72 Prozent aus Quarz.';
  const index = createIndex([{ id: 'a', group: 'a', title: '', text }], analyserOf(languageOf('de')));
  expect(index.search('Fensterglas Quarz Gehalt').words.some(({ isName }) => isName)).toBe(false);
  expect(index.search('Was sagt Otto Keller über Fensterglas?').words.map(({ isName }) => isName)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

it('a question that asks when is answered by a date in the heading', () => {
  const document = { id: 'a', group: 'a', title: '', text: 'The command was renamed.' };
  const lacksUnder = (heading: string) =>
    createIndex([{ ...document, heading }], analyserOf(english)).search('When was the command renamed?').hits[0]
      ?.lacksAnswer;
  expect(lacksUnder('3.0.0 (11 January 2023)')).toBe(false);
  expect(lacksUnder('3.0.0')).toBe(true);
});

describe('a question for a measure', () => {
  it.each([
    ['At what temperature does the kiln fire?', 'The kiln fires at 960 degrees for most of a night.'],
    ['At what temperature does the kiln fire?', 'The kiln fires best at 960 °C.'],
    ['How long does the kiln fire?', 'The kiln fires for twelve hours.'],
    ['How high is the kiln?', 'The kiln is 5 to 6 metres high.'],
    ['How heavy is the kiln?', 'The kiln weighs 3 tonnes.'],
    ['How much did the kiln cost?', 'The kiln cost £340 when it was new.'],
  ])('is answered by a number with a unit of it: %s %s', (question, text) => {
    expect(lacks(text, question)).toBe(false);
  });

  it.each([
    ['At what temperature does the kiln fire?', 'The kiln fires four kinds of bowl.'],
    ['How long does the kiln fire?', 'The kiln fires at 960 degrees.'],
    ['How high is the kiln?', 'The kiln was built high above the river in 1904.'],
    ['How much did the kiln cost?', 'The kiln cost the potter 3 years of work.'],
  ])('is not answered by another number: %s %s', (question, text) => {
    expect(lacks(text, question)).toBe(true);
  });

  it('brings a passage first that has one', () => {
    const texts = [
      'The kiln has four flues, and the kiln fires jars.',
      'Once lit, the kiln fires at 960 degrees, day and night.',
    ];
    const index = createIndex(
      texts.map((text, at) => ({ id: `${at}`, group: 'a', title: '', text })),
      analyserOf(english),
    );
    expect(index.search('What is the kiln?').hits[0]?.id).toBe('0');
    expect(index.search('At what temperature does the kiln fire?').hits[0]?.id).toBe('1');
  });
});
