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
    ['keeps it before a capital', ['the Anglo-', 'Saxon'], '', 'the Anglo-Saxon'],
    ['keeps it between numbers', ['from 1914-', '1918'], '', 'from 1914-1918'],
    ['is no word where a dash stands alone', ['rain -', 'and more'], '', 'rain - and more'],
  ])('%s', (_what, lines, elsewhere, joined) => {
    expect(join(lines, elsewhere)).toBe(joined);
  });
});
