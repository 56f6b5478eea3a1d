/**
 * Makes any text stand in a Discord message as it is: nothing formats, links, mentions or pings. discord.js's own
 * `escapeMarkdown` leaves headings, lists, quotes, subtext and masked links alive, hence this one.
 */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .replace(/[\\`*_~|<>#[\]():@]/g, '\\$&')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)\./, '$1\\.');
}

/** As `escapeMarkdown`, with the line breaks of a list, a table or a verse. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map(escapeMarkdown)
    .filter((line) => line !== '')
    .join('\n');
}

/** The text that was escaped. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/**
 * One line without characters that nobody sees or that turn the writing around: controls, bidirectional overrides,
 * and lone surrogates, which Discord and terminals refuse or garble.
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g, '')
    .trim();
}
