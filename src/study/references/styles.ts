import type { Passage, Source } from '../../material/types.ts';
import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { harvard } from './harvard.ts';
import { inText } from './in-text.ts';
import { type Item, toItem } from './item.ts';
import { mla } from './mla.ts';
import type { StyleName } from './style-names.ts';
import { type Run, runsOf } from './styled.ts';

const FORMATS: Readonly<Record<StyleName, (item: Item) => string>> = { apa, mla, chicago, harvard };

/** A work's entry in a list of references. */
export function formatReference(source: Source, style: StyleName): Run[] {
  return runsOf(FORMATS[style](toItem(source)));
}

/** How a text refers to the work, or to a passage of it: "(Marlow, 2011, para. 8)". */
export function formatInText(source: Source, style: StyleName, passage?: Passage): Run[] {
  return runsOf(inText(toItem(source), style, passage));
}
