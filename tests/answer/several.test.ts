import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import { severalIn } from '../../src/answer/question/several.ts';
import { languageOf } from '../../src/text/languages/index.ts';
import { edited, writeKnowledge } from '../material/fixture.ts';
import { openLibrary } from '../support/bot.ts';

const shipped = openLibrary();
const partsOf = (question: string) => severalIn(question, shipped.parser)?.parts.map(({ text }) => text);

describe('a message that asks several questions', () => {
  it.each([
    ['When was CELAC founded and who leads it?', ['When was CELAC founded?', 'Who leads CELAC?']],
    ['Who is Lavrov? And where did he go?', ['Who is Lavrov?', 'Where did Sergei Lavrov go?']],
    ['who leads UNASUR, and when was it set up', ['Who leads UNASUR?', 'When was UNASUR set up?']],
    [
      'What are the population and the GDP of CELAC?',
      ['What is the population of CELAC?', 'What is the GDP of CELAC?'],
    ],
    ['What is the difference between CELAC and BRICS?', ['What is CELAC?', 'What is BRICS?']],
    ['difference between lateral and medial moraine', ['What is lateral moraine?', 'What is medial moraine?']],
    ['how can I tell a frog from a toad?', ['What is a frog?', 'What is a toad?']],
    ['difference between capital and a rate', ['What is capital?', 'What is a rate?']],
    [
      "What is CELAC's GDP and how many people live in its states?",
      ["What is CELAC's GDP?", "How many people live in CELAC's states?"],
    ],
    ['When and where was CELAC founded?', ['When was CELAC founded?', 'Where was CELAC founded?']],
    ['When and by whom was CELAC founded?', ['When was CELAC founded?', 'By whom was CELAC founded?']],
    ['Who founded CELAC and when?', ['Who founded CELAC?', 'When founded CELAC?']],
    ['In which city was Bolivar born, and when?', ['In which city was Bolivar born?', 'When was Bolivar born?']],
    ['Is CELAC a bloc and who leads it?', ['Is CELAC a bloc?', 'Who leads CELAC?']],
    ['mitosis vs meiosis', ['What is mitosis?', 'What is meiosis?']],
    ['¿Quién es Lavrov? ¿Qué hizo en La Habana?', ['¿Quién es Lavrov?', '¿Qué hizo en La Habana?']],
  ])('%s', (question, parts) => {
    expect(partsOf(question)).toEqual(parts);
  });

  it.each([
    'Which countries belong to BRICS and CELAC?',
    'What did Russia and Cuba agree on?',
    'Did Lavrov say what Russia wants and why it wants that?',
    'Which European firms sell there? Saab? Airbus?',
    'What is the difference between Russian and Chinese interests?',
    "How is Russia's approach different from China's?",
    'Who is there for business and who for strategy?',
    '',
  ])('is none: %s', (question) => {
    expect(partsOf(question)).toBeUndefined();
  });

  it('is answered part by part', () => {
    const { verdict, parts = [] } = ask(shipped, 'When was CELAC founded and who led the effort?');
    expect(verdict).toBe('answered');
    expect(parts.map(({ entries }) => entries[0]?.sides[0]?.value)).toEqual([
      '2010',
      'Hugo Chavez, former president of Venezuela',
    ]);
  });

  it('takes nothing from the part before where a part names what it asks of', () => {
    const { parts = [] } = ask(shipped, 'When was CELAC founded? Who sells arms to Venezuela?');
    expect(parts.map(({ verdict }) => verdict)).toEqual(['answered', 'close']);
  });

  it('has a verdict for each', () => {
    const { verdict, parts = [] } = ask(shipped, 'Who is Lavrov? And how do I boil an egg?');
    expect(parts.map((part) => part.verdict)).toEqual(['answered', 'absent']);
    expect(verdict).toBe('close');
  });

  it('shows the best passage for each of two things to be told apart', () => {
    const { parts = [] } = ask(shipped, 'difference between CELAC and BRICS');
    expect(parts.map(({ entries }) => entries[0]?.subject)).toEqual(['CELAC', 'BRICS']);
  });

  it('is a question of the table where the table has it so', () => {
    const question = 'How long is the Danube and where does it rise?';
    const own = openLibrary(writeKnowledge(edited('facts.csv', 'How long is the Danube?', question)));
    expect(severalIn(question, own.parser)?.parts).toHaveLength(2);
    expect(ask(own, question).parts).toBeUndefined();
    // In other words it is two.
    expect(ask(own, question.replace('rise', 'begin')).parts).toHaveLength(2);
  });
});

