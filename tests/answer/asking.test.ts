import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { lookUpFact } from '../../src/answer/look-up.ts';
import { cleanQuestion } from '../../src/answer/question/clean.ts';
import { withoutPreamble } from '../../src/answer/question/preamble.ts';
import { openLibrary } from '../support/bot.ts';

const shipped = openLibrary();

describe('a question', () => {
  it.each([
    ['What is the default of max_retry_count?', 'What is the default of max_retry_count?'],
    ['3*4*5', '3*4*5'],
    ['What does __init__.py do?', 'What does __init__.py do?'],
    ['ENHANCE_YOUR_CALM', 'ENHANCE_YOUR_CALM'],
    ['C++ or C#?', 'C++ or C#?'],
    ['When was **CELAC** founded?', 'When was CELAC founded?'],
    ['When was *CELAC* `founded`?', 'When was CELAC founded?'],
    ['||Who|| is ~~not~~ __Lavrov__?', 'Who is not Lavrov?'],
  ])('%j is read as %j', (typed, read) => {
    expect(cleanQuestion(typed)).toBe(read);
  });

  it('that names its source is answered from it', () => {
    const { excerpts, entries } = ask(shipped, 'What does Stratfor say about CELAC?');
    const sources = [
      ...excerpts.map(({ source }) => source.id),
      ...entries.flatMap(({ rows }) => rows.map((row) => row.source)),
    ];
    expect(new Set(sources)).toEqual(new Set(['stratfor-2014']));
  });

  it.each([
    ['What does the article say about China?', 'China?'],
    ['tell me about China', 'China'],
    ['according to the text, when was CELAC founded?', 'when was CELAC founded?'],
    ['When was CELAC founded according to the sources?', 'When was CELAC founded'],
  ])('is answered as what is left without words that only ask for it: %s', (question, matter) => {
    const { question: asked, ...answer } = ask(shipped, question);
    const { question: _, ...expected } = ask(shipped, matter);
    expect(asked).toBe(question);
    expect(answer).toEqual(expected);
  });

  it('may have such words in the language of a text', () => {
    const knowledge = { languages: new Set(['en', 'es']) };
    expect(withoutPreamble('¿Qué dice el libro sobre el molino?', knowledge)).toBe('el molino?');
    expect(withoutPreamble('¿Qué dice el libro sobre?', knowledge)).toBe('¿Qué dice el libro sobre?');
    expect(withoutPreamble('What does the treaty say about Peru?', knowledge)).toBe(
      'What does the treaty say about Peru?',
    );
  });

  it.each(['Which country is the largest?', 'Who is the oldest president?', 'What was the shortest stop?'])(
    'with a superlative is answered by no fact that lacks it: %s',
    (question) => {
      const { verdict, respelt } = ask(shipped, question);
      expect(verdict).not.toBe('answered');
      expect(respelt).toEqual([]);
    },
  );

  it.each([
    ['List the states of the bloc', 'the states of the bloc'],
    ['Could you please name all the states?', 'all the states?'],
    ['Give me a date for the treaty', 'a date for the treaty'],
    ['Name of the bloc', 'Name of the bloc'],
    ['Show the flag', 'Show the flag'],
    ['Nenne die Staaten des Bundes', 'die Staaten des Bundes'],
  ])('may begin with what asks to be told: %s', (question, matter) => {
    expect(withoutPreamble(question, { languages: new Set(['en', 'de']) })).toBe(matter);
  });

  it.each([
    ['es', '¿Cuándo se fundó la CELAC?'],
    ['pt', 'Quando foi fundada a CELAC?'],
    ['fr', 'Quand est-ce que la CELAC a été fondée ?'],
    ['de', 'Wann wurde die CELAC gegründet?'],
    ['ru', 'Когда был основан СЕЛАК?'],
    ['it', 'Chi ha fondato la CELAC e in quale anno?'],
    ['ja', 'CELACはいつ設立されましたか'],
  ])('in %s is not denied by material in English', (code, question) => {
    const answer = ask(shipped, question);
    expect(answer.foreignLanguage).toBe(code);
    expect(answer.verdict).not.toBe('absent');
  });

  it('in another language has words of grammar that were not meant for English ones', () => {
    expect(ask(shipped, '¿Cuándo y dónde se fundó la CELAC?').respelt).toEqual([]);
  });

  it.each(['La Paz population', 'Rio de Janeiro games', 'Das Kapital author', 'U.S. debt', "What's J.M.'s real name?"])(
    'in English is in no other language for a name in it: %s',
    (question) => {
      expect(ask(shipped, question).foreignLanguage).toBeUndefined();
    },
  );

  it('in English is in no other language', () => {
    for (const question of ['When was CELAC founded?', 'who is lavrov', 'celac members', 'Lavrov a Cuba 2014 tour']) {
      expect(ask(shipped, question).foreignLanguage).toBeUndefined();
    }
  });

  it.each(['idk who lavrov is pls', 'u know how many countries r in celac', 'pls explain celac'])(
    'with words around it that say nothing is not denied: %s',
    (question) => {
      expect(ask(shipped, question).verdict).not.toBe('absent');
    },
  );
});

