import { describe, expect, it } from 'vitest';
import { createIndex, type SearchDocument } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { english } from '../../src/text/languages/index.ts';

/** The passages of a small made-up collection, one sentence or two each; the id names the matter. */
const TEXTS: Readonly<Record<string, string>> = {
  harbour: 'The harbour of Port Amel was dredged in 1904 by two hundred labourers. Its colour is a muddy grey.',
  missiles: 'Anti-aircraft missiles were sold to the island for $16 billion over nine years.',
  travel: 'Visa-free travel between the two republics began after the ministers visited the capital.',
  debt: 'Ten per cent of the debt was never forgiven; the rest was cancelled by Chávez in the spring.',
  island: 'The Cuban envoy stayed at the farm of Martín Ibáñez, whose children spoke Quechua.',
  league: 'The League of Eastern Lakes (LEL) has thirty-three members and meets in the nineteenth district.',
  form: 'The settlers came from the northern valleys, where barley grows.',
  paper: 'Each applicant fills in a form before the clerk stamps it.',
  engine: 'A boiler turns water into steam, which drives the piston of the engine.',
  brain: 'Both hippocampi lie deep in the brain of the fish.',
};
const DOCUMENTS: SearchDocument[] = Object.entries(TEXTS).map(([id, text]) => ({
  id,
  group: 'g',
  title: 'Notes',
  text,
}));
const index = createIndex(DOCUMENTS, analyserOf(english), [['League of Eastern Lakes', 'LEL', 'the lakes bloc']]);

function first(question: string): string | undefined {
  return index.search(question).hits[0]?.id;
}

