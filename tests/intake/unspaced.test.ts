import { describe, expect, it } from 'vitest';
import { normalise, oneLine } from '../../src/intake/blocks/normalise.ts';
import { joinLines } from '../../src/intake/print/join.ts';

describe("a line's end", () => {
  it.each([
    ['Japanese', ['冬になると川の', '水が澄み、', '紙を漉く。'], '冬になると川の水が澄み、紙を漉く。'],
    ['Chinese', ['河上有一座古', '老的石桥。'], '河上有一座古老的石桥。'],
    ['Korean', ['강 위에 오래된', '돌다리가 있다.'], '강 위에 오래된 돌다리가 있다.'],
    ['English', ['an old bridge', 'of stone'], 'an old bridge of stone'],
    ['Japanese beside Latin letters', ['紙の名は', 'Washi という。'], '紙の名は Washi という。'],
  ])('in %s', (_, lines, text) => {
    expect(joinLines(lines, new Set())).toBe(text);
    expect(oneLine(lines.join('\n  '))).toBe(text);
  });
});

describe('a radical that looks like an ideograph', () => {
  it('is the ideograph', () => {
    expect(normalise('⽔边的⻘⽯和⻔')).toBe('水边的青石和门');
  });
});
