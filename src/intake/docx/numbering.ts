import { descendants, type Element, elementsIn, type Node } from '../pages/tree.ts';
import { childOf, propertyOf } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** Such as "%1.%2)". */
  readonly text: string;
}

/** Says the number of each paragraph of a list, in document order: a list that goes on after a paragraph counts on. */
export type Numbers = (paragraph: Element) => string | undefined;

/** A level of a list that paragraphs are numbered by. */
interface Place {
  readonly list?: string;
  readonly at: number;
}

export interface Numbering {
  /** The levels of each list of a document, by its number. */
  readonly levels: ReadonlyMap<string, readonly Level[]>;
  /** How paragraphs of a style are numbered that say nothing of it themselves. */
  readonly styles: ReadonlyMap<string, Place>;
}

export function numbersOf({ levels, styles }: Numbering): Numbers {
  const counts = new Map<string, number[]>();
  return (paragraph) => {
    const properties = childOf(paragraph, 'w:pPr');
    const styled = styles.get(propertyOf(properties, 'w:pStyle') ?? '');
    const { list: id = styled?.list, at } = placeIn(properties, styled?.at);
    const found = id === undefined ? undefined : levels.get(id);
    const level = found?.[at];
    if (id === undefined || !found || !level) return undefined;
    const count = counts.get(id) ?? [];
    count.length = Math.max(count.length, at);
    const number = (count[at] ?? level.start - 1) + 1;
    counts.set(id, [...count.slice(0, at), number]);
    if (level.format === 'bullet' || level.format === 'none') return undefined;
    return level.text.replace(/%(\d)/g, (_sign, digit: string) => {
      const index = Number(digit) - 1;
      const shown = index === at ? number : (count[index] ?? found[index]?.start ?? 1);
      return formatNumber(shown, found[index]?.format ?? 'decimal');
    });
  };
}

function placeIn(properties: Element | undefined, otherwise = 0): Place {
  const numbered = properties && childOf(properties, 'w:numPr');
  const list = propertyOf(numbered, 'w:numId');
  return { ...(list === undefined ? {} : { list }), at: Number(propertyOf(numbered, 'w:ilvl') ?? otherwise) };
}

/** `numbering` and `styles` are those parts of a document. */
export const numberingOf = (numbering: readonly Node[], styles: readonly Node[]): Numbering => ({
  levels: levelsOf(numbering),
  styles: new Map(
    [...descendants(styles)]
      .filter(({ name }) => name === 'w:style')
      .map((style) => [style.attribs['w:styleId'] ?? '', placeIn(childOf(style, 'w:pPr'))]),
  ),
});

function levelsOf(roots: readonly Node[]): Numbering['levels'] {
  const elements = [...descendants(roots)];
  const abstract = new Map(
    elements
      .filter(({ name }) => name === 'w:abstractNum')
      .map((one) => [one.attribs['w:abstractNumId'], levelsIn(one)]),
  );
  return new Map(
    elements
      .filter(({ name }) => name === 'w:num')
      .map((one) => [one.attribs['w:numId'] ?? '', abstract.get(propertyOf(one, 'w:abstractNumId')) ?? []]),
  );
}

const levelsIn = (abstract: Element): Level[] =>
  elementsIn(abstract.children)
    .filter(({ name }) => name === 'w:lvl')
    .map((level) => ({
      start: Number(propertyOf(level, 'w:start') ?? 1),
      format: propertyOf(level, 'w:numFmt') ?? 'decimal',
      text: propertyOf(level, 'w:lvlText') ?? '%1.',
    }));

function formatNumber(number: number, format: string): string {
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((number - 1) % 26));
    return format === 'lowerLetter' ? letter : letter.toUpperCase();
  }
  if (format === 'lowerRoman') return roman(number);
  return format === 'upperRoman' ? roman(number).toUpperCase() : `${number}`;
}

const ROMAN = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(number: number): string {
  let left = Math.min(number, 399);
  let text = '';
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) text += sign;
  return text;
}
