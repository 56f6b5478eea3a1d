/** The line below a table's head, without the spaces around it. */
const DELIMITERS = /^\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/;
/** A bar that parts two cells. */
const BAR = /(?<!\\)\|/;

/** Widens each table's head to its longest row: cells beyond the head are dropped where Markdown is read to the letter. */
export function widenTables(text: string): string {
  if (!text.includes('|')) return text;
  const lines = text.split('\n');
  for (let at = 1; at < lines.length; at++) {
    const [head = '', delimiters = ''] = lines.slice(at - 1, at + 1);
    if (!BAR.test(head) || !DELIMITERS.test(delimiters.trim())) continue;
    let end = at + 1;
    while (BAR.test(lines[end] ?? '')) end++;
    const longest = lines.slice(at + 1, end).reduce((most, row) => Math.max(most, cellsOf(row).length), 0);
    const extra = longest - cellsOf(head).length;
    if (extra > 0) {
      lines[at - 1] = rowOf([...cellsOf(head), ...Array<string>(extra).fill(' ')]);
      lines[at] = rowOf([...cellsOf(delimiters), ...Array<string>(extra).fill('---')]);
    }
    at = end;
  }
  return lines.join('\n');
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(BAR);

const rowOf = (cells: readonly string[]): string => `|${cells.join('|')}|`;
