import type { Article, Passage, Term } from '../../material/types.ts';
import { inSlices, type Steps } from '../../slices.ts';
import { languageOfText } from '../../text/detect.ts';
import type { Language } from '../../text/language.ts';
import { type Mentioned, mostMentioned } from './mentions.ts';
import { centralSentences, type QuotedSentence } from './sentences.ts';

/** What a work is about, told in its own words. */
export interface Overview {
  /** Its headings in order, each with the passage that it stands above. */
  readonly headings: readonly Headed[];
  /** Its most central sentences, in the order in which they stand there. */
  readonly sentences: readonly QuotedSentence[];
  /** Terms that it defines, each with the passage that does. */
  readonly terms: readonly DefinedTerm[];
  readonly years: readonly Mentioned[];
  readonly names: readonly Mentioned[];
}

export interface Headed {
  readonly heading: string;
  readonly passage: Passage;
}

export interface DefinedTerm {
  readonly term: string;
  readonly passage: Passage;
}

export interface OverviewOptions {
  /** Names that the material knows. */
  readonly terms: readonly Term[];
  /** What the work counts as written in where it is too short to tell. */
  readonly language: Language;
}

const MAX_SENTENCES = 5;
const MAX_MENTIONED = 6;
/** A passage defines a term where it does so this plainly, 0 to 1. */
const DEFINES = 0.7;

/** Reads a work in slices, so that the process goes on answering meanwhile. */
export function overviewOf(article: Article, options: OverviewOptions): Promise<Overview> {
  return inSlices(surveying(article, options));
}

function* surveying({ passages }: Article, { terms, language: otherwise }: OverviewOptions): Steps<Overview> {
  const sample = passages
    .slice(0, SAMPLE)
    .map(({ text }) => text)
    .join('\n');
  const language = languageOfText(sample, otherwise);
  const sentences = yield* centralSentences(passages, language, MAX_SENTENCES);
  const central = new Set(sentences.map(({ passage }) => passage));
  const mentioned = yield* mostMentioned(passages, central, terms, language, MAX_MENTIONED);
  return { headings: headingsOf(passages), sentences, terms: yield* termsDefined(passages, language), ...mentioned };
}

/** So many passages tell the language of a work. */
const SAMPLE = 20;

function headingsOf(passages: readonly Passage[]): Headed[] {
  const first = new Map<string, Passage>();
  for (const passage of passages) {
    if (passage.heading !== undefined && !first.has(passage.heading)) first.set(passage.heading, passage);
  }
  return [...first].map(([heading, passage]) => ({ heading, passage }));
}

/** Terms that the work marks, each with the first passage that says what it is. */
function* termsDefined(passages: readonly Passage[], language: Language): Steps<DefinedTerm[]> {
  const found = new Map<string, DefinedTerm>();
  for (const passage of passages) {
    for (const term of passage.terms ?? []) {
      const key = term.toLowerCase();
      if (!found.has(key) && defines(passage, term, language)) found.set(key, { term, passage });
    }
    yield;
  }
  return [...found.values()];
}

function defines({ text, form }: Passage, term: string, language: Language): boolean {
  if (form === 'glossary') return true;
  const at = text.indexOf(term);
  return at !== -1 && language.definitionStrength(text, at, at + term.length) >= DEFINES;
}
