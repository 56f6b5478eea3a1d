import { expect, it } from 'vitest';
import { readMarkdown } from '../../src/intake/readers/markdown.ts';

const linesOf = (text: string): string[] =>
  readMarkdown(text).blocks.flatMap((block) => ('text' in block ? block.text.split('\n') : []));

it.each([
  ['It weighs 10^6^ kg.', 'It weighs 10⁶ kg.'],
  ['Then x^(n+1)^ grows.', 'Then x⁽ⁿ⁺¹⁾ grows.'],
  ['So p ≈ (1 - e^(-kn/m))^k holds.', 'So p ≈ (1 - e^(-kn/m))^k holds.'],
  ['Then x^{n+1} and y^(k)^2 grow.', 'Then x^{n+1} and y^(k)^2 grow.'],
])('raised figures between marks are told from a formula in plain signs: %s', (text, read) => {
  expect(linesOf(text)).toEqual([read]);
});
