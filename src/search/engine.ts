import type { Corpus } from './corpus.ts';
import type { FuzzyWords } from './fuzzy.ts';
import type { Postings } from './postings.ts';
import { marksIn, spanOf } from './present.ts';
import { type Concept, type Lexicon, type Question, understand } from './question.ts';
import { B, K1 } from './rank/bm25.ts';
import { type Candidate, candidates, Scores } from './rank/candidates.ts';
import { type Evidence, EvidenceReader, TermTable } from './rank/evidence.ts';
import { bestWindow, type Features, featuresOf } from './rank/features.ts';
import { confidenceOf, rankingScore } from './rank/model.ts';
import { termOf } from './stream.ts';
import type { Hit, SearchIndex, SearchOptions, SearchResult } from './types.ts';

/** So many passages are read closely; the rest is ranked by BM25 alone and left out. */
const CLOSE_READING = 40;
const DEFAULT_LIMIT = 5;
/** A second sentence is shown where it adds at least this share of the question. */
const WORTH_A_SENTENCE = 0.05;

interface Ranked {
  readonly document: number;
  readonly evidence: Evidence;
  readonly features: Features;
  readonly score: number;
}

export class Engine implements SearchIndex {
  readonly #corpus: Corpus;
  readonly #fuzzy: FuzzyWords;
  readonly #postings: Postings;
  readonly #scores = new Scores();
  readonly #table = new TermTable();

  constructor(corpus: Corpus, fuzzy: FuzzyWords, postings: Postings) {
    this.#corpus = corpus;
    this.#fuzzy = fuzzy;
    this.#postings = postings;
  }

  get size(): number {
    return this.#corpus.documents.length;
  }

  search(question: string, options: SearchOptions = {}): SearchResult {
    const understood = understand(question, this.#lexicon());
    const words = understood.concepts.map(({ typed, taken, as, share }) => ({ typed, taken, as, weight: share }));
    const limit = options.limit ?? DEFAULT_LIMIT;
    const ranked = this.rank(understood, Math.max(CLOSE_READING, limit), options.groups);
    return { words, hits: ranked.slice(0, limit).map((one) => this.#hit(one, understood)) };
  }

  /** The candidates with their features, best first. Exposed for fitting the weights. */
  rank(question: Question, depth: number, groups?: ReadonlySet<string>): Ranked[] {
    const { documents } = this.#corpus;
    const allowed = (document: number): boolean => {
      const group = documents[document]?.group;
      return group !== undefined && (groups === undefined || groups.has(group));
    };
    const found = candidates(question.concepts, this.#postings, this.#scores, depth, allowed);
    const reader = new EvidenceReader(this.#corpus, question, this.#table);
    const ranked = found.map((candidate) => this.#weigh(candidate, found, question, reader));
    reader.close();
    return ranked.sort((a, b) => b.score - a.score || a.document - b.document);
  }

  understand(question: string): Question {
    return understand(question, this.#lexicon());
  }

  idOf(document: number): string {
    return this.#corpus.documents[document]?.id ?? '';
  }

  #weigh(candidate: Candidate, found: readonly Candidate[], question: Question, reader: EvidenceReader): Ranked {
    const evidence = reader.read(candidate.document);
    const features = featuresOf(question, evidence, {
      bm25: candidate.bm25,
      most: mostBm25(question.concepts),
      best: found[0]?.bm25 ?? candidate.bm25,
      averageLength: this.#postings.averageLength,
    });
    return { document: candidate.document, evidence, features, score: rankingScore(features) };
  }

  #hit({ document, evidence, features, score }: Ranked, question: Question): Hit {
    const { id, text } = this.#corpus.documents[document] as { id: string; text: string };
    const single = bestWindow(question, evidence, 1);
    const double = bestWindow(question, evidence, 2);
    const window = double.share - single.share >= WORTH_A_SENTENCE ? double : single;
    return {
      id,
      score,
      confidence: confidenceOf(features),
      coverage: features.coverage,
      marks: marksIn(text, question, this.#corpus),
      window: spanOf(window, text),
      missing: missingIn(evidence, question),
    };
  }

  #lexicon(): Lexicon {
    return {
      corpus: this.#corpus,
      fuzzy: this.#fuzzy,
      passages: this.#corpus.documents.length,
      frequency: (term) => (this.#postings.starts[term + 1] ?? 0) - (this.#postings.starts[term] ?? 0),
      adjacent: (left, right) => this.#adjacent(left, right),
    };
  }

  #adjacent(left: number, right: number): boolean {
    const { starts, documents } = this.#postings;
    const { offsets, entries } = this.#corpus;
    const row = entries.view();
    const end = Math.min(starts[left + 1] ?? 0, (starts[left] ?? 0) + MOST_ROWS);
    for (let at = starts[left] ?? 0; at < end; at++) {
      const document = documents[at] as number;
      for (let word = offsets.at(document); word + 1 < offsets.at(document + 1); word++) {
        if (termOf(row[word] as number) === left && termOf(row[word + 1] as number) === right) return true;
      }
    }
    return false;
  }
}

/** So many passages are read to see whether two words stand side by side. */
const MOST_ROWS = 64;

/** What BM25 would give a short passage that holds every concept very often. */
function mostBm25(concepts: readonly Concept[]): number {
  const ceiling = K1 + 1;
  const typical = (2 * ceiling) / (2 + K1 * (1 - B + B));
  return concepts.reduce((total, { idf }) => total + idf * typical, 0);
}

function missingIn(evidence: Evidence, question: Question): string[] {
  const held = new Set(evidence.occurrences.map(({ concept }) => concept));
  return question.concepts
    .filter((concept, at) => {
      const anywhere = held.has(at) || (evidence.title[at] ?? 0) > 0 || (evidence.heading[at] ?? 0) > 0;
      return (concept.isName || concept.isNumber) && !anywhere;
    })
    .map(({ typed }) => typed);
}
