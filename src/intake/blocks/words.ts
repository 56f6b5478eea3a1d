/** How many words the passages hold together. */
export function countWords(passages: readonly { readonly text: string }[]): number {
  return passages.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0), 0);
}
