/** Prints what the engine finds in test sets beside textbook BM25. Usage: measure-ranking FOLDER... */
import { createIndex } from '../src/search/index.ts';
import { auroc, mean, ndcg10, quantile } from './ranking/measures.ts';
import { seeded, withTypos } from './ranking/random.ts';
import { loadSet, type TestSet } from './ranking/sets.ts';
import { textbookBm25 } from './ranking/textbook.ts';

type Ask = (question: string) => { ids: string[]; confidence: number };

function row(label: string, set: TestSet, ask: Ask, change: (text: string) => string): number[] {
  const confidences: number[] = [];
  const times: number[] = [];
  const first: number[] = [];
  const five: number[] = [];
  const gains: number[] = [];
  for (const { text, relevant } of set.questions) {
    const question = change(text);
    const begin = performance.now();
    const { ids, confidence } = ask(question);
    times.push(performance.now() - begin);
    confidences.push(confidence);
    first.push(relevant.has(ids[0] ?? '') ? 1 : 0);
    five.push(ids.slice(0, 5).some((id) => relevant.has(id)) ? 1 : 0);
    gains.push(ndcg10(ids, relevant));
  }
  const figures = [mean(first), mean(five), mean(gains)].map((value) => value.toFixed(3));
  const ms = [quantile(times, 0.5), quantile(times, 0.99)].map((value) => value.toFixed(2));
  console.log(
    `${set.name.padEnd(12)} ${label.padEnd(16)} hit@1 ${figures[0]} hit@5 ${figures[1]} ndcg ${figures[2]} ms ${ms.join(' ')}`,
  );
  return confidences;
}

function engine(set: TestSet): Ask {
  const index = createIndex(set.documents);
  return (question) => {
    const { hits } = index.search(question, { limit: 10 });
    return { ids: hits.map(({ id }) => id), confidence: hits[0]?.confidence ?? 0 };
  };
}

/** A third of the works by title left out: their questions against the rest's. */
function absent(set: TestSet): void {
  const works = [...new Set(set.documents.map(({ group }) => group))];
  for (const part of [0, 1, 2]) {
    const out = new Set(works.filter((_, at) => at % 3 === part));
    const ask = engine({ ...set, documents: set.documents.filter(({ group }) => !out.has(group)) });
    const present = set.questions.filter(({ group }) => !out.has(group)).map(({ text }) => ask(text).confidence);
    const missing = set.questions.filter(({ group }) => out.has(group)).map(({ text }) => ask(text).confidence);
    const threshold = quantile(missing, 0.95);
    const kept = mean(present.map((value) => (value > threshold ? 1 : 0)));
    console.log(
      `${set.name.padEnd(12)} absent ${part} auroc ${auroc(present, missing).toFixed(4)} kept at 5 % absent ${kept.toFixed(3)}`,
    );
  }
}

for (const folder of process.argv.slice(2)) {
  const set = loadSet(folder);
  const textbook = textbookBm25(set.documents);
  const ask = engine(set);
  const baseline: Ask = (question) => ({ ids: textbook(question), confidence: 0 });
  row('textbook clean', set, baseline, (text) => text);
  const clean = row('clean', set, ask, (text) => text);
  for (const [label, system] of [
    ['textbook typo', baseline],
    ['typo', ask],
  ] as const) {
    const random = seeded(1);
    row(label, set, system, (text) => withTypos(text, random));
  }
  if (set.unanswerable.length > 0) {
    const not = set.unanswerable.map((text) => ask(text).confidence);
    console.log(`${set.name.padEnd(12)} unanswerable auroc ${auroc(clean, not).toFixed(4)}`);
    absent(set);
  }
}
