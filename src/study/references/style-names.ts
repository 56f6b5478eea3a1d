/** Styles of references: APA 7, MLA 9, Chicago 17 (author-date), Harvard (Cite Them Right 12). */
export const STYLES = ['apa', 'mla', 'chicago', 'harvard'] as const;
export type StyleName = (typeof STYLES)[number];
