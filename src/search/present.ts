import { splitSentences } from './analyse/sentences.ts';
import type { Corpus } from './corpus.ts';
import type { Evidence } from './rank/evidence.ts';
import { bestWindow, type Window } from './rank/window.ts';
import { beginOf, SENTENCE, widthOf } from './stream.ts';
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
export function windowOf(evidence: Evidence, document: number, text: string, corpus: Corpus): Span {
  const single = bestWindow(evidence, 1);
  const double = bestWindow(evidence, 2);
  return spanOf(double.share - single.share >= WORTH_A_SENTENCE ? double : single, document, text, corpus);
}

function spanOf(window: Window, document: number, text: string, corpus: Corpus): Span {
  const starts = sentenceStarts(document, corpus);
  const spans = splitSentences(text);
  const holding = (start: number | undefined): Span | undefined =>
    spans.find(([from, to]) => start !== undefined && from <= start && start < to);
  const first = holding(starts[window.from]);
  const last = holding(starts[Math.max(window.from, window.to - 1)]);
  return first === undefined || last === undefined ? [0, text.length] : [first[0], last[1]];
}

/** Where the first words of the passage's sentences begin. */
function sentenceStarts(document: number, corpus: Corpus): number[] {
  const starts: number[] = [];
  for (let at = corpus.offsets.at(document); at < corpus.offsets.at(document + 1); at++) {
    if ((corpus.entries.at(at) & SENTENCE) !== 0) starts.push(beginOf(corpus.places.at(at)));
  }
  return starts;
}
