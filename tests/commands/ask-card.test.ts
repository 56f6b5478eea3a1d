import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { answerView } from '../../commands/ask/view.ts';
import { contextView } from '../../commands/excerpts/context-view.ts';
import { replaceExcerpt } from '../../commands/excerpts/view.ts';
import { ask } from '../../src/answer/ask.ts';
import { ACCENT } from '../../src/reply/components.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { writeKnowledge } from '../material/fixture.ts';
import { openLibrary } from '../support/bot.ts';
import { buttonsOf, textOf } from '../support/message.ts';

const shipped = openLibrary();
const messages = messagesFor('en');

function cardOf(question: string, knowledge = shipped) {
  const answer = ask(knowledge, question);
  const isPrivate = !answer.isSure;
  const components = answerView(answer, { material: knowledge.material, messages, isPrivate });
  const [card] = components;
  const accent = card?.type === ComponentType.Container ? card.accent_color : undefined;
  return { answer, components, accent, text: textOf({ components }), labels: buttonsOf({ components }) };
}

const TRADE = 'How large was the trade between Russia and Latin America in 2012?';

describe('the card of an answer', () => {
  it('is the answer, one citation and one row of buttons, in at most 25 words beside question, answer and excerpt', () => {
    const { text, labels, components } = cardOf(TRADE);
    expect(text).toContain('## $16 billion');
    const [, ...lines] = text.split('\n');
    const others = lines.filter((line) => !/^(## |> )/.test(line)).map((line) => line.replace(/^-# /, ''));
    const words = [...others, ...labels.map(({ label }) => label)].join(' ').split(/\s+/);
    expect(words.length).toBeLessThanOrEqual(25);
    expect(text.match(/¶ 12/g)).toHaveLength(1);
    expect(rowsOf(components)).toBe(1);
  });

  it('has one row of at most five buttons on every page, none of them disabled', () => {
    const { answer, components } = cardOf('How much did Russia trade with Latin America in 2013?');
    const passages = answer.excerpts.map(({ passage }) => passage);
    expect(passages.length).toBeGreaterThan(2);
    for (const [at, excerpt] of answer.excerpts.entries()) {
      const turned = replaceExcerpt(components, excerpt, { passages, at }, { messages, isPrivate: true });
      const buttons = buttonsOf({ components: turned });
      expect(rowsOf(turned)).toBe(1);
      expect(buttons.length).toBeLessThanOrEqual(5);
      expect(buttons.some(({ disabled }) => disabled)).toBe(false);
      expect(buttons.some(({ label }) => label === 'Previous')).toBe(at > 0);
      expect(buttons.some(({ label }) => label === 'Next')).toBe(at < passages.length - 1);
    }
  });

  it('has the ways to read on before what can be done with it', () => {
    const { labels } = cardOf('How large was Russia’s trade with Brazil?');
    expect(labels.map(({ label }) => label)).toEqual(['Next', 'More context', 'Share', 'Add to my cards']);
  });

  it('cites another excerpt than the one that its fact is cited to', () => {
    const { answer, components } = cardOf('How many member states does CELAC have?');
    const passages = answer.excerpts.map(({ passage }) => passage);
    const [first, second] = answer.excerpts;
    if (!first || !second) return expect.unreachable('There are no two excerpts');
    const turned = replaceExcerpt(components, second, { passages, at: 1 }, { messages, isPrivate: false });
    expect(textOf({ components: turned })).toContain(`-# 2 of ${passages.length} · “`);
    const back = replaceExcerpt(turned, first, { passages, at: 0 }, { messages, isPrivate: false });
    expect(textOf({ components: back })).toBe(textOf({ components }));
  });

  it('is amber where the sources disagree, and says so', () => {
    const { accent, text } = cardOf('When was CELAC founded?');
    expect(accent).toBe(ACCENT.close);
    expect(text).toContain('**The sources disagree**');
  });

  it('has no fact as a headline where it is only close', () => {
    const { answer, text } = cardOf('How much did Russia trade with Latin America in 2013?');
    expect(answer.verdict).toBe('close');
    expect(text).toContain('$16 billion');
    expect(text).not.toMatch(/^## /m);
    expect(text).not.toContain('**$16 billion**');
  });

  it('names the section of a passage that has a heading', () => {
    const library = openLibrary(writeKnowledge({ 'facts.csv': undefined, 'terms.csv': undefined }));
    expect(cardOf('Where does the Danube rise?', library).text).toMatch(/§ Course, ¶ 1/);
  });
});

describe('more context', () => {
  it('shows a long paragraph whole, between its neighbours', () => {
    const long = `${'The river is long and wide and slow and deep. '.repeat(40)}It ends here.`;
    const library = openLibrary(
      writeKnowledge({
        'articles/danube.md': `---\nsource: danube-1999\nkind: quote\n---\n\n[1] Before it.\n\n[2] It is 2,850 km.\n\n[3] ${long}\n\n[4] After it.\n\n[caption 1] A boat.\n`,
        'facts.csv': undefined,
        'terms.csv': undefined,
      }),
    );
    const article = library.material.articles.find(({ source }) => source.id === 'danube-1999');
    const passage = article?.passages.find(({ paragraph, role }) => paragraph === 3 && role === undefined);
    if (!article || !passage) return expect.unreachable('The passage is missing');
    const text = textOf({ components: contextView(article, passage, messages) });
    expect(text).toContain('It ends here.');
    expect(text).toMatch(/¶ 2[\s\S]*¶ 3[\s\S]*¶ 4/);
    expect(text.length).toBeLessThanOrEqual(4000);
  });
});

function rowsOf(components: ReturnType<typeof answerView>): number {
  return components.flatMap((component) =>
    component.type === ComponentType.Container
      ? component.components.filter(({ type }) => type === ComponentType.ActionRow)
      : [],
  ).length;
}

describe('the card of two questions', () => {
  it('has both answers on it, each with its verdict in words, and one row of buttons', () => {
    const { text, components, labels } = cardOf('When was CELAC founded? And how do I boil an egg?');
    expect(text).toMatch(/\*\*When was CELAC founded\?\*\*\n\*\*The sources disagree\*\*/);
    expect(text).toMatch(/\*\*How do I boil an egg\?\*\*\n\*\*I couldn’t find this/);
    expect(rowsOf(components)).toBe(1);
    expect(labels.map(({ label }) => label)).toEqual(['More context 1', 'Share']);
  });
});
