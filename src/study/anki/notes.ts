import type { CardContent } from '../cards/types.ts';

/** The fields of a card as a note of Anki's, in their order; the first two are what it shows. */
export const FIELDS = ['Front', 'Back', 'Source', 'Paragraph', 'Page', 'Quotation'] as const;

/** A note as a reader of decks gives it: plain texts. */
export interface Note {
  readonly fields: readonly { readonly name: string; readonly text: string }[];
}

/** A card's texts, one for each of `FIELDS`. */
export function fieldsOf({ front, back, source, paragraph, page, quotation }: CardContent): string[] {
  return [front, back, source, paragraph, page, quotation];
}

/** The name by which Anki knows a card again when it is exported a second time. */
export const guidOf = (id: string): string => `footnote-${id}`;

/**
 * The cards of a note: one, or one for each number of its gaps ("{{c1::CELAC}}"). The fields are found by their names,
 * else the first is the front and the second the back. None where either is empty.
 */
export function cardsOf(note: Note): CardContent[] {
  const named = (name: string) =>
    note.fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.text ?? '';
  const isOwn = FIELDS.every((name) => note.fields.some((field) => field.name === name));
  const [first, second] = note.fields.map(({ text }) => text);
  const [front = '', back = ''] = [named('Front') || first, named('Back') || second];
  const about = isOwn
    ? {
        source: named('Source'),
        paragraph: named('Paragraph'),
        page: named('Page'),
        quotation: named('Quotation'),
      }
    : { source: '', paragraph: '', page: '', quotation: '' };
  const numbers = gapNumbers(front);
  const texts = numbers.length > 0 ? numbers.map((number) => withGap(front, back, number)) : [{ front, back }];
  return texts.filter((text) => text.front !== '' && text.back !== '').map((text) => ({ ...text, ...about }));
}

/** A gap with its number, what stands in it, and a hint perhaps. */
const GAP = /\{\{c(\d{1,3})::(.*?)(?:::(.*?))?\}\}/gs;
/** Gaps of a note that become cards of their own. */
const MAX_GAPS = 20;

function gapNumbers(text: string): number[] {
  const numbers = Array.from(text.matchAll(GAP), ([, number]) => Number(number));
  return [...new Set(numbers)].sort((one, other) => one - other).slice(0, MAX_GAPS);
}

/** The text with one gap open on the front, and closed on the back; what else the note says stands below that. */
function withGap(text: string, extra: string, number: number): { front: string; back: string } {
  const front = text.replace(GAP, (_, each: string, inside: string, hint?: string) =>
    Number(each) === number ? `[${hint ?? '…'}]` : inside,
  );
  const whole = text.replace(GAP, (_, _number: string, inside: string) => inside);
  return { front, back: [whole, extra].filter(Boolean).join('\n\n') };
}
