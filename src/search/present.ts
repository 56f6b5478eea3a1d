import { stretchAround } from './analyse/sentences.ts';
import type { Corpus } from './corpus.ts';
import type { Evidence } from './rank/evidence.ts';
import { bestWindow, type Window } from './rank/window.ts';
import { beginOf, widthOf } from './stream.ts';
import type { Span } from './types.ts';

/** A second sentence is shown where it adds at least this share of the question. */
const WORTH_A_SENTENCE = 0.05;

/** The words of the passage's text that matched, in order; a word within a longer match is part of it. */
export function marksOf(evidence: Evidence, corpus: Corpus): Span[] {
  const spans: Span[] = [];
  let end = -1;
  for (let at = 0; at < evidence.count; at++) {
    const place = corpus.places.at(evidence.entry[at] as number);
    const start = beginOf(place);
    if (start < end) continue;
    end = start + widthOf(place);
    spans.push([start, end]);
  }
  return spans;
}

/** The one or two sentences of the text that hold most of the question. */
export function windowOf(evidence: Evidence, text: string, corpus: Corpus): Span {
  const single = bestWindow(evidence, 1);
  const double = bestWindow(evidence, 2);
  return spanOf(double.share - single.share >= WORTH_A_SENTENCE ? double : single, evidence, text, corpus);
}

function spanOf(window: Window, evidence: Evidence, text: string, corpus: Corpus): Span {
  const { sentences, sentenceEntry } = evidence;
  if (window.from >= sentences) return [0, text.length];
  const [first, last] = [window.from, Math.max(window.from, window.to - 1)].map((sentence) =>
    beginOf(corpus.places.at(sentenceEntry[sentence] as number)),
  ) as [number, number];
  return (
    stretchAround(text, lastWordBefore(window.from, evidence, corpus), first, last) ??
    stretchAround(text, 0, first, last) ?? [0, text.length]
  );
}

/** Where the last word ahead of a sentence ends, less one; 0 for the first sentence. */
function lastWordBefore(sentence: number, { sentenceEntry }: Evidence, corpus: Corpus): number {
  if (sentence === 0) return 0;
  const place = corpus.places.at((sentenceEntry[sentence] as number) - 1);
  return beginOf(place) + widthOf(place) - 1;
}
