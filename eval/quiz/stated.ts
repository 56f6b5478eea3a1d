import { type KnowledgeBase, languageOfArticle } from '../../src/answer/knowledge-base.ts';
import { groupBy } from '../../src/group.ts';
import { draftFacts } from '../../src/material/drafts/index.ts';
import type { Fact } from '../../src/material/types.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { fold } from '../../src/text/fold.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/** What the material states, read without the code that makes questions. */
export interface Stated {
  /** Rows of the table and of drafts, of a subject. */
  rowsOn(subject: string): readonly Fact[];
  /** The longest value of any row that a text ends with. */
  valueAtEnd(text: string): string;
  /** Whether the text is a sentence of the material, with or without the initials in its brackets. */
  isSentence(text: string): boolean;
  /** Whether a sentence has the subject and the words. */
  isSaid(subject: string, words: string): boolean;
  /** Whether a sentence that has a term, and not the other, has nearly all informative words of a definition. */
  isDefinedBy(definition: string, term: string, other: string): boolean;
}

/** Longer words stand nowhere else as they are. */
const MAX_WORDS = 8;
const INITIALS = /\s\(\p{Lu}+s?\)/gu;
/** A sentence with this share of a definition's words says the same. */
const SAME = 0.9;

export function readStated({ material, language }: KnowledgeBase): Stated {
  const drafts = material.articles.flatMap(({ passages, ...article }) =>
    draftFacts(passages, languageOfArticle({ ...article, passages }, language)),
  );
  const rows = [...material.facts, ...drafts.map(({ fact }) => fact)];
  const bySubject = groupBy(rows, ({ subject }) => fold(subject));
  const values = [...new Set(rows.map(statedValue))].sort((one, other) => other.length - one.length);
  const { analyse } = analyserOf(language);
  const stems = (text: string) => analyse(text).flatMap(({ term, stop }) => (stop ? [] : [term]));
  const sentences = [...material.passages.values()].flatMap(({ text, form }) =>
    (form === 'glossary' ? [text] : splitSentences(text, language).map(([from, to]) => text.slice(from, to))).map(
      (each) => ({ text: within(each), bare: within(each.replace(INITIALS, '')), stems: new Set(stems(each)) }),
    ),
  );
  const whole = new Set(sentences.flatMap(({ text, bare }) => [text, bare]));
  return {
    rowsOn: (subject) => bySubject.get(fold(subject)) ?? [],
    valueAtEnd: (text) => values.find((value) => fold(text).endsWith(value)) ?? '',
    isSentence: (text) => whole.has(within(text)),
    isSaid(subject, words) {
      if (words.split(' ').length > MAX_WORDS) return false;
      const [name, value] = [within(subject), within(words)];
      return sentences.some(({ text }) => text.includes(name) && text.includes(value));
    },
    isDefinedBy(definition, term, other) {
      const wanted = [...new Set(stems(definition))];
      const [named, without] = [within(term), within(other)];
      return sentences.some(
        (each) =>
          each.text.includes(named) &&
          !each.text.includes(without) &&
          wanted.filter((stem) => each.stems.has(stem)).length >= SAME * wanted.length,
      );
    },
  };
}

/** A row's value with its unit, folded. */
export const statedValue = ({ value, unit }: Fact): string => fold([value, unit].filter(Boolean).join(' '));

const within = (words: string): string => ` ${spaced(words)} `;

const spaced = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}.$%]+|\.(?!\d)/gu, ' ')
    .trim();
