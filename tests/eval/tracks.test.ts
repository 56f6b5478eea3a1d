import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Options, parseOptions } from '../../eval/bench/options.ts';
import { TRACKS } from '../../eval/bench/tracks/index.ts';
import type { Track } from '../../eval/bench/tracks/types.ts';
import { loadBeir } from '../../eval/data/beir.ts';
import { UsageError } from '../../eval/data/usage-error.ts';
import { folderWith, SMALL_SET } from './folder.ts';

const options = parseOptions([]);

function track(name: string): Track {
  const found = TRACKS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no track ${name}`);
  return found;
}

describe('the tracks', () => {
  it.each(TRACKS.map(({ name }) => name).filter((name) => name !== 'growth-100k'))(
    '%s asks the same questions for the same seed',
    (name) => {
      const folder = folderWith({
        ...SMALL_SET,
        'list.tsv': 'hony\thoney\nqueeen\tqueen',
        'filler.jsonl': '{"text":"A filler."}',
      });
      const files: Options = {
        ...options,
        misspellings: join(folder, 'list.tsv'),
        filler: join(folder, 'filler.jsonl'),
      };
      const dataset = loadBeir(folder);
      expect(track(name).lacks(dataset, files)).toBeUndefined();
      expect(track(name).prepare(dataset, files)).toEqual(track(name).prepare(dataset, files));
    },
  );

  it('ask no more questions than the limit, others for another seed', () => {
    const dataset = loadBeir(folderWith(SMALL_SET));
    const asked = (seed: number) =>
      track('clean')
        .prepare(dataset, { ...options, seed, limit: 3 })
        .questions.map(({ id }) => id);
    expect(asked(1)).toHaveLength(3);
    expect(asked(1)).not.toEqual(asked(2));
  });

  it('say what they lack', () => {
    const dataset = { ...loadBeir(folderWith(SMALL_SET)), unanswerable: [] };
    expect(track('unanswerable').lacks(dataset, options)).toContain('no unanswerable questions');
    expect(track('misspelt').lacks(dataset, options)).toContain('--misspellings');
    expect(track('growth-1k').lacks(dataset, options)).toContain('--filler');
  });
});

describe('the track absent', () => {
  it('leaves whole articles out and keeps asking about them', () => {
    const dataset = loadBeir(folderWith(SMALL_SET));
    const { passages, questions } = track('absent').prepare(dataset, options);
    const kept = new Set(passages.map(({ title }) => title));
    expect(kept.size).toBe(2);
    expect(passages).toHaveLength(4);
    expect(questions.filter(({ relevant }) => relevant.size === 0)).toHaveLength(2);
    expect(questions.filter(({ relevant }) => relevant.size > 0)).toHaveLength(4);
  });

  it('counts a question as answerable while one of its passages is kept', () => {
    const everywhere = ['p1', 'p3', 'p5'].map((id) => `q1\t${id}\t1`).join('\n');
    const dataset = loadBeir(folderWith({ ...SMALL_SET, 'qrels/test.tsv': everywhere }));
    const [question] = track('absent').prepare(dataset, options).questions;
    expect(question?.relevant.size).toBe(2);
  });
});

describe('the track growth', () => {
  it('fills the corpus up to its size and says what it made up', () => {
    const folder = folderWith({ ...SMALL_SET, 'filler.jsonl': '{"text":"A filler."}' });
    const trial = track('growth-1k').prepare(loadBeir(folder), { ...options, filler: join(folder, 'filler.jsonl') });
    expect(trial.passages).toHaveLength(1000);
    expect(trial.passages.slice(0, 6).map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    expect(trial.note).toBe("993 passages synthesised from the filler's sentences");
    expect(trial.respelt?.map(({ id }) => id)).toEqual(trial.questions.map(({ id }) => id));
  });
});

describe('the options', () => {
  it('have defaults', () => {
    expect(options).toMatchObject({ limit: 300, seconds: 60, seed: 1, json: false, tracks: undefined });
    expect(options.systems).toContain('footnote');
  });

  it.each([
    [['--systems', 'bm25,elastic'], 'unknown system "elastic"; there are: footnote,'],
    [['--tracks', 'dirty'], 'unknown track "dirty"; there are: clean,'],
    [['--limit', '0'], '--limit 0: expected a whole number, 1 or more'],
    [['--seed', '1.5'], '--seed 1.5: expected a whole number, 0 or more'],
    [['--seconds', 'ten'], '--seconds ten: expected a whole number'],
    [['--colour'], "Unknown option '--colour'"],
    [['stray'], "Unexpected argument 'stray'"],
  ])('refuse %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(message);
  });
});
