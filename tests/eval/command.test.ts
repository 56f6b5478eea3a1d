import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { folderWith, SMALL_SET } from './folder.ts';

const MAIN = join(packageRoot, 'dist', 'eval', 'bench', 'main.js');

function bench(...args: string[]) {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
}

describe('the command', () => {
  it('prints one JSON line a system and track, and nothing else, on standard output', () => {
    const folder = folderWith(SMALL_SET);
    const { status, stdout, stderr } = bench(
      '--beir',
      folder,
      '--systems',
      'bm25,footnote',
      '--tracks',
      'clean,absent',
      '--json',
    );
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status, stderr).toBe(0);
    expect(rows.map(({ system, track }) => `${track} ${system}`)).toEqual([
      'clean bm25',
      'clean footnote',
      'absent bm25',
      'absent footnote',
    ]);
    for (const row of rows) {
      expect(Object.keys(row).slice(0, 18)).toEqual(
        `system track passages queries hit1 hit5 mrr10 ndcg10 auroc p50ms p99ms indexMs rssMB pauseMs typoP50ms typoP99ms
        answeredPresent answeredAbsent`.split(/\s+/),
      );
    }
    expect(rows[0]).toMatchObject({ passages: 6, queries: 6, hit1: 1, auroc: null });
    expect(rows[2]).toMatchObject({ passages: 4, queries: 6 });
    expect(rows[2].auroc).not.toBeNull();
    expect(stderr).toContain('[4/4] absent footnote: 6 questions');
  });

  it('prints tables and who leads', () => {
    const { stdout, stderr } = bench('--beir', folderWith(SMALL_SET), '--systems', 'bm25,lunr', '--tracks', 'clean');
    expect(stdout).toMatch(/^clean: 6 passages\n\n\| system \| queries \| hit@1/);
    expect(stderr).toContain('hit@1 bm25 = lunr 1.000');
  });

  it.each([
    [['--systems', 'nobody'], 'bench: unknown system "nobody"'],
    [['--beir', '/nowhere'], 'bench: --beir /nowhere: no such folder'],
    [['--tracks', 'growth'], 'bench: track growth-1k: it needs --filler FILE'],
    [['--misspellings', '/nowhere'], 'bench: /nowhere: no such file'],
  ])('ends with 2 and one line for %j', (args, message) => {
    const { status, stdout, stderr } = bench(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n').at(-1)).toContain(message);
  });
});
