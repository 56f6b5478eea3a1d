import { describe, expect, it } from 'vitest';
import { gatherCandidates } from '../../src/answer/candidates/gather.ts';
import type { FactEntry } from '../../src/answer/types.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import { edited, writeKnowledge } from '../material/fixture.ts';
import { openLibrary } from '../support/bot.ts';

const { analyse } = analyserOf(english);
const { asksWhether, isKeywords, kindOf, pairOf } = english.questions;

describe('what a question wants', () => {
  it.each([
    ['Why does it rise there?', 'reason'],
    ['What is the reason for the flood?', 'reason'],
    ['Does it flow through Vienna?', 'yes or no'],
    ['Apart from Vienna, does it flow through other capitals?', 'yes or no'],
    ['How many countries are there?', 'number'],
    ['In what year was it?', 'date'],
    ['danube length', 'any'],
  ])('in %j is %s', (question, kind) => {
    expect(kindOf(question, analyse(question))).toBe(kind);
    expect(asksWhether(question)).toBe(kind === 'yes or no');
  });

  it('is asked by a word and the informative one behind it', () => {
    expect(pairOf(analyse('So how many of the states are there?'))).toBe(pairOf(analyse('How many states has it?')));
    expect(pairOf(analyse('How long is it?'))).not.toBe(pairOf(analyse('How many is it?')));
    expect(pairOf(analyse('danube length'))).toBeUndefined();
  });

  it('is keywords where nothing asks', () => {
    expect(isKeywords('danube length')).toBe(true);
    expect(isKeywords('the danube is how long')).toBe(false);
  });
});

describe('the model of how entries are asked for', () => {
  const several = edited(
    'facts.csv',
    'Where does the Danube rise?',
    'Where does the Danube rise?;Where is its spring?',
  );
  const compare = (question: string) => {
    const library = openLibrary(writeKnowledge(several));
    const askings = library.likelihoods(gatherCandidates(library, question).question);
    const of = (attribute: string) => {
      const entry = library.entries.all.find((each) => each.attribute === attribute) as FactEntry;
      return askings.of(entry);
    };
    return { askings, source: of('source'), length: of('length') };
  };

  it('finds an entry likelier the more it is asked for in those words', () => {
    const { askings, source, length } = compare('Where is the spring?');
    expect(source.likelihood).toBeGreaterThan(0);
    expect(source.likelihood).toBeGreaterThan(length.likelihood);
    expect(askings.best(1).map(({ attribute }) => attribute)).toEqual(['source']);
  });

  it('holds the nearest of the entry’s own questions, wholly where it is that one', () => {
    expect(compare('Where is the spring of the Danube?').source.held).toBeGreaterThan(
      compare('Where is the mouth of the Danube?').source.held,
    );
    expect(compare('Where does the Danube rise?').source.held).toBe(1);
  });

  it('offers nothing for words that nobody asks by', () => {
    expect(compare('qqq zzz').askings.best(5)).toEqual([]);
  });
});
