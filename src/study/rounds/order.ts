/** The letters that items are called by, in the order in which they are shown. */
export function letterOf(at: number): string {
  return String.fromCharCode(65 + at);
}

/** An order of so many items, to show how one is written: "BDAC" of four, "BAC" of three. */
export function exampleOrder(count: number): string {
  const places = Array.from({ length: count }, (_, at) => at);
  return [...places.filter((at) => at % 2 === 1), ...places.filter((at) => at % 2 === 0)].map(letterOf).join('');
}

/**
 * An order that was typed as letters ("BDAC", "b, d, a, c"), as places counted from 0; undefined where it does not name
 * each of the `count` items once.
 */
export function readOrder(text: string, count: number): number[] | undefined {
  const places = [...text.toUpperCase()]
    .filter((letter) => !/[\s,;.:>→\-–]/.test(letter))
    .map((letter) => letter.charCodeAt(0) - 65);
  const isComplete = places.length === count && places.every((at) => at >= 0 && at < count);
  return isComplete && new Set(places).size === count ? places : undefined;
}
