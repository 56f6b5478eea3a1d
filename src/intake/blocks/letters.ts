/** How many letters and digits a text holds, in UTF-16 units: what an account of a file counts. */
export const countLetters = (text: string): number => text.replace(/[^\p{L}\p{N}]+/gu, '').length;