it('shows a passage first that bears on both questions', () => {
  const { excerpts, parts = [] } = ask(shipped, 'Which body does CELAC stand against, and who spearheaded it?');
  const nearest = parts.map((part) => part.excerpts.slice(0, 2).map(({ passage }) => passage.id));
  expect(nearest[0]?.[0]).not.toBe(excerpts[0]?.passage.id);
  expect(nearest.every((ids) => ids.includes(excerpts[0]?.passage.id ?? ''))).toBe(true);
});

describe('questions joined in other languages', () => {
  it.each([
    ['es', '¿Cuándo se fundó la CELAC y quién la dirige?', ['¿Cuándo se fundó la CELAC?', '¿Quién la dirige?']],
    ['es', '¿Cuándo y dónde se fundó la CELAC?', ['¿Cuándo se fundó la CELAC?', '¿Dónde se fundó la CELAC?']],
    ['pt', 'Quando começou a guerra e quem venceu?', ['Quando começou a guerra?', 'Quem venceu?']],
    ['fr', 'Où et quand est né Danton ?', ['Où est né Danton?', 'Quand est né Danton?']],
    [
      'de',
      'Wann wurde die Hanse gegründet und wer führte sie?',
      ['Wann wurde die Hanse gegründet?', 'Wer führte sie?'],
    ],
    ['de', 'Wer schrieb das Kapital und wann?', ['Wer schrieb das Kapital?', 'Wann schrieb das Kapital?']],
    ['it', 'Quando e dove nacque Dante?', ['Quando nacque Dante?', 'Dove nacque Dante?']],
    ['ru', 'Кто открыл радий и когда?', ['Кто открыл радий?', 'Когда открыл радий?']],
  ])('%s: %s', (code, question, parts) => {
    const questions = languageOf(code).questions.splitSentence(question);
    expect(questions.map((text) => text.toLowerCase())).toEqual(parts.map((text) => text.toLowerCase()));
  });

  it.each([
    ['es', '¿Qué países limitan con Chile y Perú?'],
    ['de', 'Erkläre, was Osmose ist und warum sie wichtig ist'],
    ['de', 'Was wissen wir über Angebot und Nachfrage?'],
    ['fr', 'Qui a écrit les lettres et les carnets ?'],
    ['ru', 'Кто и когда?'],
  ])('none in %s: %s', (code, question) => {
    expect(languageOf(code).questions.splitSentence(question)).toEqual([]);
  });

  it.each([
    ['es', '¿Cuál es la diferencia entre la mitosis y la meiosis?', ['qué es la mitosis?', 'qué es la meiosis?']],
    ['pt', 'Qual a diferença entre DNA e RNA?', ['o que é DNA?', 'o que é RNA?']],
    [
      'fr',
      'Quelle est la différence entre la gironde et la montagne ?',
      ["qu'est-ce que la gironde?", "qu'est-ce que la montagne?"],
    ],
    ['de', 'Was ist der Unterschied zwischen Angebot und Nachfrage?', ['was ist Angebot?', 'was ist Nachfrage?']],
    ['de', 'Wie unterscheiden sich Angebot und Nachfrage?', ['was ist Angebot?', 'was ist Nachfrage?']],
    ['it', 'Qual è la differenza tra affresco e tempera?', ["che cos'è affresco?", "che cos'è tempera?"]],
    ['ru', 'чем отличается митоз от мейоза?', ['что такое митоз?', 'что такое мейоза?']],
    ['de', 'Mitose vs. Meiose', ['was ist Mitose?', 'was ist Meiose?']],
  ])('told apart in %s: %s', (code, question, parts) => {
    expect(languageOf(code).questions.compared(question)).toEqual(parts);
  });
});
