import { stemmer } from 'stemmer';
import { isStopWord } from '../../src/search/analyse/stop-words.ts';
import type { SearchDocument } from '../../src/search/types.ts';

/** BM25 as textbooks have it (k1 1.2, b 0.75, Porter stems, stop words out, title before text): what must not be undercut. */
export function textbookBm25(documents: readonly SearchDocument[]): (question: string) => string[] {
  const rows = documents.map(({ title, text }) => terms(`${title} ${text}`));
  const average = rows.reduce((sum, row) => sum + row.length, 0) / rows.length;
  const postings = new Map<string, Map<number, number>>();
  rows.forEach((row, document) => {
    for (const term of row) {
      const list = postings.get(term) ?? new Map<number, number>();
      postings.set(term, list.set(document, (list.get(document) ?? 0) + 1));
    }
  });
  return (question) => {
    const scores = new Map<number, number>();
    for (const term of terms(question)) {
      const list = postings.get(term) ?? new Map<number, number>();
      const idf = Math.log(1 + (rows.length - list.size + 0.5) / (list.size + 0.5));
      for (const [document, count] of list) {
        const norm = 1.2 * (0.25 + (0.75 * (rows[document] as string[]).length) / average);
        scores.set(document, (scores.get(document) ?? 0) + (idf * count * 2.2) / (count + norm));
      }
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 10);
    return best.map(([document]) => (documents[document] as SearchDocument).id);
  };
}

function terms(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !isStopWord(word)).map(stemmer);
}
