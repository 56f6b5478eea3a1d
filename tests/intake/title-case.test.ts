import { describe, expect, it } from 'vitest';
import { titleInText } from '../../src/intake/about/title-case.ts';

const inText = (title: string, text: string) => titleInText(title, [{ type: 'paragraph', text }]);

const ENGLISH =
  'We bake at the weekend, and the bread is of rye. In the kitchen Ana McBride reads the rules of the EU on the DNA of rye to us.';

describe('a title in capitals', () => {
  it.each([
    ['THE BREAD WEEKEND', 'The Bread Weekend'],
    ['RULES OF THE EU: THE DNA OF BREAD', 'Rules of the EU: The DNA of Bread'],
    ['BREAD AT THE MCBRIDES', 'BREAD AT THE MCBRIDES'],
    ['MCBRIDE’S BREAD', 'MCBRIDE’S BREAD'],
    ['ANA MCBRIDE AND THE RULES II', 'Ana McBride and the Rules II'],
    ['WHAT TO BAKE WITH RYE', 'What to Bake with Rye'],
  ])('is written as in the text, where each word can be told: %s', (title, written) => {
    expect(inText(title, `${ENGLISH} Nobody knows what.`)).toBe(written);
  });

  it.each([
    ['has small letters too', 'Bread AT THE WEEKEND', ENGLISH],
    ['has an abbreviation that the text does not tell', 'BREAD IN THE UK', ENGLISH],
    ['has a word that the text writes in both ways', 'RYE AND IT', `${ENGLISH} The IT is old, and it works.`],
    ['heads a text in capitals', 'THE BREAD WEEKEND', 'WE BAKE AT THE WEEKEND, AND THE BREAD IS OF RYE.'],
  ])('stays where it %s', (_why, title, text) => {
    expect(inText(title, text)).toBe(title);
  });

  it('has small letters and nouns as its language has them', () => {
    const german = 'Das gute Brot wird am Wochenende gebacken, und wir essen es nicht vor dem Montag.';
    expect(inText('DAS BROT AM WOCHENENDE', german)).toBe('Das Brot am Wochenende');
    expect(inText('DAS BROT DER WOCHE', german)).toBe('DAS BROT DER WOCHE');
    const spanish = 'En la villa de Lagos el pan del fin de semana es de centeno, y lo hace Ana con su hermano.';
    expect(inText('EL PAN DE LAGOS', spanish)).toBe('El pan de Lagos');
  });
});
