const FENCE = /^ {0,3}(?:> ?)*(`{3,}|~{3,})/;
const INLINE_CODE = /(`+)(?!`)[^`\n]+\1/g;

/** Applies a change to each stretch of Markdown that is no code: neither between fences nor between backticks. */
export function outsideCode(text: string, change: (prose: string) => string): string {
  return outsideFences(text, (part) => outsideInlineCode(part, change));
}

/** The same, where code between backticks is changed as well. */
export function outsideFences(text: string, change: (prose: string) => string): string {
  return splitFences(text)
    .map(({ isCode, text: part }) => (isCode ? part : change(part)))
    .join('');
}

function outsideInlineCode(text: string, change: (prose: string) => string): string {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(INLINE_CODE)) {
    result += change(text.slice(from, found.index)) + found[0];
    from = found.index + found[0].length;
  }
  return result + change(text.slice(from));
}

/** The stretches of a text, code by its fences and all else. */
export function splitFences(text: string): { isCode: boolean; text: string }[] {
  const parts: { isCode: boolean; text: string }[] = [];
  let fence: string | undefined;
  const add = (isCode: boolean, line: string) => {
    const last = parts.at(-1);
    if (last?.isCode === isCode) last.text += line;
    else parts.push({ isCode, text: line });
  };
  for (const line of text.split(/(?<=\n)/)) {
    const mark = FENCE.exec(line)?.[1];
    const closes = fence !== undefined && mark?.startsWith(fence);
    add(fence !== undefined || mark !== undefined, line);
    if (fence === undefined) fence = mark;
    else if (closes) fence = undefined;
  }
  return parts;
}
