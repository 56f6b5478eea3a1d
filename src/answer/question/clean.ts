/** UTF-16 units of a question that are read; Discord's own limit for an option's text. */
const MAX_QUESTION = 6000;

/**
 * Words between the same marks on both sides, as Discord formats them. Marks within a word are part of it:
 * `max_retry_count`, `3*4*5`.
 */
const MARKED =
  /(^|[\s([{“"'])(\*{1,3}(?!\*)|__?(?!_)|~~(?!~)|\|\|(?!\|)|`{1,3}(?!`))(?=\S)(.+?)(?<=\S)\2(?=$|[\s)\]}"']|[.,;:!?”](?=$|\s))/g;

/**
 * The question as plain words on one line: what Discord adds around them (mentions, custom emoji, quotation and code
 * marks) says nothing about what is asked. The words themselves are left as they were typed.
 */
export function cleanQuestion(text: string): string {
  return text
    .slice(0, MAX_QUESTION)
    .toWellFormed()
    .normalize('NFC')
    .replace(/<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]{1,64}:)\d*(?::\w)?>/g, ' ')
    .replace(/\[([^[\]]*)\]\(\s*<?https?:[^()\s]*>?\s*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g, '')
    .replace(/(^|\s)(?:>{1,3}|#{1,3}|-#|[-*])(?=\s)/g, ' ')
    .replace(/\\([*_~`|>#\\-])/g, '$1')
    .replace(MARKED, '$1$3')
    .replace(MARKED, '$1$3')
    .replace(/ {2,}/g, ' ')
    .trim();
}
