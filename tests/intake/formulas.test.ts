import { describe, expect, it } from 'vitest';
import { mathToText } from '../../src/intake/formulas/mathml.ts';
import { subscript, superscript } from '../../src/intake/formulas/raised.ts';
import { texToText } from '../../src/intake/formulas/tex.ts';
import { elementsIn, parseTree } from '../../src/intake/pages/tree.ts';

describe('a formula in TeX', () => {
  it.each([
    ['p=mv', 'p = mv'],
    ['{\\displaystyle E={\\tfrac {1}{2}}kx^{2}}', 'E = 1/2 kx²'],
    ['\\frac{a+b}{c}', '(a + b)/c'],
    ['x_{n+1}=x_n^2-c', 'xₙ₊₁ = xₙ² − c'],
    ['e^{-t/\\tau}', 'e^{−t/τ}'],
    ['\\sqrt[3]{x}+\\sqrt{ab}', '³√x + √(ab)'],
    ['\\sum_{i=1}^{n} F_i=0', '∑ᵢ₌₁ⁿ Fᵢ = 0'],
    ['\\sin\\omega t', 'sin ω t'],
    ['v_{\\text{max}} \\leq 3\\,\\mathrm{m/s}', 'v_max ≤ 3 m/s'],
    ['\\left(\\frac{1}{2}\\right)^2', '(1/2)²'],
    ["f'(x)", 'f′(x)'],
    ['\\unknown x', 'unknown x'],
    ['{{{', ''],
  ])('%s becomes %s', (tex, text) => {
    expect(texToText(tex)).toBe(text);
  });

  it('may nest without end', () => {
    expect(texToText('{'.repeat(100_000))).toBe('');
    expect(texToText('\\frac'.repeat(20_000)).length).toBeLessThan(200_000);
  });
});

describe('a formula in MathML', () => {
  it.each([
    ['<math><mi>F</mi><mo>=</mo><mo>-</mo><mi>k</mi><mi>x</mi></math>', 'F = −kx'],
    ['<math><msqrt><mi>l</mi><mo>/</mo><mi>g</mi></msqrt></math>', '√(l/g)'],
    ['<math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>', '1/(a + b)'],
    ['<math><msubsup><mi>x</mi><mn>0</mn><mn>2</mn></msubsup></math>', 'x₀²'],
    ['<math alttext="\\alpha"><mi>a</mi></math>', 'α'],
  ])('%s becomes %s', (html, text) => {
    const [math] = elementsIn(parseTree(html));
    expect(math && mathToText(math)).toBe(text);
  });
});

describe('raised and lowered figures', () => {
  it('are written so that a number stays the number', () => {
    expect(`10${superscript('−3')} H${subscript('2')}O a${subscript('n+1')}`).toBe('10⁻³ H₂O aₙ₊₁');
    expect(`2${superscript('a/b')} v${subscript('max')} x${superscript('q')}`).toBe('2^{a/b} v_max x^q');
  });
});
