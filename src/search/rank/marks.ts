import { stretchAround } from '../../text/sentences.ts';
import type { Corpus } from '../index/corpus.ts';
import { beginOf, widthOf } from '../index/stream.ts';
import type { Span } from '../types.ts';
import type { PassageMatch } from './passage-match.ts';
import { bestWindow, type Window } from './window.ts';

/** A second sentence is shown where it adds at least this share of the question. */
const WORTH_A_SENTENCE = 0.05;

/** The words of the passage's text that matched, in order; a word within a longer match is part of it. */
export function marksOf(match: PassageMatch, corpus: Corpus): Span[] {
  const spans: Span[] = [];
  let end = -1;
  for (let at = 0; at < match.count; at++) {
    const place = corpus.places.at(match.entry[at] as number);
    const start = beginOf(place);
    if (start < end) continue;
    end = start + widthOf(place);
    spans.push([start, end]);
  }
  return spans;
}

/** The one or two sentences of the text that hold most of the question. */
export function windowOf(match: PassageMatch, text: string, corpus: Corpus): Span {
  const single = bestWindow(match, 1);
  const double = bestWindow(match, 2);
  return spanOf(double.share - single.share >= WORTH_A_SENTENCE ? double : single, match, text, corpus);
}

function spanOf(window: Window, match: PassageMatch, text: string, corpus: Corpus): Span {
  const { sentences, sentenceEntry } = match;
  const { language } = corpus.analyser;
  if (window.from >= sentences) return [0, text.length];
  const [first, last] = [window.from, Math.max(window.from, window.to - 1)].map((sentence) =>
    beginOf(corpus.places.at(sentenceEntry[sentence] as number)),
  ) as [number, number];
  return (
    stretchAround(text, lastWordBefore(window.from, match, corpus), first, last, language) ??
    stretchAround(text, 0, first, last, language) ?? [0, text.length]
  );
}

/** Where the last word ahead of a sentence ends, less one; 0 for the first sentence. */
function lastWordBefore(sentence: number, { sentenceEntry }: PassageMatch, corpus: Corpus): number {
  if (sentence === 0) return 0;
  const place = corpus.places.at((sentenceEntry[sentence] as number) - 1);
  return beginOf(place) + widthOf(place) - 1;
}
