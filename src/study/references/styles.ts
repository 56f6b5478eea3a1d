import type { Passage, Source } from '../../material/types.ts';
import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { harvard } from './harvard.ts';
import { inText } from './in-text.ts';
import { type Item, toItem } from './item.ts';
import { mla } from './mla.ts';
import type { StyleName } from './style-names.ts';
import { type Run, runsOf } from './styled.ts';
import { type Terms, termsOf } from './terms.ts';

const FORMATS: Readonly<Record<StyleName, (item: Item, terms: Terms) => string>> = { apa, mla, chicago, harvard };

/** Harvard's style has English words whatever language one writes in, as its citation style fixes it. */
const termsFor = (style: StyleName, language: string): Terms => termsOf(style === 'harvard' ? 'en' : language);

/** A work's entry in a list of references, in a text of a language. */
export function formatReference(source: Source, style: StyleName, language = 'en'): Run[] {
  return runsOf(FORMATS[style](toItem(source), termsFor(style, language)));
}

/** How a text refers to the work, or to a passage of it: "(Marlow, 2011, para. 8)". */
export function formatInText(source: Source, style: StyleName, passage?: Passage, language = 'en'): Run[] {
  return runsOf(inText(toItem(source), style, termsFor(style, language), passage));
}
