import { describe, expect, it } from 'vitest';
import { analyserOf } from '../../src/text/analyser.ts';
import { withoutFraming } from '../../src/text/framing.ts';
import { spanish } from '../../src/text/languages/es/index.ts';
import { english } from '../../src/text/languages/index.ts';

/** What of a question is left to search for. */
function matterOf(question: string, language = english): string[] {
  const tokens = withoutFraming(analyserOf(language).analyse(question), language.questions);
  return tokens.filter(({ stop }) => !stop).map(({ word }) => word);
}

describe('words that say how it should be told', () => {
  it.each([
    ['define ethnocentrism', ['ethnocentrism']],
    ['please define division of labor', ['division', 'labor']],
    ['What is the definition of anomie?', ['anomie']],
    ['McDonaldization meaning', ['mcdonaldization']],
    ['What does division of labor mean?', ['division', 'labor']],
    ['whats conflict theory in simple words', ['conflict', 'theory']],
    ['examples of deviance', ['deviance']],
  ])('are no part of its matter: %s', (question, words) => {
    expect(matterOf(question)).toEqual(words);
  });

  it.each([
    ['What does the treaty mean for Peru?', ['treaty', 'mean', 'peru']],
    ['Who defined the river as the border?', ['defined', 'river', 'border']],
    ['The means of production', ['means', 'production']],
  ])('count where they are part of it: %s', (question, words) => {
    expect(matterOf(question)).toEqual(words);
  });

  it('count where nothing else is said', () => {
    expect(matterOf('meaning')).toEqual(['meaning']);
    expect(matterOf('define')).toEqual(['define']);
  });

  it('are known in other languages', () => {
    expect(matterOf('¿Qué significa anomia?', spanish)).toEqual(['anomia']);
    expect(matterOf('definición de anomia', spanish)).toEqual(['anomia']);
  });
});
