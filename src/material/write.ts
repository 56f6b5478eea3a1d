import { stringify } from 'yaml';
import { atOnce, type Steps } from '../slices.ts';
import { FACT_COLUMNS } from './facts.ts';
import { writeText } from './line-breaks.ts';
import { placeKey, placeMark } from './places.ts';
import { PLAIN_TYPE } from './sources.ts';
import { writeTable } from './tables.ts';
import { TERM_COLUMNS } from './terms.ts';
import type { Article, Collection, Fact, Passage, Source, Term } from './types.ts';

/**
 * In quotes, on one line each: blocks do not keep white space alone, and a line that is folded may part the halves of a
 * character.
 */
const QUOTED = { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } as const;

/**
 * A collection as the files that `loadCollection` reads back to the same data: path in the folder to text. Tables are
 * written where they have rows. The passages of a work are all of one kind, and it has at least one.
 */
export function writeCollection(collection: Collection): Map<string, string> {
  return atOnce(writingCollection(collection));
}

/** The same step by step. */
export function* writingCollection({
  title,
  description,
  articles,
  facts,
  terms,
}: Collection): Steps<Map<string, string>> {
  const texts: (readonly [string, string])[] = [];
  for (const article of articles) texts.push([`articles/${article.source.id}.md`, yield* writingArticle(article)]);
  return new Map([
    // Those who write one by hand give a description; a title does where there is none.
    ...(description === '' ? [] : [['collection.yaml', stringify({ title, description }, QUOTED)] as const]),
    [
      'sources.json',
      `${JSON.stringify(
        articles.map(({ source }) => toCsl(source)),
        null,
        2,
      )}\n`,
    ],
    ...texts,
    ...(facts.length === 0 ? [] : [['facts.csv', writeFacts(facts)] as const]),
    ...(terms.length === 0 ? [] : [['terms.csv', writeTable(TERM_COLUMNS, terms.map(termCells))] as const]),
  ]);
}

/** A fact table that `parseFacts` reads back. */
export function writeFacts(facts: readonly Fact[]): string {
  return writeTable(FACT_COLUMNS, facts.map(factCells));
}

function toCsl({ id, title, authors, publisher, issued, url, reference }: Source) {
  return {
    id,
    title,
    ...(reference ?? { type: PLAIN_TYPE, author: authors.map((literal) => ({ literal })), publisher }),
    ...(issued === undefined
      ? {}
      : { issued: { 'date-parts': [[issued.year, issued.month, issued.day].filter((part) => part !== undefined)] } }),
    ...(url === undefined ? {} : { URL: url }),
  };
}

function* writingArticle({ source, passages }: Article): Steps<string> {
  const blocks: string[] = [];
  let heading: string | undefined;
  for (const passage of passages) {
    if (passage.heading !== heading)
      blocks.push(`##${passage.heading === undefined ? '' : ` ${writeText(passage.heading)}`}`);
    heading = passage.heading;
    blocks.push(`${placeMark(passage)} ${writeText(passage.text)}`);
    yield;
  }
  const front = `source: ${yamlText(source.id)}\nkind: ${passages[0]?.kind ?? 'quote'}\n${termLines(passages)}`;
  return `---\n${front}---\n\n${blocks.join('\n\n')}\n`;
}

/** What passages mark as terms of the work, by their numbers. */
function termLines(passages: readonly Passage[]): string {
  const marked = passages.flatMap((passage) => (passage.terms?.length ? [[placeKey(passage), passage.terms]] : []));
  return marked.length === 0
    ? ''
    : stringify({ terms: Object.fromEntries(marked) }, { lineWidth: 0, aliasDuplicateObjects: false });
}

function factCells({ subject, attribute, value, unit = '', asOf = '', ...fact }: Fact) {
  const questions = [...(fact.question === undefined ? [] : [fact.question]), ...fact.otherQuestions];
  return [
    subject,
    attribute,
    value,
    unit,
    asOf,
    ...[fact.passages, fact.otherNames, questions].map((all) => all.join('; ')),
  ];
}

function termCells({ name, type, aliases, note }: Term) {
  return [name, type, aliases.join('; '), note];
}

/** Quoted where YAML would take it for something else than text: the id of a work called "1984", "Null" or "Yes". */
function yamlText(id: string): string {
  return /^[a-z]+-|^(?!null$|true$|false$|yes$|no$|on$|off$|y$|n$)[a-z]{2,}$/.test(id) ? id : `"${id}"`;
}
