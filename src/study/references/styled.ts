/** A stretch of a reference: plain, or in italics. */
export interface Run {
  readonly text: string;
  readonly italic: boolean;
}

/** Before a closing quotation mark that takes the full stop or comma behind it in, as American English does. */
export const TAKES_IN = '\ue002';

/** Around what stands in italics, while a reference is put together; `runsOf` takes them out. Private to this file. */
const ON = '\ue000';
const OFF = '\ue001';

export function italic(text: string): string {
  return text === '' ? '' : `${ON}${text}${OFF}`;
}

/** The text of a field without what would be taken for a mark. */
export function field(text: string | undefined): string {
  return (text ?? '').replace(/[\ue000-\ue002]/g, '').trim();
}

/** A reference as runs, in order. */
export function runsOf(reference: string): Run[] {
  return reference
    .replaceAll(TAKES_IN, '')
    .split(/(\ue000[^\ue001]*\ue001)/)
    .flatMap((part): Run[] => {
      if (part === '') return [];
      return part.startsWith(ON) ? [{ text: part.slice(1, -1), italic: true }] : [{ text: part, italic: false }];
    });
}

/** The parts that there are, with `mark` and a space between them: none where a part ends with a mark of its own. */
export function joined(parts: readonly string[], mark: '.' | ','): string {
  return parts.filter((part) => part !== '').reduce((all, part) => `${closed(all, mark)} ${part}`);
}

/** With a full stop at its end, inside the closing quotation marks that take it in. */
export function closed(text: string, mark: '.' | ',' = '.'): string {
  const [, body = '', end = ''] = /^(.*?)((?:[\ue001\ue002”“»]|\u00a0(?=»))*)$/su.exec(text) ?? [];
  if (mark === ',' ? /[?!,]$/.test(body) && end !== '' : /[.?!]$/.test(body)) return text;
  return end.includes(TAKES_IN) ? `${body}${mark}${end}` : `${text}${mark}`;
}
