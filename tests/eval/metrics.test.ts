import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc, hitAt, mean, ndcg, percentile, reciprocalRank } from '../../eval/data/metrics.ts';

const judgements = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
  ['d', 0],
  ['e', -1],
]);

describe('hit@k', () => {
  it('counts a relevant passage among the first k', () => {
    expect(hitAt(1, ['b', 'x'], judgements)).toBe(1);
    expect(hitAt(2, ['x', 'c'], judgements)).toBe(1);
    expect(hitAt(1, ['x', 'c'], judgements)).toBe(0);
  });

  it('takes grades of 0 and less for not relevant', () => {
    expect(hitAt(5, ['d', 'e'], judgements)).toBe(0);
  });
});

describe('MRR', () => {
  it('is one over the rank of the first relevant passage', () => {
    expect(reciprocalRank(10, ['x', 'd', 'c', 'a'], judgements)).toBeCloseTo(1 / 3);
  });

  it('is 0 where the first relevant passage stands below k', () => {
    expect(reciprocalRank(2, ['x', 'y', 'a'], judgements)).toBe(0);
  });
});

describe('nDCG', () => {
  it('is the sum of grade / log2(rank + 1) over that of the ideal order', () => {
    // Found: c at 1, nothing at 2, a at 3: 1/1 + 3/2 = 2.5. Ideal: 3/1 + 2/log2(3) + 1/2 = 4.761859...
    expect(ndcg(10, ['c', 'x', 'a'], judgements)).toBeCloseTo(2.5 / 4.7618595, 6);
  });

  it('cuts both orders at k', () => {
    // Found: b at 1: 2. Ideal: 3.
    expect(ndcg(1, ['b', 'a'], judgements)).toBeCloseTo(2 / 3);
  });

  it('gains and loses nothing by a passage of negative grade', () => {
    expect(ndcg(10, ['e', 'a'], judgements)).toBe(ndcg(10, ['x', 'a'], judgements));
  });

  it('is 1 for the ideal order and 0 where nothing is relevant', () => {
    expect(ndcg(10, ['a', 'b', 'c'], judgements)).toBe(1);
    expect(ndcg(10, ['a'], new Map([['a', 0]]))).toBe(0);
  });
});

describe('AUROC', () => {
  it('is the share of pairs in which the positive scores higher', () => {
    // 3 beats 1 and 2; 1.5 beats 1 alone: 3 of 4 pairs.
    expect(auroc([3, 1.5], [1, 2])).toBe(0.75);
  });

  it('counts a tie as half', () => {
    expect(auroc([1, 1], [1])).toBe(0.5);
    // 2 beats 1 and ties 2; 0 loses both: 1.5 of 4.
    expect(auroc([2, 0], [1, 2])).toBe(0.375);
  });

  it('sets questions for which nothing was found below all others', () => {
    expect(auroc([0], [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(1);
  });

  it('is not measured where one side is empty', () => {
    expect(auroc([], [1])).toBeNaN();
    expect(auroc([1], [])).toBeNaN();
  });

  it('agrees with the count over all pairs', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const won = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
        const naive = won.reduce<number>((sum, one) => sum + one, 0) / won.length;
        expect(auroc(positives, negatives)).toBeCloseTo(naive, 10);
      }),
    );
  });
});

describe('percentile and mean', () => {
  it('takes the nearest rank', () => {
    const values = [50, 10, 40, 20, 30];
    expect(percentile(0.5, values)).toBe(30);
    expect(percentile(0.99, values)).toBe(50);
    expect(percentile(0.2, values)).toBe(10);
    expect(percentile(0.21, values)).toBe(20);
  });

  it('gives NaN for no values', () => {
    expect(percentile(0.5, [])).toBeNaN();
    expect(mean([])).toBeNaN();
  });

  it('averages', () => {
    expect(mean([1, 2, 6])).toBe(3);
  });
});
