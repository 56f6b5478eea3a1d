import { atOnce, type Steps } from '../slices.ts';
import { ASKING } from '../text/prose.ts';
import type { Token } from '../text/token.ts';
import type { Corpus } from './index/corpus.ts';
import type { FuzzyWords } from './index/fuzzy.ts';
import type { TermGrams } from './index/grams.ts';
import type { Postings } from './index/postings.ts';
import type { Scored } from './index/related.ts';
import { writeSnapshot } from './index/snapshot.ts';
import { termOf } from './index/stream.ts';
import { idfOf } from './query/idf.ts';
import type { Lexicon } from './query/lexicon.ts';
import { MAX_CHARACTERS, parseQuestion } from './query/parse.ts';
import type { Concept, ParsedQuestion } from './query/parsed-question.ts';
import { saysKind } from './rank/answer-kind.ts';
import { lengthNorm, saturation } from './rank/bm25.ts';
import { type Candidate, candidates, Scores, scoresOf } from './rank/candidates.ts';
import { type ConfidenceFeatures, confidenceFeatures, confidenceOf, questionSigns } from './rank/confidence.ts';
import { contradicts } from './rank/contradiction.ts';
import { definitionIn, OPENING, openingDefinition } from './rank/definition.ts';
import { type Features, featuresOf, lacksSubject, windowDenies } from './rank/features.ts';
import { gramScores } from './rank/gram-match.ts';
import { marksOf, windowOf } from './rank/marks.ts';
import { MEANING, OTHER_WORDS, TermVectors } from './rank/meanings.ts';
import { missingIn } from './rank/missing.ts';
import { rankingScore } from './rank/model.ts';
import { PassageMatch } from './rank/passage-match.ts';
import { type SubjectPlace, sectionFirst, subjectPlace } from './rank/section.ts';
import type {
  GrowingIndex,
  Hit,
  PassageMarks,
  RankedHit,
  SearchDocument,
  SearchOptions,
  SearchResult,
} from './types.ts';

/** So many passages are read closely; the rest is ranked by BM25 alone and left out. */
const CLOSE_READING = 20;
/** Many passages hold the few words of a question for a definition: the one that defines them may be far down. */
const DEFINITION_READING = 100;
const FEW_WORDS = 3;
/** So many that hold most of the question's grams, beside them. */
const GRAM_READING = 6;
/** So many of the best are read for what their words mean, which takes longest. */
const MEANING_READING = 10;
const DEFAULT_LIMIT = 5;

interface Ranked extends Candidate {
  readonly features: Features;
  /** By the question's own words, and in all. */
  readonly ownWords: number;
  readonly score: number;
  /** See `Hit.bearing`. */
  readonly bearing: number;
  /** How much more of the question's grams it holds than most candidates; undefined where none are asked for. */
  readonly gramLead: number | undefined;
  /** Where all that is asked about stands. */
  readonly subject: SubjectPlace;
}

export class Engine implements GrowingIndex {
  readonly #corpus: Corpus;
  readonly #fuzzy: FuzzyWords;
  readonly #postings: Postings;
  readonly #scores = new Scores();
  readonly #match = new PassageMatch();
  readonly #terms: TermVectors;
  readonly #grams: TermGrams;

  constructor(corpus: Corpus, fuzzy: FuzzyWords, grams: TermGrams, postings: Postings) {
    this.#corpus = corpus;
    this.#fuzzy = fuzzy;
    this.#postings = postings;
    this.#terms = new TermVectors(corpus);
    this.#grams = grams;
  }

  get size(): number {
    return this.#postings.present;
  }

  get terms(): number {
    return this.#corpus.vocabulary.terms.length;
  }

  has(word: string): boolean {
    const id = this.#corpus.vocabulary.wordId(word);
    return id !== undefined && this.#postings.frequency(this.#corpus.vocabulary.wordTerm.at(id)) > 0;
  }

  /** Takes a document in at once; one with the same id is replaced. Costs what reading the document costs. */
  add(document: SearchDocument): void {
    this.remove(document.id);
    const number = this.#corpus.add(document);
    this.#postings.add(number, this.#corpus);
    this.#fuzzy.update();
  }

  /** Takes a document out at once; false where there is none of that id. */
  remove(id: string): boolean {
    const number = this.#corpus.numberOf(id);
    if (number === undefined) return false;
    this.#postings.remove(number, this.#corpus);
    this.#corpus.remove(number);
    return true;
  }

