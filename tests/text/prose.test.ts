import { describe, expect, it } from 'vitest';
import { asksMostly, proseShare } from '../../src/text/prose.ts';

describe('prose', () => {
  it.each([
    'The mill at Sandow belongs to eleven families. Each of them has a key.',
    'mill right : the right to grind at a mill, which passes from parent to child',
    'Why did the families share the mill? Because the flood of 1904 had taken the others, nobody could grind alone, and the council of the valley, which met in the church after every harvest, had set the fee so high that no single household could pay it without selling a cow or two before winter came. So they pooled what they had and asked: who else should join?',
    'mill right\nthe right to grind at a mill',
    '水磨坊属于十一个家庭。',
    'The miller keeps the key in one of two places:\n• the church\n• the inn',
  ])('is %j', (text) => {
    expect(proseShare(text)).toBe(1);
  });

  it.each([
    ['a question to the reader', 'Which of the following best describes a mill right?'],
    ['a list of exercises', '1. Why did the mill stop?\n2. Explain how the fee was set.\n3. Who paid for the wheel?'],
    ['a sentence with a blank', 'The mill belongs to \\_\\_\\_\\_\\_ families.'],
    ['choices', '1. a mill 2. a bridge 3. a church 4. none of these'],
    ['objectives', '* Define mill right * Explain how the fee was set'],
    ['a reference', 'Miller, Ada. 1998. “Mills of the Valley.” River History 4(2):11–32.'],
    ['a reference to a page', 'Valley Council. 2011. Retrieved from http://example.org/mills.'],
    ['a caption', 'Figure 3.2 The mill at Sandow.'],
    ['a heading', 'The Mill and Its Owners'],
    ['a heading with a subtitle', 'Shared Wheels: Mills That Many Families Owned'],
  ])('is not %s', (_, text) => {
    expect(proseShare(text)).toBeLessThan(0.5);
  });

  it.each([
    'Who repaired the wheel?',
    '1. Why did the mill stop?\n2. Explain how the fee was set.\n3. Who paid for the wheel?',
    '水磨坊属于谁？谁付了钱？',
  ])('only asks: %j', (text) => {
    expect(asksMostly(text)).toBe(true);
  });

  it.each([
    'Who repaired the wheel? The smith did.',
    'Q: Who repaired the wheel?\nA: the smith\nQ: Who paid?\nA: the eleven families',
    '谁付了钱？十一个家庭。',
  ])('asks and answers: %j', (text) => {
    expect(asksMostly(text)).toBe(false);
  });
});
