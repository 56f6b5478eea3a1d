import type { Answer, Excerpt, FactEntry } from '../answer/types.ts';
import { ENGLISH_CITATIONS, formatCitation, formatPlace, formatShort } from '../material/cite.ts';
import { formatIsoDate } from '../material/dates.ts';
import type { Material } from '../material/load.ts';
import { clean } from '../reply/escape.ts';
import { citeFact, valueText } from '../reply/fact-lines.ts';
import { foreignLanguageNotice } from '../reply/foreign-language.ts';
import type { Messages } from '../reply/messages.ts';

const EXCERPTS = 3;

/** An answer for reading in a terminal, over several lines. */
export function answerText(answer: Answer, material: Material, messages: Messages): string {
  if (answer.parts) {
    return answer.parts
      .map((part) => `${clean(part.question)}\n\n${answerText(part, material, messages)}`)
      .join('\n\n');
  }
  const parts = [
    verdictLine(answer, messages),
    respeltLine(answer, messages),
    ...answer.entries.map((entry) => entryBlock(entry, material, messages)),
    ...answer.excerpts.slice(0, EXCERPTS).map((excerpt) => excerptBlock(excerpt, messages)),
    nearbyBlock(answer, messages),
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

function verdictLine(answer: Answer, messages: Messages): string | undefined {
  const { verdict, isSure, missing, foreignLanguage, searchedLanguages: searched, request, excerpts } = answer;
  if (request !== undefined) return messages.plain(`answer.request.${request}`);
  if (foreignLanguage !== undefined)
    return foreignLanguageNotice(foreignLanguage, { searched, hasFound: excerpts.length > 0 });
  if (verdict === 'answered') return isSure ? undefined : messages.plain('answer.passage');
  if (missing.length === 0) return messages.plain(`terminal.${verdict}`);
  return messages.plain(`terminal.${verdict}Missing`, { missing: missing.join(', ') });
}

function respeltLine({ respelt }: Answer, messages: Messages): string | undefined {
  if (respelt.length === 0) return undefined;
  const words = respelt.map(({ typed, taken }) => messages.plain('answer.respeltWord', { typed, taken })).join(', ');
  return messages.plain('answer.respelt', { words });
}

function entryBlock(entry: FactEntry, material: Material, messages: Messages): string {
  const asOf =
    entry.asOf === undefined
      ? ''
      : `, ${messages.plain('fact.asOf', { date: formatIsoDate(entry.asOf, ENGLISH_CITATIONS.date) })}`;
  const about = `${messages.plain('fact.about', { subject: entry.subject, attribute: entry.attribute })}${asOf}`;
  const heading = entry.disputed ? `${about}: ${messages.plain('fact.disputed').toLowerCase()}` : about;
  return [heading, ...sideLines(entry, material)].join('\n');
}

function sideLines({ sides }: FactEntry, material: Material): string[] {
  return sides.map(
    (side) =>
      `  ${clean(valueText(side))}  (${side.rows.map((row) => clean(citeFact(row, material, ENGLISH_CITATIONS))).join('; ')})`,
  );
}

function excerptBlock({ passage, source }: Excerpt, messages: Messages): string {
  const cite = messages.plain('citation.passage', {
    reference: formatCitation(source, passage, ENGLISH_CITATIONS),
    kind: messages.plain(`citation.kind.${passage.kind}`),
  });
  const lines = passage.text.split('\n').map((line) => `  ${clean(line)}`);
  return [...lines, `    ${cite}`].join('\n');
}

function nearbyBlock({ nearby, verdict }: Answer, messages: Messages): string | undefined {
  if (verdict === 'answered' || nearby.questions.length === 0) return undefined;
  return [`${messages.plain('answer.tryOne')}:`, ...nearby.questions.map((question) => `  ${clean(question)}`)].join(
    '\n',
  );
}

/** An answer on one line: the verdict, then the values with their sources, or the first excerpt with its own. */
export function answerLine(answer: Answer, material: Material): string {
  const [entry] = answer.entries;
  const [excerpt] = answer.excerpts;
  if (answer.verdict !== 'answered') return answer.verdict;
  if (entry)
    return `${answer.verdict}: ${sideLines(entry, material)
      .map((line) => line.trim())
      .join(' | ')}`;
  return excerpt
    ? `${answer.verdict}: ${clean(excerpt.passage.text)} (${clean(formatShort(excerpt.source, ENGLISH_CITATIONS))}, ${formatPlace(excerpt.passage, ENGLISH_CITATIONS)})`
    : answer.verdict;
}
