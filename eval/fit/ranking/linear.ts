/** Fitting of small linear models by full-batch Adam (Kingma & Ba, 2015) with an L2 penalty on scaled weights. */

/** One choice to learn from: rows of features, of which some are right. */
export interface Choice {
  readonly rows: readonly Float64Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** One yes-or-no example. */
export interface Example {
  readonly row: Float64Array;
  readonly yes: boolean;
  readonly weight: number;
}

interface Scale {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function scaleOf(rows: readonly Float64Array[]): Scale {
  const width = rows[0]?.length ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  for (const row of rows) for (let at = 0; at < width; at++) add(mean, at, (row[at] as number) / rows.length);
  for (const row of rows) {
    for (let at = 0; at < width; at++)
      add(deviation, at, ((row[at] as number) - (mean[at] as number)) ** 2 / rows.length);
  }
  return { mean, deviation: deviation.map((variance) => Math.sqrt(variance) || 1) };
}

function add(array: Float64Array, at: number, value: number): void {
  array[at] = (array[at] as number) + value;
}

function dot(weights: Float64Array, row: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (weights[at] as number) * (row[at] as number);
  return sum;
}

const STEPS = 250;
const RATE = 0.05;

/** Minimises a loss given by its gradient. */
function adam(width: number, gradient: (weights: Float64Array, into: Float64Array) => void): Float64Array {
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  const slope = new Float64Array(width);
  for (let step = 1; step <= STEPS; step++) {
    slope.fill(0);
    gradient(weights, slope);
    const rate = RATE * (1 - step / (STEPS + 1));
    for (let at = 0; at < width; at++) {
      const g = slope[at] as number;
      first[at] = 0.9 * (first[at] as number) + 0.1 * g;
      second[at] = 0.999 * (second[at] as number) + 0.001 * g * g;
      const [m, v] = [(first[at] as number) / (1 - 0.9 ** step), (second[at] as number) / (1 - 0.999 ** step)];
      add(weights, at, (-rate * m) / (Math.sqrt(v) + 1e-8));
    }
  }
  return weights;
}

/** Softmax regression over the rows of each choice: the right rows' probabilities together should be 1. */
export function fitChoices(choices: readonly Choice[], penalty: number): Float64Array {
  const useful = choices.filter(({ right }) => right.some(Boolean) && !right.every(Boolean));
  const { deviation } = scaleOf(useful.flatMap(({ rows }) => rows));
  const total = useful.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = useful.map(({ rows, right, weight }) => ({
    rows: rows.map((row) => row.map((value, at) => value / (deviation[at] as number))),
    right,
    weight: weight / total,
  }));
  const weights = adam(deviation.length, (now, into) => {
    for (let at = 0; at < now.length; at++) add(into, at, penalty * (now[at] as number));
    for (const choice of scaled) choiceGradient(choice, now, into);
  });
  return weights.map((value, at) => value / (deviation[at] as number));
}

function choiceGradient({ rows, right, weight }: Choice, now: Float64Array, into: Float64Array): void {
  const scores = rows.map((row) => dot(now, row));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, at) => sum + (right[at] ? power : 0), 0);
  rows.forEach((row, at) => {
    const power = powers[at] as number;
    const pull = weight * (power / all - (right[at] ? power / good : 0));
    if (Math.abs(pull) < 1e-12) return;
    for (let k = 0; k < row.length; k++) add(into, k, pull * (row[k] as number));
  });
}

/** Logistic regression; the last weight is the bias, which is not penalised. */
export function fitLogistic(examples: readonly Example[], penalty: number): Float64Array {
  const { mean, deviation } = scaleOf(examples.map(({ row }) => row));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const width = mean.length;
  const scaled = examples.map(({ row, yes, weight }) => ({
    row: row.map((value, at) => (value - (mean[at] as number)) / (deviation[at] as number)),
    yes,
    weight: weight / total,
  }));
  const weights = adam(width + 1, (now, into) => {
    for (let at = 0; at < width; at++) add(into, at, penalty * (now[at] as number));
    for (const { row, yes, weight } of scaled) {
      const odds = dot(now, row) + (now[width] as number);
      const pull = weight * (1 / (1 + Math.exp(-odds)) - (yes ? 1 : 0));
      for (let at = 0; at < width; at++) add(into, at, pull * (row[at] as number));
      add(into, width, pull);
    }
  });
  const result = new Float64Array(width + 1);
  let bias = weights[width] as number;
  for (let at = 0; at < width; at++) {
    result[at] = (weights[at] as number) / (deviation[at] as number);
    bias -= (result[at] as number) * (mean[at] as number);
  }
  result[width] = bias;
  return result;
}

export function score(weights: Float64Array, row: Float64Array): number {
  return dot(weights, row);
}
