import { describe, expect, it } from 'vitest';
import { questionOf } from '../../commands/ask/view.ts';
import type { Plan } from '../../commands/quiz/plan.ts';
import { answerForm, questionView } from '../../commands/quiz/question-view.ts';
import { resultView } from '../../commands/quiz/result-view.ts';
import { introView, standingsView } from '../../commands/quiz/round-view.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { joinCollections } from '../../src/material/load.ts';
import { passageRef } from '../../src/material/refs.ts';
import type { Article } from '../../src/material/types.ts';
import { LIMITS } from '../../src/reply/limits.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import type { Question } from '../../src/study/questions/types.ts';
import { begin } from '../../src/study/rounds/progress.ts';
import { english } from '../../src/text/languages/index.ts';
import { buttonsOf, textOf } from '../support/message.ts';

const messages = messagesFor('en-US');
/** Every character doubles by escaping. */
const HOSTILE = '*_`@'.repeat(500);

const source = { id: 'w', title: HOSTILE, authors: [HOSTILE, HOSTILE], publisher: HOSTILE };
const passages = [1, 2].map((paragraph) => ({
  id: `w#${paragraph}`,
  source: 'w',
  paragraph,
  kind: 'quote' as const,
  text: `It says ${paragraph}.`,
}));
const article: Article = { source, passages };
const knowledge = createKnowledgeBase(
  joinCollections([{ id: 'c', title: '', description: '', articles: [article], facts: [], terms: [] }]),
  { language: english },
);

const base = { id: 'q', prompt: HOSTILE, passages: ['w#1', 'w#2'], facts: [], subject: 's' };
const five = Array.from({ length: 5 }, (_, i) => `${i}${HOSTILE}`);
const QUESTIONS: Record<string, Question> = {
  choice: { ...base, mode: 'choice', choices: five, right: 1 },
  typed: { ...base, mode: 'typed', kind: 'text', answers: [HOSTILE.slice(0, 300)] },
  order: { ...base, mode: 'order', items: five, right: [4, 3, 2, 1, 0] },
};
const behind = { prompt: HOSTILE, answer: HOSTILE };
const CLAIM: Question = { ...base, mode: 'truth', choices: ['true', 'false'], right: 1, behind };

const planOf = (question: Question): Plan => ({
  questions: [{ question, passages: passages.map(passageRef) }],
  pace: 30_000,
  locale: 'en-US',
  surface: 'channel',
  asked: { seed: 1, count: 1, about: HOSTILE, source: HOSTILE },
});
const answers = Array.from({ length: 60 }, (_, i) => ({
  question: 0,
  person: `12345678901234567${String(i).padStart(2, '0')}`,
  right: true,
}));

describe.each(Object.entries({ ...QUESTIONS, truth: CLAIM }))('a question of the mode %s', (_, question) => {
  const plan = planOf(question);
  const progress = { ...begin(0), phase: 'open' as const, asked: 1, hints: 1 };
  const shown = {
    question: questionView({ id: 'abcdefgh', plan, progress }, messages),
    result: resultView({ plan, at: 0, answers, knowledge, messages }),
    intro: introView(plan, '1', messages),
    standings: standingsView({ id: 'abcdefgh', plan, answers, asked: 1, messages }),
  };

  it.each(Object.entries(shown))('keeps the limits of Discord whatever the material holds: %s', (_name, components) => {
    const text = textOf({ components });
    expect(text.length).toBeGreaterThan(20);
    expect(text.length).toBeLessThanOrEqual(LIMITS.messageText);
    const bare = text
      .replace(/\\./g, '')
      .replace(/`[^`]*`/g, '')
      .replace(/<@\d+>/g, '');
    expect(bare, 'what is neither escaped, code nor a name').not.toMatch(/[@_`]/);
    for (const { label, customId } of buttonsOf({ components })) {
      expect(label.length).toBeLessThanOrEqual(LIMITS.buttonLabel);
      expect(customId?.length).toBeLessThanOrEqual(LIMITS.customId);
    }
  });
});

it.each(Object.values(QUESTIONS))('the prompt is read back from the result, for a card of it: $mode', (question) => {
  const prompt = 'When was the *first* bridge built (of 2)?';
  const components = resultView({ plan: planOf({ ...question, prompt }), at: 0, answers, knowledge, messages });
  expect(questionOf(components)).toBe(prompt);
});

