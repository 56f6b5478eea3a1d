import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { gatherCandidates } from '../../src/answer/candidates/gather.ts';
import type { KnowledgeBase } from '../../src/answer/knowledge-base.ts';
import { parseQuestion } from '../../src/answer/question/parsed-question.ts';
import type { Answer, FactEntry } from '../../src/answer/types.ts';
import { withoutFraming } from '../../src/text/framing.ts';
import { writeCollection, writeKnowledge } from '../material/fixture.ts';
import { openLibrary } from '../support/bot.ts';

let shipped: KnowledgeBase;

beforeAll(() => {
  shipped = openLibrary();
});

const values = (answer: Answer) => answer.entries.flatMap(({ sides }) => sides.map(({ value }) => value));

describe('a question that the material answers', () => {
  it('shows both values where the sources disagree, the older source first', () => {
    const { verdict, entries } = ask(shipped, 'When was CELAC founded?');
    expect(verdict).toBe('answered');
    expect(entries[0]?.disputed).toBe(true);
    expect(entries[0]?.sides.map(({ value, rows }) => [value, rows[0]?.passages[0]])).toEqual([
      ['2010', 'moscow-times-2013#3'],
      ['2011', 'stratfor-2014#8'],
    ]);
  });

  it.each([
    ['when was celac founded', '2010'],
    ['WHEN WAS CELAC FOUNDED???', '2010'],
    ['“When was CELAC founded?” 🙂', '2010'],
    ['<@123> **When** was _CELAC_ founded?', '2010'],
    ['When was Cellac fuonded?', '2010'],
    ['How much was trade between Russia and Latin America in 2012?', '$16 billion'],
    ['Who is Sergey Lavrov?', 'Foreign Minister of Russia'],
    ['who founded CELAC', 'Hugo Chavez, former president of Venezuela'],
    ['what is CELAC', 'Community of Latin American and Caribbean States'],
    ['celac gdp', '$7 trillion'],
    ['who are the members of BRICS', 'Brazil, China, India, Russia, South Africa'],
  ])('%s', (question, value) => {
    const answer = ask(shipped, question);
    expect(answer.verdict).toBe('answered');
    expect(values(answer)).toContain(value);
  });

  it('is each question of the fact table, word for word, with the fact that it is asked of', () => {
    const missed = shipped.entries.all.flatMap((entry) =>
      entry.rows.flatMap(({ question }) => {
        if (question === undefined) return [];
        const answer = ask(shipped, question);
        const first = answer.entries[0]?.rows.some((row) => row.question === question);
        return answer.verdict === 'answered' && first ? [] : [question];
      }),
    );
    expect(missed).toEqual([]);
  });

  it('is each way to ask that the fact table has, word for word', () => {
    const { entries, language, ownQuestions, parser } = shipped;
    const ways = entries.all.flatMap((entry) =>
      entry.rows.map(({ otherQuestions }) => otherQuestions.map((question) => ({ entry, question }))),
    );
    // As a question is read to be answered, but for the search of passages and the comparison of entries.
    const isRead = (question: string, entry: FactEntry) => {
      const typed = parser.parseTokens(withoutFraming(parser.analyser.analyse(question), language.questions));
      const { words } = entries.search(question, typed.tokens, { limit: 1 });
      return ownQuestions(parseQuestion(question, typed, words, parser)).some(({ id }) => id === entry.id);
    };
    expect(ways.flat().filter(({ question, entry }) => !isRead(question, entry))).toEqual([]);
    // One of each row is compared as well.
    const compared = ways.flatMap((row, at) => row.slice(at % row.length).slice(0, 1));
    const missed = compared.filter(({ question, entry }) => {
      const { candidates } = gatherCandidates(shipped, question);
      return !candidates.some((candidate) => candidate.isOwn && candidate.entry.id === entry.id);
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ['When was CELAC founded, according to Stratfor?', '2011'],
    ['What two countries does Lavrov visit after Nicaragua?', 'Peru and Chile'],
    ['What does Brazil buy from Russia?', 'Pantsir-S1 anti-aircraft missiles'],
  ])('%s', (question, value) => {
    const answer = ask(shipped, question);
    expect(answer.verdict).toBe('answered');
    expect(values(answer)).toContain(value);
  });

  it('tells how a misspelt word was read', () => {
    expect(ask(shipped, 'When did Lavrof visit Havana?').respelt).toContainEqual({ typed: 'lavrof', taken: 'lavrov' });
  });

  it('marks the words that matched and begins with the passage that bears the fact out', () => {
    const [excerpt] = ask(shipped, 'How many member states does CELAC have?').excerpts;
    const marked = excerpt?.marks.map(([start, end]) => excerpt.passage.text.slice(start, end));
    expect(excerpt?.passage.id).toBe('moscow-times-2013#3');
    expect(marked).toContain('CELAC');
  });

  it('is answered from one source alone where it is asked of that one', () => {
    const { entries, excerpts } = ask(shipped, 'When was CELAC founded?', { source: 'stratfor-2014' });
    expect(entries[0]?.sides.map(({ value }) => value)).toEqual(['2011']);
    expect(entries[0]?.disputed).toBe(false);
    expect(excerpts.every(({ source }) => source.id === 'stratfor-2014')).toBe(true);
  });
});

describe('a question that the material does not answer', () => {
  it('but speaks of is close, and says which year it lacks', () => {
    const answer = ask(shipped, 'How much was trade between Russia and Latin America in 2013?');
    expect(answer.verdict).toBe('close');
    expect(answer.missing).toContain('2013');
    expect(values(answer)).toContain('$16 billion');
  });

  it.each([
    'When did Hugo Chavez die?',
    'Who is the wife of Sergei Lavrov?',
    'How old is Sergei Lavrov?',
    'Who is the president of Peru?',
    'Who is the foreign minister of Chile?',
    'How many helicopters did Peru buy?',
    'Which missiles did Russia buy from Brazil?',
    'Why did South Africa leave the BRICS?',
    'When was the Organization of American States founded?',
  ])('%s', (question) => {
    expect(ask(shipped, question).verdict).not.toBe('answered');
  });

  it.each(['How long do I boil an egg?', 'What is the best pizza in Rome?', 'qwertz uiop', ''])(
    '%j is absent',
    (question) => {
      const { verdict, excerpts, entries } = ask(shipped, question);
      expect(verdict).toBe('absent');
      expect([...excerpts, ...entries]).toEqual([]);
    },
  );

  it.each([
    ['What does NATO think of the arms deals of the Kremlin?', 'close', ['NATO']],
    ['Who is Putin?', 'absent', ['Putin']],
    ['who is putin', 'absent', ['putin']],
    ['How do I bake bread?', 'absent', []],
  ] as const)('names whom the material does not know: %s', (question, verdict, missing) => {
    const answer = ask(shipped, question);
    expect(answer).toMatchObject({ verdict, missing });
    // A fact on somebody else is no headline.
    expect(answer.entries).toEqual([]);
  });

  it('offers questions that it can answer', () => {
    const { nearby } = ask(shipped, 'Where is the headquarters of CELAC?');
    expect(nearby.questions.length).toBeGreaterThan(0);
    for (const question of nearby.questions) expect(ask(shipped, question).verdict).toBe('answered');
  });
});

describe('another collection', () => {
  it('is answered from with no change of code', () => {
    const library = openLibrary(writeKnowledge());
    const { verdict, entries } = ask(library, 'how long is the Donau?');
    expect(verdict).toBe('answered');
    expect(entries[0]?.sides.map(({ value }) => value)).toEqual(['2,850', '2,860']);
  });

  it('is answered from by its passages where it has no fact table', () => {
    const library = openLibrary(writeKnowledge({ 'facts.csv': undefined, 'terms.csv': undefined }));
    const { excerpts } = ask(library, 'Where does the Danube rise?');
    expect(excerpts[0]?.passage.id).toBe('danube-1999#1');
  });

  it('stands beside the shipped one', () => {
    const dir = writeKnowledge();
    writeCollection(dir, 'lakes', {
      'sources.json': '[{"id":"lakes","type":"book","title":"Lakes","publisher":"Delta"}]',
      'articles/danube.md': '---\nsource: lakes\nkind: note\n---\n\n[1] Lake Baikal is 1,642 metres deep.\n',
      'articles/rivers.md': undefined,
      'facts.csv': undefined,
      'terms.csv': undefined,
    });
    const { excerpts } = ask(openLibrary(dir), 'How deep is Lake Baikal?');
    expect(excerpts[0]?.passage.id).toBe('lakes#1');
  });
});
