import { describe, expect, it } from 'vitest';
import { joinLines, wordsOf } from '../../src/intake/print/join.ts';

const join = (lines: string[], elsewhere = '') => joinLines(lines, wordsOf([...lines, elsewhere]));

describe('a word that the end of a line breaks', () => {
  it.each([
    ['is mended', ['a note-', 'book'], '', 'a notebook'],
    [
      'keeps a hyphen that the text writes elsewhere',
      ['a long-', 'standing rule'],
      'long-standing',
      'a long-standing rule',
    ],
    [
      'keeps a hyphen between words that stand for themselves elsewhere',
      ['a stone-', 'built wall'],
      'built of stone',
      'a stone-built wall',
    ],
    ['loses it where the whole word stands elsewhere', ['a light-', 'house'], 'light house lighthouse', 'a lighthouse'],
    [
      'keeps it in a compound that the text does not write elsewhere',
      ['a power-', 'performance test'],
      '',
      'a power-performance test',
    ],
    ['keeps it in a word that has one already', ['state-of-the-', 'art'], '', 'state-of-the-art'],
    [
      'keeps it after a prefix that is written so',
      ['a self-', 'tuning loop, a vice-', 'president'],
      '',
      'a self-tuning loop, a vice-president',
    ],
    ['keeps it in a number', ['a lock of twenty-', 'five steps'], '', 'a lock of twenty-five steps'],
    [
      'loses it in a word of the language',
      ['the cap-', 'tions of the cli-', 'mate'],
      '',
      'the captions of the climate',
    ],
    [
      'loses it where a half is no word',
      ['a long-stand-', 'ing rule of xylo-', 'graphers'],
      '',
      'a long-standing rule of xylographers',
    ],
    ['keeps it before a capital', ['the Anglo-', 'Saxon'], '', 'the Anglo-Saxon'],
    ['keeps it between numbers', ['from 1914-', '1918'], '', 'from 1914-1918'],
    ['is no word where a dash stands alone', ['rain -', 'and more'], '', 'rain - and more'],
  ])('%s', (_what, lines, elsewhere, joined) => {
    expect(join(lines, elsewhere)).toBe(joined);
  });
});
