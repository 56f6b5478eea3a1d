import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMisspellings } from '../../eval/bench/tracks/misspelt.ts';
import { loadBeir } from '../../eval/data/beir.ts';
import { fill, readFiller } from '../../eval/data/filler.ts';
import { randomFrom } from '../../eval/data/random.ts';
import { loadShipped } from '../../eval/data/shipped.ts';
import { folderWith, SMALL_SET } from './folder.ts';

describe("a folder in BEIR's layout", () => {
  it('is read with its judged questions and its unanswerable ones', () => {
    const dataset = loadBeir(folderWith(SMALL_SET));
    expect(dataset.passages).toHaveLength(6);
    expect(dataset.questions.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6']);
    expect(dataset.questions[0]?.relevant).toEqual(
      new Map([
        ['p1', 1],
        ['p2', 0],
      ]),
    );
    expect(dataset.unanswerable.map(({ id }) => id)).toEqual(['u1']);
    expect(dataset.warnings).toEqual([]);
  });

  it('takes a passage without a title for an article of its own', () => {
    const folder = folderWith({ ...SMALL_SET, 'corpus.jsonl': '{"_id":"p1","text":"One."}' });
    expect(loadBeir(folder).passages).toEqual([{ id: 'p1', title: '', article: 'p1', text: 'One.' }]);
  });

  it('warns of judgements on passages that are not there', () => {
    const qrels = `${SMALL_SET['qrels/test.tsv']}\nq1\tp99\t1`;
    expect(loadBeir(folderWith({ ...SMALL_SET, 'qrels/test.tsv': qrels })).warnings[0]).toContain('1 judgements');
  });

  it('is refused where it is not there', () => {
    expect(() => loadBeir('/nowhere/at/all')).toThrow('--beir /nowhere/at/all: no such folder');
  });

  it.each([
    ['corpus.jsonl', '{"_id":"p1","text":"One."}\n\n{"_id":"p2",', 'corpus.jsonl:3: not valid JSON'],
    ['corpus.jsonl', '{"_id":7,"text":"One."}', 'corpus.jsonl:1: _id:'],
    ['queries.jsonl', '{"_id":"q1"}', 'queries.jsonl:1: text:'],
    ['unanswerable.jsonl', '[]', 'unanswerable.jsonl:1: the line:'],
    ['qrels/test.tsv', 'query-id\tcorpus-id\tscore\nq1\tp1', 'test.tsv:2: expected query-id'],
    ['qrels/test.tsv', 'q1\tp1\tgood', 'test.tsv:1: expected query-id'],
    ['qrels/test.tsv', 'q1\tp99\t1', 'no question has a relevant passage'],
  ])('names the place in %s that is malformed', (file, text, message) => {
    expect(() => loadBeir(folderWith({ ...SMALL_SET, [file]: text }))).toThrow(message);
  });
});

describe('the shipped questions', () => {
  it('name passages that the material holds', () => {
    const dataset = loadShipped();
    expect(dataset.warnings).toEqual([]);
    expect(dataset.questions.length).toBeGreaterThanOrEqual(150);
    expect(dataset.unanswerable.length).toBeGreaterThan(0);
    expect(dataset.synonyms.length).toBeGreaterThan(0);
  });
});

describe('the filler', () => {
  const lines = '{"title":"T","text":"First one. Second two!"}\n{"text":"Third three?"}';

  it('gives its own passages first', () => {
    const filler = readFiller(join(folderWith({ 'filler.jsonl': lines }), 'filler.jsonl'));
    const { passages, synthetic } = fill(1, filler, randomFrom(1));
    expect(synthetic).toBe(0);
    expect(passages.map(({ text }) => text)).toEqual(['First one. Second two!']);
  });

  it('recombines its sentences where it is too small, and says how often', () => {
    const filler = readFiller(join(folderWith({ 'filler.jsonl': lines }), 'filler.jsonl'));
    const { passages, synthetic } = fill(12, filler, randomFrom(1));
    expect(passages).toHaveLength(12);
    expect(synthetic).toBe(10);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(12);
    for (const { text } of passages.slice(2)) {
      expect(text.replaceAll(/First one\.|Second two!|Third three\?/g, '').trim()).toBe('');
      expect(text.length).toBeGreaterThanOrEqual(250);
    }
  });

  it('is refused where it holds no text', () => {
    const folder = folderWith({ 'filler.jsonl': '{"title":"T","text":" "}' });
    expect(() => readFiller(join(folder, 'filler.jsonl'))).toThrow('holds no text');
  });
});

describe('the list of misspellings', () => {
  it('gathers the ways to misspell a word', () => {
    const folder = folderWith({ 'list.tsv': 'form\tfrom\nfromm\tfrom\n' });
    expect(readMisspellings(join(folder, 'list.tsv'))).toEqual(new Map([['from', ['form', 'fromm']]]));
  });

  it('names the line that is malformed', () => {
    const folder = folderWith({ 'list.tsv': 'form\tfrom\nfromm from\n' });
    expect(() => readMisspellings(join(folder, 'list.tsv'))).toThrow('list.tsv:2: expected wrong<TAB>right');
  });
});