it('a claim’s result says what is so, and a card of it asks that in the claim’s place', () => {
  const asked = { prompt: 'When was the *first* bridge built (of 2)?', answer: '1801' };
  const result = (question: Question) => {
    const components = resultView({ plan: planOf(question), at: 0, answers, knowledge, messages });
    return { front: questionOf(components), text: textOf({ components }) };
  };
  const { front, text } = result({ ...CLAIM, prompt: `${asked.prompt} 1790`, behind: asked });
  expect(front).toBe(asked.prompt);
  expect(text).toContain('Answer: **False**');
  expect(text).toContain('(answer: 1801):\n**When was');
  // A claim that is true has said what is so.
  const right = result({ ...CLAIM, prompt: `${asked.prompt} 1801`, right: 0, behind: asked } as Question);
  expect(right.front).toBe(asked.prompt);
  expect(right.text).not.toContain('(answer:');
  // A round that was stored before claims knew what they were made from.
  const { behind: _, ...stored } = CLAIM;
  expect(result(stored as Question).front).toBe('');
});

it('what is to be put in order is named once while the question is open', () => {
  const items = ['Upper Mill: built', 'Lower Mill: closed', 'Far Mill: sold'];
  const prompt = 'Upper Mill · Lower Mill · Far Mill';
  const plan = planOf({ ...base, mode: 'order', prompt, items, right: [0, 1, 2] });
  const progress = { ...begin(0), phase: 'open' as const };
  const text = textOf({ components: questionView({ id: 'x', plan, progress }, messages) });
  expect(text).toContain('**Put these in order, earliest first.**');
  expect(text.match(/Upper Mill/g)).toHaveLength(1);
});

it('the right order has the letters by which people answered, and the years', () => {
  const question = {
    ...base,
    mode: 'order',
    prompt: 'Mills',
    items: ['Upper Mill: built', 'Lower Mill: closed'],
  } as const;
  const view = (years?: readonly number[]) => {
    const plan = planOf({ ...question, right: [1, 0], ...(years === undefined ? {} : { years }) });
    return textOf({ components: resultView({ plan, at: 0, answers: [], knowledge, messages }) });
  };
  expect(view([1801, 1790])).toContain('1. **B** Lower Mill\\: closed (1790)\n2. **A** Upper Mill\\: built (1801)');
  // A round that was stored before questions knew their years.
  expect(view()).toContain('1. **B** Lower Mill\\: closed\n2. **A** Upper Mill\\: built');
});

it('an order shows an example as long as itself, cites each of its paragraphs, and offers no card of one', () => {
  const items = ['Upper Mill: built', 'Lower Mill: closed', 'Far Mill: sold'];
  const question = { ...base, mode: 'order', prompt: 'Mills', items, right: [0, 1, 2] } as const;
  expect(JSON.stringify(answerForm(question, 'id', messages))).toContain('such as BAC');
  const three = [...passages, { ...passages[0], id: 'w#3', paragraph: 3, text: 'It says 3.' }] as typeof passages;
  const wide = createKnowledgeBase(
    joinCollections([
      { id: 'c', title: '', description: '', articles: [{ source, passages: three }], facts: [], terms: [] },
    ]),
    { language: english },
  );
  const plan = { ...planOf(question), questions: [{ question, passages: three.map(passageRef) }] };
  const components = resultView({ plan, at: 0, answers, knowledge: wide, messages });
  expect(textOf({ components }).match(/¶ \d/g)).toEqual(['¶ 1', '¶ 2', '¶ 3']);
  expect(buttonsOf({ components }).map(({ label }) => label)).toEqual(['Show the passage']);
});

it('a choice that a hint took away cannot be pressed, and the right one can', () => {
  const plan = planOf({ ...base, mode: 'choice', prompt: 'When?', choices: ['a', 'b', 'c', 'd'], right: 2 });
  const progress = { ...begin(0), phase: 'open' as const, hints: 1 };
  const buttons = buttonsOf({ components: questionView({ id: 'x', plan, progress }, messages) });
  const open = buttons.slice(0, 4).filter(({ disabled }) => !disabled);
  expect(open).toHaveLength(2);
  expect(open.map(({ label }) => label)).toContain('c');
  const wrong = buttons.slice(0, 4).flatMap(({ label, disabled }) => (disabled ? [label] : []));
  const text = textOf({ components: questionView({ id: 'x', plan, progress }, messages) });
  expect(text).toContain(`Hint: it is not ${wrong.join(' or ')}.`);
});

it('a passage that was edited since is said to have changed, and no other is shown', () => {
  const plan = planOf({ ...base, mode: 'choice', prompt: 'When?', choices: ['a', 'b'], right: 0 });
  const edited = { ...plan, questions: plan.questions.map((each) => ({ ...each, passages: ['nothere1'] })) };
  const components = resultView({ plan: edited, at: 0, answers: [], knowledge, messages });
  expect(textOf({ components })).toContain('The passage has changed');
  expect(buttonsOf({ components })).toEqual([]);
});
