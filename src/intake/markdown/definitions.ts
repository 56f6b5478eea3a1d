/** `: ` before what a term means. */
const MEANING = /^ {0,3}:[ \t]+(\S.*)$/;
const TERM = /^(?![ \t]*(?:[#>|:]|[*+-] |\d+[.)] )).{0,199}\S[ \t]*$/;
const INDENTED = /^(?: {2}|\t)[ \t]*(?=\S)/;
/** Names of one thing, a line each; more lines are a paragraph. */
const MAX_TERMS = 5;
const MAX_NAME = 60;

/** Definition lists as HTML: terms on lines of their own, and behind each `: ` what they mean. */
export function definitionLists(text: string): string {
  if (!/^ {0,3}:[ \t]/m.test(text)) return text;
  const lines = text.split('\n');
  const made: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const terms = MEANING.test(lines[at] ?? '') ? takeTerms(made) : [];
    if (terms.length === 0) {
      made.push(lines[at] ?? '');
      at++;
      continue;
    }
    const { meanings, end } = meaningsFrom(lines, at);
    const names = terms.map((term) => `<dt>\n\n${term}\n\n</dt>`);
    const said = meanings.map((meaning) => `<dd>\n\n${meaning}\n\n</dd>`);
    made.push(`<dl>${names.join('')}${said.join('')}</dl>`, '');
    at = end;
  }
  return made.join('\n');
}

/** Takes the terms off the end of what stands before their meaning; a blank line may be between. */
function takeTerms(before: string[]): string[] {
  let end = before.length;
  if (before[end - 1]?.trim() === '') end--;
  let start = end;
  while (start > 0 && TERM.test(before[start - 1] ?? '')) start--;
  if (start === end) return [];
  const found = before.slice(start, end);
  const areNames = found.length <= MAX_TERMS && found.every((line) => line.length <= MAX_NAME);
  const terms = areNames ? found : found.slice(-1);
  before.length = end - terms.length;
  return terms;
}

/** The meanings that begin at a line, each with the lines that go on with it and the paragraphs indented below it. */
function meaningsFrom(lines: readonly string[], start: number): { meanings: string[]; end: number } {
  const meanings: string[] = [];
  let at = start;
  for (;;) {
    const next = lines[at]?.trim() === '' ? at + 1 : at;
    const line = lines[next] ?? '';
    const begins = MEANING.exec(line)?.[1];
    const isParagraph = next > at && INDENTED.test(line);
    const goesOn = next === at && line !== '' && !isTermOfNext(lines, at);
    if (begins !== undefined) meanings.push(begins);
    else if (isParagraph || goesOn)
      meanings.push(`${meanings.pop()}${isParagraph ? '\n\n' : '\n'}${line.replace(INDENTED, '')}`);
    else return { meanings, end: at };
    at = next + 1;
  }
}

const isTermOfNext = (lines: readonly string[], at: number): boolean =>
  MEANING.test(lines[at + 1] ?? '') && !INDENTED.test(lines[at] ?? '');
