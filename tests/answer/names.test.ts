import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { namesIn, readingNamesIn } from '../../src/answer/names.ts';
import type { Article, Passage } from '../../src/material/types.ts';
import { english } from '../../src/text/languages/index.ts';
import { neutral } from '../../src/text/languages/neutral.ts';
import { writeKnowledge } from '../material/fixture.ts';
import { openLibrary } from '../support/bot.ts';

function articleOf(...texts: string[]): Article {
  const source = { id: 'a', title: 'A', authors: [], publisher: '' };
  const passages = texts.map(
    (text, at): Passage => ({
      id: `a#${at + 1}`,
      source: 'a',
      paragraph: at + 1,
      kind: 'quote',
      text,
    }),
  );
  return { source, passages };
}

const namesOf = (text: string, language = english) =>
  namesIn(articleOf(text), language).map(({ name, aliases }) => [name, ...aliases].join(' = '));

describe('an abbreviation beside its long form', () => {
  it.each([
    ['The Union of South American Nations (UNASUR) met.', 'Union of South American Nations = UNASUR'],
    ['Then UNASUR, the Union of South American Nations, met.', 'Union of South American Nations = UNASUR'],
    ['They measure gross domestic product (GDP) yearly.', 'gross domestic product = GDP'],
    ['A DNS (Domain Name System) server answers.', 'Domain Name System = DNS'],
    ['and the Animal Liberation Front (ALF) was', 'Animal Liberation Front = ALF'],
    ['Several set top boxes (STBs) and a set top box (STB).', 'set top box = STB'],
    ['La Organización de los Estados Americanos (OEA) se fundó.', 'Organización de los Estados Americanos = OEA'],
    ['Варшавская фондовая биржа (ВФБ) открылась.', 'Варшавская фондовая биржа = ВФБ'],
  ])('%s', (text, name) => {
    expect(namesOf(text)).toContain(name);
  });

  it.each([
    'Peter Smith (CEO) left.',
    'She moved to Los Angeles (USA) later.',
    'It cost ten dollars (USD).',
    'In that year (AD) it rained.',
    'We met Ann (BBC), a reporter.',
    'The BBC, a broadcaster of many programmes, said so.',
  ])('is none: %s', (text) => {
    expect(namesOf(text)).toEqual([]);
  });
});

describe('a full name beside the surname', () => {
  it('is found behind a title', () => {
    const text =
      'A minister spoke. Foreign Minister Sergei Lavrov came. Lavrov left. Then Lavrov slept, and Lavrov woke; it was foreign.';
    expect(namesOf(text)).toEqual(['Sergei Lavrov = Lavrov']);
  });

  it('is found in a language without lists of words', () => {
    const text = 'Вчера приехал Сергей Лавров. Потом Лавров уехал. Лавров спал, и Лавров вернулся.';
    expect(namesOf(text, neutral)).toEqual(['Сергей Лавров = Лавров']);
  });

  it.each([
    'We saw Anna Berg and Otto Berg. Berg sang. Berg danced.',
    'In Latin America they sing. America is big. America is far.',
    'So did Native American poets. American songs. American books.',
    'Then Anna Berg sang. Anna danced. Berg left. Berg slept.',
    'Although Lavrov came. Lavrov left. Lavrov slept.',
  ])('is none: %s', (text) => {
    expect(namesOf(text)).toEqual([]);
  });
});

describe('material that explains its names', () => {
  it.each([
    ['What does ICD stand for?', 'danube-1999#1'],
    ['Where was the International Commission for the Danube set up?', 'danube-1999#1'],
    ['What do boats pay to the International Commission for the Danube?', 'danube-1999#2'],
    ['What did Ilse Kvornik measure?', 'danube-1999#3'],
  ])('is asked by either: %s', (question, passage) => {
    const library = openLibrary(
      writeKnowledge({
        'articles/danube.md':
          '---\nsource: danube-1999\nkind: quote\n---\n\n[1] The International Commission for the Danube (ICD) was set up in Vienna.\n\n[2] Boats pay a toll to the ICD every year.\n\n[3] The river was surveyed by Ilse Kvornik. Kvornik measured its depth. Kvornik drew maps.\n\n[caption 1] A boat.\n',
        'facts.csv': undefined,
        'terms.csv': undefined,
      }),
    );
    const { verdict, excerpts } = ask(library, question);
    expect(verdict).not.toBe('absent');
    expect(excerpts.slice(0, 2).map((excerpt) => excerpt.passage.id)).toContain(passage);
  });
});

it('are read a text at a time, so that a book holds nobody up', () => {
  const texts = Array.from(
    { length: 40 },
    (_, i) => `Paragraph ${i} is of the Union of South American Nations (UNASUR).`,
  );
  const article = articleOf(...texts);
  const steps = readingNamesIn(article, english);
  let count = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) count++;
  expect(count).toBeGreaterThanOrEqual(texts.length);
  expect(namesIn(article, english).map(({ aliases }) => aliases)).toEqual([['UNASUR']]);
});
