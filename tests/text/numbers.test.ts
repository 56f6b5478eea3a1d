import { expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english, languageOf } from '../../src/text/languages/index.ts';

it.each([
  ['es', 'Son 1.400 metros', '1400'],
  ['es', 'Eran 4.075.', '4075'],
  ['es', 'Son 3 200 metros', '3200'],
  ['pt', 'São 1.234.567 litros', '1.234567 million'],
  ['de', 'Bei 1.538,5 Grad', '1538.5'],
  ['de', 'Am 11.02.2022', '11.02 2022'],
  ['fr', 'Il y a 12\u202f345 habitants', '12345'],
  ['fr', 'Entre 1998 200 personnes', '1998 200'],
  ['ru', 'Их 10,5 процента', '10.5'],
  ['ru', 'Группы 1,2,3', '1 2 3'],
  ['it', 'Sono 3.200 metri', '3200'],
  ['es', 'Son 12,345,678 litros', '12.345678 million'],
  ['en', 'It is 3.200 or 3,200 or 3 200', '3.2 3200 3 200'],
  ['en', 'From 3.0.1 or v2.4.0, at 10.0.0.1', '3.0.1 2.4.0 10.0.0.1'],
  ['de', 'In 2.3.1 von 12.345.678', '2.3.1 12.345678 million'],
  ['en', 'On 3.10.1990', '3.1 1990'],
  ['en', 'It is 3\u00a0200.5 metres', '3200.5'],
])('figures in %s, %s, are %s', (code, text, figures) => {
  const terms = analyserOf(languageOf(code))
    .analyse(text)
    .map(({ term }) => term);
  expect(terms.filter((term) => /^\d|illion$/.test(term)).join(' ')).toBe(figures);
});

it('a figure is found however it is written, in the language of the question', () => {
  const texts = ['La muralla medía 1.400 metros.', 'El puente mide 52 metros.'];
  const documents = texts.map((text, at) => ({ id: `${at}`, group: 'a', title: '', text, language: 'es' }));
  const index = createIndex(documents, analyserOf(english));
  for (const question of ['¿Qué medía 1400 metros?', '¿Qué medía 1.400 metros?', '¿Qué medía 1 400 metros?']) {
    expect(index.search(question).hits[0]).toMatchObject({ id: '0', missing: [] });
  }
});