describe('what is missing', () => {
  it.each([
    ['how far is one country from 2 others', []],
    ['who are the 3 presidents he visited', []],
    ['What changed in version 3.0.0 of CELAC?', ['3.0.0']],
    ['What do 47 countries think of CELAC?', ['47']],
    ['What happened to CELAC in 1998?', ['1998']],
  ])('is no digit that only counts: %s', (question, missing) => {
    expect(ask(shipped, question).missing).toEqual(missing);
  });
});

describe('the fact table', () => {
  it('is sure of what is named', () => {
    expect(lookUpFact(shipped, 'celac fuonded')).toMatchObject({ isSure: true, entries: [{ attribute: 'founded' }] });
  });

  it.each([
    ['celac', 'CELAC', ['full name', 'language of the acronym', 'founded']],
    ['tell me about Cuba', 'Cuba', ['relation to Russia', 'visit by Lavrov', 'date of the debt forgiveness']],
  ])('names the nearest three of a subject with many facts: %s', (text, subject, attributes) => {
    expect(lookUpFact(shipped, text)).toMatchObject({
      isSure: false,
      entries: attributes.map((attribute) => ({ subject, attribute })),
    });
  });

  it.each([
    ['what is CELAC?', 'full name'],
    ['celac members', 'membership'],
    ['gdp', 'combined annual GDP'],
  ])('is sure where an attribute is named or a question of its own asked: %s', (text, attribute) => {
    expect(lookUpFact(shipped, text)).toMatchObject({ isSure: true, entries: [{ attribute }] });
  });

  it.each(['when was NATO founded', 'price of bread', 'number of moons of Mars', 'frederic', '🎉'])(
    'is not sure of %j',
    (text) => {
      expect(lookUpFact(shipped, text).isSure).toBe(false);
    },
  );
});

describe('completion', () => {
  it('of words of grammar alone offers no facts that merely resemble them', () => {
    expect(shipped.completion.entries('when was', 25)).toEqual([]);
    const names = shipped.completion
      .entries('when', 25)
      .map(({ rows }) => rows.flatMap(({ otherNames }) => otherNames));
    expect(names.length).toBeGreaterThan(0);
    for (const each of names) expect(each.join('\n')).toMatch(/\bwhen/i);
  });

  it.each([
    ['hai', 'Haiti'],
    ['ven', 'Venezuela'],
    ['cha', 'Hugo Chavez'],
  ])('of %j begins with what begins so: %s', (typed, subject) => {
    const subjects = shipped.completion.entries(typed, 3).map((entry) => entry.subject);
    expect(subjects.some((each) => each.includes(subject))).toBe(true);
  });

  it('shows a caption behind prose, though it is the shorter with the same name', () => {
    const { excerpts } = ask(shipped, '¿Cuántos países tiene la CELAC?');
    expect(excerpts[0]?.passage.role).toBeUndefined();
  });
});