describe('understanding a question', () => {
  it.each([
    ['accents that the asker leaves out', 'What did Chavez cancel?', 'debt'],
    ['accents that the asker alone writes', 'Who is Martín Ibañez?', 'island'],
    ['possessives with either apostrophe', 'What are Ibáñez’s childrens’ languages?', 'island'],
    ['the plural of a singular', 'Which boilers and pistons are there?', 'engine'],
    ['irregular forms', 'Which child speaks Quechua?', 'island'],
    ['American spelling of a British word', 'What color is the harbor?', 'harbour'],
    ['a percentage in figures', '10% of what?', 'debt'],
    ['a percentage with a space and decimals', '10.0 % of the debt', 'debt'],
    ['an amount written short', 'what was sold for $16bn', 'missiles'],
    ['an amount in full figures', 'what was worth 16,000,000,000?', 'missiles'],
    ['an amount in words', 'what did sixteen billion buy', 'missiles'],
    ['a number in figures for one in words', 'Who has 33 members?', 'league'],
    ['an ordinal in figures', 'what is in the 19th district', 'league'],
    ['hyphened words typed as one', 'antiaircraft weapons', 'missiles'],
    ['hyphened words typed as two', 'anti aircraft weapons', 'missiles'],
    ['two words typed as one', 'visafree journeys', 'travel'],
    ['a country for its people', 'the envoy of Cuba', 'island'],
    ['a name for its abbreviation', 'How large is the LEL?', 'league'],
    ['an abbreviation for its name', 'members of the lakes bloc', 'league'],
    ['a paraphrase', 'When was the port deepened, and how many workers did it take in 1904?', 'harbour'],
    ['random slips of the pen', 'who drdeged teh harbuor', 'harbour'],
    ['a real word typed for another', 'Where did the settlers come form?', 'form'],
    ['capitals throughout', 'VISA-FREE TRAVEL?', 'travel'],
  ])('finds the passage despite %s', (_, question, id) => {
    expect(first(question)).toBe(id);
  });

  it('knows a Latin plural by its singular', () => {
    expect(index.search('hippocampus').words).toMatchObject([{ taken: 'hippocampus', as: 'known' }]);
  });

  it('knows two words that stand side by side by what they are written as one', () => {
    expect(index.search('northernvalleys').words).toMatchObject([
      { typed: 'northernvalleys', taken: 'northern', as: 'known' },
      { typed: 'northernvalleys', taken: 'valleys', as: 'known' },
    ]);
  });

  it('reads no word into the possessive of dotted letters', () => {
    const { words } = index.search("What is the L.E.L.'s district?");
    expect(words.map(({ typed }) => typed)).toEqual(['lel', 'district']);
  });

  it('tells how it took each word', () => {
    const { words } = index.search('Who dregded the harbour near Zxqvy?');
    expect(words.map(({ typed, taken, as }) => [typed, taken, as])).toEqual([
      ['dregded', 'dredged', 'corrected'],
      ['harbour', 'harbour', 'known'],
      ['near', 'near', 'unknown'],
      ['zxqvy', 'zxqvy', 'unknown'],
    ]);
    expect(words.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it('names the figures and names that the passage does not hold', () => {
    expect(index.search('Was the harbour of Port Amel dredged in 1913?').hits[0]?.missing).toEqual(['1913']);
  });

  it('marks the words that matched and the sentence that bears on the question', () => {
    const [hit] = index.search('What color is the harbor of Port Amel?').hits;
    const text = TEXTS.harbour as string;
    expect(hit?.marks.map(([from, to]) => text.slice(from, to))).toEqual(['harbour', 'Port', 'Amel', 'colour']);
    expect(text.slice(...(hit?.window ?? [0, 0]))).toMatch(/^The harbour/);
  });

  it.each(['', '   ', '???', 'what is it', '🎉', 'the of and'])('finds nothing for %j', (question) => {
    expect(index.search(question)).toEqual({ hits: [], words: [] });
  });

  it('keeps to the groups that it is told', () => {
    const mixed = createIndex(
      [...DOCUMENTS, { id: 'other', group: 'h', title: 'Else', text: 'Another harbour.' }],
      analyserOf(english),
    );
    expect(mixed.search('harbour', { groups: new Set(['h']) }).hits.map(({ id }) => id)).toEqual(['other']);
  });

  it('respells a word of another language, though its stem is one of an English word', () => {
    const documents = [{ id: 'a', group: 'a', title: '', text: 'El ferrocarril llegó en 1868.', language: 'es' }];
    const spanish = createIndex(documents, analyserOf(english));
    expect(spanish.search('¿Cuándo llegó el ferocarril?').words[1]).toMatchObject({ taken: 'ferrocarril' });
  });

  it('takes "or not" at the end for no denial', () => {
    expect(index.parse('Was the debt forgiven or not?').denies).toBe(false);
    expect(index.parse('Was the debt not forgiven?').denies).toBe(true);
  });

  it('doubts a passage that says what is so where the question asks what is not', () => {
    const confidence = (question: string): number => index.search(question).hits[0]?.confidence ?? 0;
    expect(confidence('Which missiles were not sold to the island?')).toBeLessThan(
      confidence('Which missiles were sold to the island?') / 2,
    );
    expect(first('How much of the debt was never forgiven?')).toBe('debt');
    expect(confidence('How much of the debt was not forgiven?')).toBeCloseTo(
      confidence('How much of the debt was it forgiven?'),
      9,
    );
  });
});

it('contractions without their apostrophe carry grammar alone', () => {
  const words = (question: string) => index.search(question).words.map(({ typed }) => typed);
  expect(words('why dont the settlers and didnt the clerk')).toEqual(['settlers', 'clerk']);
  expect(words('wheres the clerk, cant we see the settlers? ill, they say')).toEqual([
    'clerk',
    'see',
    'settlers',
    'ill',
  ]);
});

it('a word is no form of another language’s word that only begins like it', () => {
  const texts = [
    { id: 'wall', group: 'b', title: '', language: 'fr', text: 'La substance du vieux moulin est rare.' },
    { id: 'letter', group: 'a', title: '', text: 'Her friend sold substitutes for butter.' },
    { id: 'lake', group: 'b', title: '', language: 'fr', text: 'Le lac Titicaca est profond de 284 mètres.' },
  ];
  const mixed = createIndex(texts, analyserOf(english));
  expect(mixed.search('Which substitutes did her friend sell?').hits.map(({ id }) => id)).toEqual(['letter']);
  expect(mixed.search('How deep is Titicaca?').hits[0]?.id).toBe('lake');
});
