import type { Concept } from '../query/parsed-question.ts';
import { FEATURES, type Features } from './features.ts';
import { FACT, SUBJECT } from './weights.ts';

/** Questions of so many informative words ask for a fact; from the second number on they describe a subject. */
const FACT_WORDS = 4;
const SUBJECT_WORDS = 10;
/** Passages of so many informative words are paragraphs; from the second number on they are whole articles. */
const PARAGRAPH = 80;
const ARTICLE = 240;

/**
 * How far the search is for a subject rather than a fact, 0..1: in a long question or a long text, pairs of words
 * and single sentences say less, and the sum over the whole text more.
 */
export function subjectness(concepts: readonly Concept[], averageLength: number): number {
  const byQuestion = (concepts.length - FACT_WORDS) / (SUBJECT_WORDS - FACT_WORDS);
  const byPassages = Math.log(averageLength / PARAGRAPH) / Math.log(ARTICLE / PARAGRAPH);
  return Math.min(1, Math.max(0, byQuestion, byPassages));
}

/** The weights in the order of the names: reading them by name again for every passage would take twice as long. */
const FACT_WEIGHTS = FEATURES.map(({ name }) => FACT[name]);
const SUBJECT_WEIGHTS = FEATURES.map(({ name }) => SUBJECT[name]);

/**
 * A passage's score: the weighted sum of its features, the weights lying between those for facts and those for
 * subjects. Only for comparing passages under one question.
 */
export function rankingScore(features: Features, subject: number): number {
  let fact = 0;
  let whole = 0;
  FEATURES.forEach(({ name }, at) => {
    const value = features[name];
    fact += (FACT_WEIGHTS[at] as number) * value;
    whole += (SUBJECT_WEIGHTS[at] as number) * value;
  });
  return (1 - subject) * fact + subject * whole;
}
