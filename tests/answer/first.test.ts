import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../eval/data/question-set.ts';
import { ask } from '../../src/answer/ask.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { lookUpFact } from '../../src/answer/look-up.ts';
import { joinOwn } from '../../src/guilds/own-material.ts';
import { packageRoot } from '../../src/root.ts';
import { english } from '../../src/text/languages/index.ts';
import { openLibrary } from '../support/bot.ts';

const shipped = openLibrary();
const STRATFOR = new Set(['stratfor-2014']);
const MOSCOW_TIMES = new Set(['moscow-times-2013']);

const article = (id: string, ...texts: string[]) => ({
  source: { id, title: id, authors: [], publisher: '' },
  passages: texts.map((text, i) => ({
    id: `${id}#${i + 1}`,
    source: id,
    paragraph: i + 1,
    kind: 'quote' as const,
    text,
  })),
});
const courses = createKnowledgeBase(
  joinOwn(
    {
      version: 1,
      facts: [],
      articles: [
        article(
          'biology',
          'A cell is the smallest unit of life.',
          'A nucleus is the part of a cell that holds its genes.',
        ),
        article(
          'telephony',
          'A cell is the area that one mast serves.',
          'A handover passes a call from one cell to the next.',
        ),
        article('history', 'The telephone exchange at Ostrel opened in 1911.'),
      ],
    },
    undefined,
  ),
  { language: english },
);
const BIOLOGY = new Set(['biology']);

describe('works that are searched first', () => {
  it.each(['biology', 'telephony'])('answer where others would as well: %s', (work) => {
    const answer = ask(courses, 'What is a cell?', { first: new Set([work]) });
    expect(answer).toMatchObject({ verdict: 'answered', reach: 'first' });
    expect(new Set(answer.excerpts.map(({ passage }) => passage.source))).toEqual(new Set([work]));
  });

  it('leave what another work has to that work', () => {
    const answer = ask(courses, 'What is a handover?', { first: BIOLOGY });
    expect(answer).toMatchObject({ verdict: 'answered', reach: 'beyond' });
    expect(answer.excerpts[0]?.passage.id).toBe('telephony#2');
  });

  it('are gone beyond where nothing answers', () => {
    expect(ask(courses, 'How do I boil an egg?', { first: BIOLOGY })).toMatchObject({
      verdict: 'absent',
      reach: 'beyond',
    });
  });

  it('count for nothing where a source is named, by an option or in the question', () => {
    const named = ask(courses, 'What is a cell?', { first: BIOLOGY, source: 'telephony' });
    expect(named.reach).toBeUndefined();
    expect(named.excerpts[0]?.passage.source).toBe('telephony');
    const said = ask(shipped, 'What does Stratfor say about CELAC?', { first: MOSCOW_TIMES });
    expect(said.reach).toBeUndefined();
    expect(said.excerpts[0]?.passage.source).toBe('stratfor-2014');
  });

  it('answer with both values where another work disagrees', () => {
    const [entry] = ask(shipped, 'When was CELAC founded?', { first: MOSCOW_TIMES }).entries;
    expect(entry?.disputed).toBe(true);
    expect(entry?.sides).toHaveLength(2);
  });

  it('answer each of several questions by itself', () => {
    const answer = ask(courses, 'What is a nucleus? What is a handover?', { first: BIOLOGY });
    expect(answer.parts?.map(({ reach }) => reach)).toEqual(['first', 'beyond']);
    expect(answer.reach).toBeUndefined();
    const both = ask(courses, 'What is a nucleus? What is a cell?', { first: BIOLOGY });
    expect(both.reach).toBe('first');
  });

  it('rarely take what is another work’s for their own, on two articles about the same events', () => {
    const questions = readQuestions(join(packageRoot, 'tests', 'questions', 'fresh.json'));
    for (const first of [STRATFOR, MOSCOW_TIMES]) {
      const others = questions.filter(
        ({ passages }) => passages.length > 0 && passages.every((id) => !first.has(id.split('#')[0] ?? '')),
      );
      const taken = others.filter(({ question, passages }) => {
        const { reach, entries, excerpts } = ask(shipped, question, { first });
        const shown = entries[0]?.rows.flatMap((row) => row.passages) ?? [excerpts[0]?.passage.id ?? ''];
        return reach === 'first' && !shown.some((id) => passages.includes(id));
      });
      expect(others.length).toBeGreaterThan(25);
      expect(taken.length / others.length).toBeLessThan(0.05);
    }
  });

  it('are looked at first for a fact as well', () => {
    const found = (first?: ReadonlySet<string>) =>
      lookUpFact(shipped, 'Who leads the Organization of American States?', first);
    expect(found(MOSCOW_TIMES)).toMatchObject({
      isSure: true,
      entries: [{ subject: 'Organization of American States' }],
    });
    expect(found(STRATFOR)).toEqual(found());
  });
});

describe('completion', () => {
  it('gives what some works have alone', () => {
    const isOf = (sources: ReadonlySet<string>) => (question: string) =>
      shipped.entries.all.some(({ rows }) => rows.some((row) => row.question === question && sources.has(row.source)));
    for (const typed of ['', 'celac']) {
      const questions = shipped.completion.questions(typed, 25, STRATFOR);
      expect(questions.length).toBeGreaterThan(5);
      expect(questions.every(isOf(STRATFOR))).toBe(true);
    }
    const entries = shipped.completion.entries('celac', 25, MOSCOW_TIMES);
    expect(entries.length).toBeGreaterThan(3);
    expect(entries.every(({ rows }) => rows.some(({ source }) => MOSCOW_TIMES.has(source)))).toBe(true);
  });
});
