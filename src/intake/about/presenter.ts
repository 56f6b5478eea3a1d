import { bare, oneLine } from '../blocks/normalise.ts';
import type { Block } from '../blocks/types.ts';
import { NO_PERSON } from '../words/english.ts';
import { type About, namesIn } from './about.ts';

const PARTICLE = /^(?:de|da|di|del|do|dos|la|le|van|von|der|den|ter|bin|ibn|y|e)$/;

/**
 * The line of a title slide that is nothing but a person's name, or several: of words that are written small nowhere in the
 * talk and are not in its title. Where two lines look like names, one may be a place or a subject: then neither is taken.
 */
export function presenterOf(blocks: readonly Block[], persons: Persons): { block: Block; about: About } | undefined {
  // The title may still stand above it.
  const from = blocks.findIndex(({ type }) => type !== 'heading');
  const below = blocks.slice(Math.max(from, 0));
  const end = below.findIndex((block) => !isOnTitleSlide(block));
  const slide = below.slice(0, end === -1 ? below.length : end);
  if (slide.length === 0) return undefined;
  const found = slide.flatMap((block) => {
    const authors = persons(block.text);
    return authors === undefined ? [] : [{ block, about: { authors } }];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The persons that a line of a text names and says nothing beside; undefined where it says something. */
export type Persons = (line: string) => string[] | undefined;

export function personFinder(blocks: readonly Block[], title = ''): Persons {
  let small: Set<string> | undefined;
  const inTitle = new Set(bare(title).split(' '));
  const isOrdinary = (word: string) => {
    small ??= new Set(blocks.flatMap(({ text }) => text.match(/(?<!\p{L})\p{Ll}\p{L}*/gu) ?? []));
    return NO_PERSON.test(word) || small.has(word.toLowerCase()) || inTitle.has(word.toLowerCase());
  };
  return (line) => {
    const names = namesIn(oneLine(line));
    return names.every((name) => isName(name, isOrdinary)) ? names : undefined;
  };
}

const isOnTitleSlide = (block: Block): boolean =>
  block.type === 'paragraph' &&
  block.kind === undefined &&
  block.text.length <= 100 &&
  block.pages?.length === 1 &&
  block.pages[0]?.page === 1 &&
  block.pages[0].isSlide === true;

/** From two words to four, each with a capital or as an initial; a particle may stand between them. */
function isName(text: string, isOrdinary: (word: string) => boolean): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 4) return false;
  return words.every((word, i) => {
    if (PARTICLE.test(word)) return i > 0 && i < words.length - 1;
    const isInitial = /^\p{Lu}\.$/u.test(word) && i < words.length - 1;
    return isInitial || (/^\p{Lu}[\p{L}'’-]*\p{Ll}$/u.test(word) && !isOrdinary(word));
  });
}