  /** The whole index as bytes for `loadIndex`. */
  save(): Uint8Array {
    return atOnce(this.saving());
  }

  /** The same step by step, for `saveIndex`. */
  saving(): Steps<Uint8Array> {
    return writeSnapshot(this.#corpus);
  }

  /** Reads a question. `tokens`: what `Analyser.analyse` made of it in the index's language, where that is known. */
  parse(question: string, tokens?: readonly Token[]): ParsedQuestion {
    const text = question.slice(0, MAX_CHARACTERS);
    return parseQuestion(text, tokens ?? this.#corpus.analyser.analyse(text), this.#lexicon());
  }

  search(question: string | ParsedQuestion, options: SearchOptions = {}): SearchResult {
    const parsed = typeof question === 'string' ? this.parse(question) : question;
    const limit = options.limit ?? DEFAULT_LIMIT;
    const ranked = this.rank(parsed, depthFor(parsed, limit), options.groups);
    const signs = this.confidenceFeatures(ranked, parsed);
    const hits = ranked.slice(0, limit).map((one, at) => this.#hit(one, signs(at), parsed, ranked[0]?.subject));
    return { words: parsed.words, hits: ableFirst(hits) };
  }

  rankHits(question: ParsedQuestion, limit: number): RankedHit[] {
    return this.rank(question, depthFor(question, limit))
      .slice(0, limit)
      .map(({ document, score, features }) => ({ id: this.idOf(document), score, coverage: features.coverage }));
  }

  /** What the question marks in one passage, without a search; undefined where there is no passage of that id. */
  mark(question: ParsedQuestion, id: string): PassageMarks | undefined {
    const document = this.#corpus.numberOf(id);
    if (document === undefined) return undefined;
    this.#match.ask(question.concepts, this.#corpus);
    this.#match.read(document, this.#corpus);
    return this.#marks(document);
  }

  /** The candidates with their features, best first. Exposed for fitting the weights. */
  rank(question: ParsedQuestion, depth: number, groups?: ReadonlySet<string>): Ranked[] {
    const allowed = this.#filter(groups);
    const scored = question.concepts.map((concept) => this.#scored(concept));
    const byWords = candidates(scored, this.#postings, this.#scores, depth, allowed);
    const found = [...byWords, ...this.#foundByGrams(question, scored, byWords, allowed)];
    this.#match.ask(question.concepts, this.#corpus);
    const weigh = this.#weigher(question, found);
    return sectionFirst(this.#withMeaning(question, found.map(weigh).sort(better)).sort(better));
  }

  /** Passages that hold much of the question's grams, and too little of its words to be among the others. */
  #foundByGrams(
    { grams }: ParsedQuestion,
    scored: readonly Scored[],
    others: readonly Candidate[],
    allowed?: (document: number) => boolean,
  ): Candidate[] {
    if (grams.length === 0) return [];
    const longest = this.#longestList;
    const rare = grams.filter(({ places }) => places <= longest);
    const known = new Set(others.map(({ document }) => document));
    const found = candidates(rare, this.#postings, this.#scores, GRAM_READING, allowed)
      .map(({ document }) => document)
      .filter((document) => !known.has(document));
    return scoresOf(scored, found, this.#postings, this.#scores);
  }

  /** Where a question is asked in other words than the material's, what these mean counts. `ranked`: best first. */
  #withMeaning(question: ParsedQuestion, ranked: Ranked[]): Ranked[] {
    if (ranked.some(({ features }) => features.coverage >= OTHER_WORDS)) return ranked;
    const meanings = this.#terms.meaningsOf(question);
    if (meanings === undefined) return ranked;
    return ranked.map((one, at) => {
      if (at >= MEANING_READING) return one;
      this.#match.read(one.document, this.#corpus);
      const bearing = meanings.shareIn(one.document, this.#match);
      return { ...one, bearing, score: one.ownWords + MEANING * bearing };
    });
  }

  /** The concept with the alternatives that bring passages in. */
  #scored({ idf, alternatives }: Concept): Scored {
    const longest = this.#longestList;
    const strong = alternatives.filter(
      ({ term, weight }) => weight >= ITSELF || (weight >= BRINGS_IN && this.#postings.frequency(term) <= longest),
    );
    return { idf, alternatives: strong.length > 0 ? strong : alternatives.slice(0, 1) };
  }

  /** Longer lists than this bring no passage in by what is not the word itself. */
  get #longestList(): number {
    return Math.max(LONG_LIST, this.#postings.present / 100);
  }

  /** Which passages may be found; undefined where all may. */
  #filter(groups: ReadonlySet<string> | undefined): ((document: number) => boolean) | undefined {
    const { documents } = this.#corpus;
    if (groups !== undefined) return (document) => groups.has(documents[document]?.group ?? '');
    return this.#corpus.removed > 0 ? (document) => documents[document] !== undefined : undefined;
  }

  get averageLength(): number {
    return this.#postings.averageLength;
  }

  groupOf(document: number): string {
    return this.#corpus.documents[document]?.group ?? '';
  }

  idOf(document: number): string {
    return this.#corpus.documents[document]?.id ?? '';
  }

  #weigher(question: ParsedQuestion, found: readonly Candidate[]): (candidate: Candidate) => Ranked {
    const full = fullBm25(question.concepts);
    const best = found[0]?.bm25 || 1;
    const grams = gramScores(question.grams, found, this.#corpus, this.#postings.averageLength);
    return (candidate) => {
      const { document, bm25 } = candidate;
      this.#match.read(document, this.#corpus);
      const features = featuresOf(this.#match, {
        bm25,
        full,
        best,
        averageLength: this.#postings.averageLength,
        prose: this.#corpus.prose(document),
        definition: question.asksForDefinition ? this.#definition(document) : 0,
        grams: grams?.relative(document) ?? 0,
      });
      const score = rankingScore(features);
      const subject = subjectPlace(this.#match);
      return {
        document,
        bm25,
        features,
        ownWords: score,
        score,
        bearing: features.coverage,
        gramLead: grams?.lead(document),
        subject,
      };
    };
  }

  /** Of the passage that was read last. */
  #definition(document: number): number {
    const found = this.#corpus.documents[document] as SearchDocument;
    const { concepts, title, heading } = this.#match;
    return Math.max(
      this.#opens(document) ? openingDefinition(concepts, title) : 0,
      this.#opensSection(document) ? openingDefinition(concepts, heading) : 0,
      definitionIn(this.#match, found.text, this.#corpus, this.#corpus.analyserFor(found).language),
    );
  }

  /** Whether a work begins with it, but for what is no prose: a slide with the title and who speaks. */
  #opens(document: number): boolean {
    const { documents } = this.#corpus;
    const group = documents[document]?.group;
    if (this.#corpus.prose(document) < OPENING_PROSE) return false;
    for (let before = document - 1; before >= document - MAX_TITLES; before--) {
      if (documents[before]?.group !== group) return true;
      if (this.#corpus.prose(before) >= OPENING_PROSE) return false;
    }
    return false;
  }

  /** Whether a section begins with it whose heading names nothing but what is asked about. */
  #opensSection(document: number): boolean {
    const { documents, headings, vocabulary } = this.#corpus;
    const heading = headings[document] ?? [];
    const isFirst = headings[document - 1] !== heading || documents[document - 1]?.group !== documents[document]?.group;
    const words = heading.filter((term) => IN_LETTERS.test(vocabulary.terms[term] as string));
    return isFirst && words.length > 0 && words.length <= this.#match.concepts.length;
  }

  /** What confidence goes by for the hit at each place of a ranking. Exposed for fitting. */
  confidenceFeatures(ranked: readonly Ranked[], { concepts }: ParsedQuestion): (at: number) => ConfidenceFeatures {
    const signs = questionSigns(concepts);
    const unknownIdf = idfOf(this.#postings.present, 0);
    const works = new Map<string, number>();
    let all = 0;
    let best = Number.NEGATIVE_INFINITY;
    let second = best;
    for (const { document, bm25, ownWords } of ranked) {
      const group = this.groupOf(document);
      works.set(group, (works.get(group) ?? 0) + bm25);
      all += bm25;
      second = Math.max(second, Math.min(best, ownWords));
      best = Math.max(best, ownWords);
    }
    return (at) => {
      const { document, bm25, features, ownWords } = ranked[at] as Ranked;
      const work = works.get(this.groupOf(document)) as number;
      return confidenceFeatures(features, signs, {
        lead: ranked.length === 1 ? 5 : ownWords - (ownWords === best ? second : best),
        work: all === 0 ? 0 : (work - bm25) / all,
        unknownIdf,
      });
    };
  }

  /** `first`: the first passage's. */
  #hit(
    { document, features, score, bearing, gramLead, subject }: Ranked,
    signs: ConfidenceFeatures,
    question: ParsedQuestion,
    first: SubjectPlace | undefined,
  ): Hit {
    const found = this.#corpus.documents[document] as SearchDocument;
    const { language } = this.#corpus.analyserFor(found);
    const isGrammarKnown = language.stopWords.size > 0;
    this.#match.read(document, this.#corpus);
    const lacksKind =
      found.isProse === false ||
      this.#corpus.prose(document) === ASKING ||
      (isGrammarKnown && !saysKind(this.#match, question, document, this.#corpus, language));
    return {
      id: found.id,
      score,
      lacksKind,
      confidence: confidenceOf(signs, {
        denied: question.denies && !windowDenies(this.#match),
        foreign: found.language !== undefined,
        definition: features.definition,
        gramLead,
      }),
      coverage: features.coverage,
      bearing,
      ...this.#marks(document),
      lacksAnswer:
        lacksKind ||
        // Where words of grammar are not known, they are missing as often as any.
        (isGrammarKnown && lacksSubject(this.#match, features.definition >= OPENING)) ||
        contradicts(this.#match, document, this.#corpus, language),
      // Those below a heading come first only where that is so.
      isSection: subject === 'heading' && first === 'heading',
      missing: missingIn(this.#match, question, found, this.#corpus.analyser.language),
    };
  }

  /** Of the passage that was read last. */
  #marks(document: number): PassageMarks {
    const { text } = this.#corpus.documents[document] as SearchDocument;
    return { marks: marksOf(this.#match, this.#corpus), window: windowOf(this.#match, text, this.#corpus) };
  }

  #lexicon(): Lexicon {
    return {
      corpus: this.#corpus,
      fuzzy: this.#fuzzy,
      grams: this.#grams,
      passages: this.#postings.present,
      frequency: (term) => this.#postings.frequency(term),
      adjacent: (left, right) => this.#adjacent(left, right),
    };
  }

  #adjacent(left: number, right: number): boolean {
    const { offsets, entries, documents } = this.#corpus;
    const stands = (document: number): boolean => {
      const end = offsets.at(document + 1) - 1;
      for (let at = offsets.at(document); at < end; at++) {
        if (termOf(entries.at(at)) === left && termOf(entries.at(at + 1)) === right) return true;
      }
      return false;
    };
    return [this.#postings.packed(left), this.#postings.added(left)].some((list) => {
      const end = Math.min(list.to, list.from + MAX_ROWS);
      for (let at = list.from; at < end; at++) {
        const document = list.documents[at] as number;
        if (documents[document] !== undefined && stands(document)) return true;
      }
      return false;
    });
  }
}

function better(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.document - b.document;
}

/** So much of a score a passage that lacks the kind of answer that is asked for may be ahead of one that has it. */
const LEAD_OF_LACKING = 3;

/** Where the first passage cannot answer, the best of those that nearly equal it and can comes before it. */
function ableFirst(hits: readonly Hit[]): readonly Hit[] {
  const [first] = hits;
  if (first === undefined || !first.lacksKind) return hits;
  const able = hits.find(({ lacksKind, score }) => !lacksKind && score >= first.score - LEAD_OF_LACKING);
  return able === undefined ? hits : [{ ...able, score: first.score }, ...hits.filter((hit) => hit !== able)];
}

/** A number before a heading, and the mark of a name in it, are no words of it. */
const IN_LETTERS = /^\p{L}/u;

/** Less prose than a short list, as a title or an author's name, tells nothing of what a work is about. */
const OPENING_PROSE = 0.2;
/** Fewer passages of that kind stand before the first that does. */
const MAX_TITLES = 5;

function depthFor({ asksForDefinition, concepts }: ParsedQuestion, limit: number): number {
  const isShort = asksForDefinition && concepts.length <= FEW_WORDS;
  return Math.max(isShort ? DEFINITION_READING : CLOSE_READING, limit);
}

/** Weaker alternatives bring no passage in; close reading sees them where they stand. */
const BRINGS_IN = 0.3;
/** Nor do those with longer lists than this, or than a hundredth of the passages: they cost most and tell least. */
const LONG_LIST = 200;
/** From this weight on a term is the asked word itself, whatever its list. */
const ITSELF = 0.9;

/** So many passages are read to see whether two words stand side by side. */
const MAX_ROWS = 64;

/** BM25 of a passage of average length that holds every concept twice. */
function fullBm25(concepts: readonly Concept[]): number {
  return concepts.reduce((total, { idf }) => total + idf * saturation(2, lengthNorm(1, 1)), 0);
}
