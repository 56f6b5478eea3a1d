const FENCE = /^ {0,3}(?:> ?)*(`{3,}|~{3,})/;
const INLINE_CODE = /(`+)(?!`)[^`\n]+\1/g;

/** Stands for code between backticks, with its number, while the prose around it is changed as a whole. No text has such signs. */
const HELD_CODE = /\ufdd0(\d+)\ufdd1/g;

/** `written`: a part of the prose with its code again, for what is to be kept elsewhere. */
type ChangeProse = (prose: string, written: (part: string) => string) => string;

/** Applies a change to each stretch of Markdown outside fences; code between backticks is a sign without meaning in it. */
export function outsideCode(text: string, change: ChangeProse): string {
  return outsideFences(text, (part) => outsideInlineCode(part, change));
}

/** The same, where code between backticks is changed as well. */
export function outsideFences(text: string, change: (prose: string) => string): string {
  return splitFences(text)
    .map(({ isCode, text: part }) => (isCode ? part : change(part)))
    .join('');
}

function outsideInlineCode(text: string, change: ChangeProse): string {
  const held: string[] = [];
  const written = (prose: string) => prose.replace(HELD_CODE, (all, at: string) => held[Number(at)] ?? all);
  const prose = text.replace(INLINE_CODE, (code) => `\ufdd0${held.push(code) - 1}\ufdd1`);
  return written(change(prose, written));
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
