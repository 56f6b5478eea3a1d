import Database from 'libsql';
import { type Build, DEPTH } from './types.ts';
import { informativeWords } from './words.ts';

/** SQLite's FTS5 in memory, with its Porter tokenizer and its bm25(); any informative word of the question may match. */
export const build: Build = (passages) => {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE passage USING fts5(title, text, tokenize = 'porter unicode61')");
  const insert = database.prepare('INSERT INTO passage (rowid, title, text) VALUES (?, ?, ?)');
  database.transaction(() => {
    for (const [number, { title, text }] of passages.entries()) insert.run(number, title, text);
  })();
  const select = database.prepare(
    `SELECT rowid AS number, -bm25(passage) AS score FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ${DEPTH}`,
  );
  return {
    search(question) {
      const terms = informativeWords(question).map((word) => `"${word}"`);
      if (terms.length === 0) return [];
      const rows = select.all(terms.join(' OR ')) as { number: number; score: number }[];
      return rows.map(({ number, score }) => ({ id: passages[number]?.id ?? '', score }));
    },
  };
};
