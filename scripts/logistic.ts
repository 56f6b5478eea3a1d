/** One example for a yes-or-no model. */
export interface Sample {
  readonly row: readonly number[];
  readonly yes: boolean;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
  /** Between 0 and 1. */
  probability(row: readonly number[]): number;
}

const PENALTY = 0.003;
const STEPS = 600;
const RATE = 0.5;

/** Logistic regression with an L2 penalty on standardised features, by full-batch gradient descent with momentum. */
export function fitLogistic(samples: readonly Sample[]): Logistic {
  const width = samples[0]?.row.length ?? 0;
  const mean = columns(width, (i) => average(samples.map(({ row }) => row[i] ?? 0)));
  const spread = columns(
    width,
    (i) => Math.sqrt(average(samples.map(({ row }) => ((row[i] ?? 0) - at(mean, i)) ** 2))) || 1,
  );
  const scaled = samples.map(({ row }) => row.map((value, i) => (value - at(mean, i)) / at(spread, i)));
  const { bias, weights } = descend(
    scaled,
    samples.map(({ yes }) => Number(yes)),
    width,
  );
  const plain = weights.map((weight, i) => weight / at(spread, i));
  const shifted = bias - plain.reduce((sum, weight, i) => sum + weight * at(mean, i), 0);
  return { bias: shifted, weights: plain, probability: (row) => sigmoid(linear(plain, row, shifted)) };
}

function descend(
  rows: readonly number[][],
  yes: readonly number[],
  width: number,
): { bias: number; weights: number[] } {
  let bias = 0;
  const weights = columns(width, () => 0);
  const speed = columns(width + 1, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = columns(width + 1, (i) => (i < width ? PENALTY * at(weights, i) : 0));
    rows.forEach((row, n) => {
      const error = (sigmoid(linear(weights, row, bias)) - at(yes, n)) / rows.length;
      row.forEach((value, i) => {
        slope[i] = at(slope, i) + error * value;
      });
      slope[width] = at(slope, width) + error;
    });
    speed.forEach((before, i) => {
      speed[i] = 0.9 * before - RATE * at(slope, i);
    });
    weights.forEach((weight, i) => {
      weights[i] = weight + at(speed, i);
    });
    bias += at(speed, width);
  }
  return { bias, weights };
}

const at = (values: readonly number[], i: number): number => values[i] ?? 0;
const columns = (width: number, value: (i: number) => number) => Array.from({ length: width }, (_, i) => value(i));
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const linear = (weights: readonly number[], row: readonly number[], bias: number) =>
  row.reduce((sum, value, i) => sum + value * at(weights, i), bias);
