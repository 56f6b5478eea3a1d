import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { writeKnowledge } from '../material/fixture.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as the tests' set-up has just built it. */
function run(command: string, args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(packageRoot, 'dist', 'src', 'cli', `${command}.js`), ...args],
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

describe('npm run ask', () => {
  it('prints one JSON object with --json', async () => {
    const { out, code } = await run('ask', ['--json', 'When was CELAC founded?']);
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ question: 'When was CELAC founded?', verdict: 'answered' });
    expect(answer.disagreements[0].sides).toEqual([
      { value: '2010', source: 'moscow-times-2013', paragraph: 3 },
      { value: '2011', source: 'stratfor-2014', paragraph: 8 },
    ]);
    expect(Object.keys(answer.facts[0])).toEqual(
      expect.arrayContaining(['subject', 'attribute', 'value', 'source', 'paragraph']),
    );
    expect(Object.keys(answer.excerpts[0])).toEqual(
      expect.arrayContaining(['text', 'source', 'title', 'paragraph', 'kind', 'score']),
    );
    expect(answer.ms).toBeGreaterThan(0);
  });

  it('says in JSON whether it is sure, in what language it was asked, and what answers each of several questions', async () => {
    const lines = ['When was CELAC founded?', 'Где находится штаб-квартира организации?'];
    const several = 'When was CELAC founded? And how do I boil an egg?';
    const { out } = await run('ask', ['--json'], `${[...lines, several].join('\n')}\n`);
    const [sure, foreign, both] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(sure).toMatchObject({ isSure: true });
    expect(sure).not.toHaveProperty('parts');
    expect(sure).not.toHaveProperty('foreignLanguage');
    expect(foreign).toMatchObject({ isSure: false, foreignLanguage: 'ru' });
    expect(both).toMatchObject({ isSure: false, verdict: 'close' });
    expect(both.parts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['answered', 'absent']);
    expect(both.parts[0].facts[0].value).toMatch(/^201/);
  });

  it('prints an answer for reading, and takes words without quotation marks', async () => {
    const { out } = await run('ask', ['When', 'was', 'CELAC', 'founded?']);
    expect(out).toContain('The Moscow Times, 29 May 2013, ¶ 3');
  });

  it('answers a line for each line of standard input, in order, and exits 0 though the material does not hold it', async () => {
    const { out, code } = await run('ask', ['--json'], 'When was CELAC founded?\n\nHow do I boil an egg?\n');
    const verdicts = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).verdict);
    expect(verdicts).toEqual(['answered', 'absent', 'absent']);
    expect(code).toBe(0);
  });

  it('answers from another folder, and says in JSON which section an excerpt stands in', async () => {
    const questions = 'How long is the Danube?\nWhere does the Danube rise?\n';
    const { out } = await run('ask', ['--knowledge', writeKnowledge(), '--json'], questions);
    const [length, source] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(length.disagreements[0].sides).toHaveLength(2);
    expect(source.excerpts[0]).toMatchObject({ paragraph: 1, section: 'Course' });
  });

  it('says with --help which folder --knowledge names', async () => {
    const { out } = await run('ask', ['--help']);
    expect(out).toContain('DIR is the folder above the collections');
  });

  it.each([[['--nonsense']], [['--knowledge']], [['--knowledge', '/does/not/exist', 'x']]])(
    'exits 2 on %j and says why',
    async (args) => {
      const { code, err } = await run('ask', args);
      expect(code).toBe(2);
      expect(err).not.toBe('');
    },
  );
});

describe('npm run check:knowledge', () => {
  it('passes on the shipped material', async () => {
    const { code, out } = await run('check-knowledge', []);
    expect(out).toContain('no problems');
    expect(code).toBe(0);
  });

  it('fails on a broken collection and names the place', async () => {
    const dir = writeKnowledge({ 'terms.csv': 'name,type,aliases,note\nDanube,lake,,x\n' });
    const { code, err } = await run('check-knowledge', [dir]);
    expect(code).toBe(1);
    expect(err).toMatch(/terms\.csv:2, column “type”/);
  });
});
