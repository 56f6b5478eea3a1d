import { expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { createKnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { type Analyser, analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';
import { openLibrary } from '../support/bot.ts';

const { material } = openLibrary();

it('analyses each text once while a knowledge base is made, and only the question while it answers', () => {
  const { language, texts } = counted();
  const knowledge = createKnowledgeBase(material, { language });
  expect(texts.length).toBeGreaterThan(material.passages.size);
  expect(texts).toHaveLength(new Set(texts).size);

  texts.length = 0;
  ask(knowledge, 'When was CELAC founded?');
  expect(texts).toEqual(['When was CELAC founded?']);
});

it('analyses no known entry again where a fact row is added', () => {
  const { language, texts } = counted();
  const base = createKnowledgeBase(material, { language });
  const [row] = material.facts;
  if (!row) throw new Error('The material has no facts.');
  const own = { ...row, id: 'own', subject: 'The harbour', otherNames: [], otherQuestions: [] };
  const whole = texts.length;
  texts.length = 0;
  const knowledge = createKnowledgeBase(
    { ...material, facts: [...material.facts, own] },
    { language, passages: base.passages, base },
  );
  expect(knowledge.entries.all).toHaveLength(base.entries.all.length + 1);
  expect(texts).toContain('The harbour');
  expect(texts.filter((text) => text === row.question)).toHaveLength(1);
  // What is left are names: the language's aliases, and the attributes.
  expect(texts.length).toBeLessThan(whole / 20);
});

/** A language of its own, so that nothing else is counted, and the texts that are analysed in it. */
function counted() {
  const language = { ...english };
  const analyser = analyserOf(language) as { -readonly [Key in keyof Analyser]: Analyser[Key] };
  const texts: string[] = [];
  const { analyse } = analyser;
  analyser.analyse = (text) => {
    texts.push(text);
    return analyse(text);
  };
  return { language, texts };
}
