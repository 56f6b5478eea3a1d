import { describe, expect, it } from 'vitest';
import { createIndex } from '../../src/search/index.ts';
import { analyserOf } from '../../src/text/analyser.ts';
import { withoutFraming } from '../../src/text/framing.ts';
import { english } from '../../src/text/languages/index.ts';

const TEXTS = {
  mention: 'Every mill right in the valley was sold in 1904, and every mill right was bought back.',
  choices: '1. mill right 2. toll right 3. grazing right 4. mill right and toll right',
  exercise: 'Which of these is a mill right?',
  definition: 'A mill right is the right to grind at a mill, which passes from parent to child.',
  toll: 'toll right : a fee for crossing the bridge',
  tollUse: 'The toll right was worth more than the toll right of the next valley, said the toll clerk.',
};
const index = createIndex(
  Object.entries(TEXTS).map(([id, text]) => ({ id, group: 'g', title: '', text })),
  analyserOf(english),
);

describe('a question for a definition', () => {
  it.each([
    'What is a mill right?',
    'define mill right',
    'What does mill right mean?',
    'mill right',
    'what are mill rights',
  ])('puts the passage first that defines the term: %s', (question) => {
    expect(index.search(question).hits[0]?.id).toBe('definition');
  });

  it('is surer where the long form of an abbreviation stands beside it', () => {
    const opening = { id: 'o', group: 'g', title: '', text: 'Markets differ in how many firms they have, and why.' };
    const asked = withoutFraming(analyserOf(english).analyse('What does HHI stand for?'), english.questions);
    const confidence = (text: string) => {
      const both = createIndex([opening, { ...opening, id: 'a', text }], analyserOf(english));
      return both.search(both.parse('What does HHI stand for?', asked)).hits[0]?.confidence ?? 0;
    };
    const beside = confidence('The concentration index of a market (HHI) adds the squares of all shares.');
    expect(beside).toBeGreaterThan(confidence('The HHI of a market adds the squares of all shares it has.'));
  });

  it('finds one that begins with a plural', () => {
    const texts = ['Complements and substitutes move the price.', 'Complements are goods that are used together.'];
    const documents = texts.map((text, at) => ({ id: `${at}`, group: 'g', title: '', text }));
    expect(createIndex(documents, analyserOf(english)).search('What are complements?').hits[0]?.id).toBe('1');
  });

  it('of an abbreviation puts the passage first that says what it is short for', () => {
    const texts = [
      'The ELA of the northern glacier averages 1,490 metres, and the ELA of the southern one 1,200.',
      'The equilibrium line parts the upper zone from the lower one. Its height is abbreviated ELA.',
    ];
    const documents = texts.map((text, at) => ({ id: `${at}`, group: 'g', title: '', text }));
    for (const question of ['What is the ELA?', 'ELA meaning']) {
      expect(createIndex(documents, analyserOf(english)).search(question).hits[0]?.id).toBe('1');
    }
  });

  it('is not answered by what is known to be no prose', () => {
    const cited = {
      id: 'cited',
      group: 'g',
      title: '',
      text: 'Ohm, A. 2012. "A mill right is sold in Sandow." Sandow Press.',
    };
    const [hit] = createIndex([{ ...cited, isProse: false }], analyserOf(english)).search(
      'Where is a mill right sold?',
    ).hits;
    expect(hit?.lacksAnswer).toBe(true);
    const [prose] = createIndex([cited], analyserOf(english)).search('Where is a mill right sold?').hits;
    expect(prose?.lacksAnswer).toBe(false);
  });

  it('is not answered by a list of questions', () => {
    const texts = [
      '1. Who repairs the wheel of the mill?\n2. Explain how the fee is set.\n3. Who pays for the grindstone?',
      'The families pay for the grindstone, and the miller for the wheel.',
    ];
    const asked = createIndex(
      texts.map((text, at) => ({ id: `${at}`, group: 'g', title: '', text })),
      analyserOf(english),
    );
    const { hits } = asked.search('Who pays for the grindstone?');
    expect(hits.find(({ id }) => id === '0')?.lacksAnswer).toBe(true);
    expect(hits[0]?.id).toBe('1');
  });

  it('is not answered by a passage of which the title alone has the words', () => {
    const texts = [
      'The council lent eleven families the money.',
      'It rained from the autumn on.',
      'The mill had burnt.',
    ];
    const mill = createIndex(
      texts.map((text, at) => ({ id: `${at}`, group: 'g', title: 'The mill of Sandow', text })),
      analyserOf(english),
    );
    const lacking = mill.search('What happened to the mill of Sandow?').hits.filter(({ lacksAnswer }) => lacksAnswer);
    expect(lacking.map(({ id }) => id).sort()).toEqual(['0', '1']);
  });

  it('knows the line of a glossary', () => {
    expect(index.search('What is a toll right?').hits[0]?.id).toBe('toll');
  });

  it('is answered surely by what defines the term, and not by what mentions it', () => {
    const alone = createIndex(
      [
        { id: 'is', group: 'g', title: '', text: 'Osmosis is the passage of water through a skin.' },
        { id: 'called', group: 'g', title: '', text: 'In salt the cell shrinks, which is called crenation.' },
        { id: 'mentions', group: 'g', title: '', text: 'The book says much of plasmolysis on its last page.' },
      ],
      analyserOf(english),
    );
    const sure = (question: string) => (alone.search(question).hits[0]?.confidence ?? 0) > 0.8;
    expect(sure('What is osmosis?')).toBe(true);
    expect(sure('what is crenation')).toBe(true);
    expect(sure('What is plasmolysis?')).toBe(false);
  });

  it('is answered by what defines the term rather than a narrower one', () => {
    const strength = (text: string) =>
      english.definitionStrength(text, text.indexOf('erosion'), text.indexOf('erosion') + 'erosion'.length);
    expect(strength('Coastal erosion refers to the loss of land to the sea.')).toBeLessThan(
      strength('For farmers erosion refers to the loss of soil.'),
    );
  });

  it('for what a whole work is about is answered by how the work begins', () => {
    const work = createIndex(
      [
        'tidepool keeps folders alike on several machines.',
        'tidepool leave ends tidepool, and tidepool join begins it.',
        'Run tidepool join.',
      ].map((text, at) => ({ id: `${at}`, group: 'manual', title: 'tidepool manual', text })),
      analyserOf(english),
    );
    expect(work.search('What is tidepool?').hits[0]?.id).toBe('0');
    expect(work.search('tidepool leave').hits[0]?.id).toBe('1');
  });

  it('for what a whole work is about passes over the names at its head', () => {
    const slides = createIndex(
      [
        'Prof. Ada Miller',
        '• Turns the wheel by water\n• Grinds grain in the cellar',
        '• The cellar must be dry\n• The wheel must turn',
      ].map((text, at) => ({ id: `${at}`, group: 'slides', title: 'Milling', text })),
      analyserOf(english),
    );
    expect(slides.search('What is milling?').hits[0]?.id).toBe('1');
  });

  it('is answered more surely below a heading that names the term', () => {
    const confidence = (heading: string) =>
      createIndex(
        [
          { id: 'a', group: 'slides', title: 'Week 4', heading, text: 'A levy equal to the marginal external cost.' },
          {
            id: 'b',
            group: 'slides',
            title: 'Week 4',
            heading: 'To do',
            text: 'Read chapter ten on the levy of Pigou.',
          },
        ],
        analyserOf(english),
      ).search('Why is a Pigouvian levy raised?').hits[0]?.confidence ?? 0;
    expect(confidence('Pigouvian levy')).toBeGreaterThan(confidence('Another levy') + 0.1);
  });

  it('is none where something else is asked of the term', () => {
    expect(index.parse('What was the mill right sold for in 1904?').asksForDefinition).toBe(false);
    expect(index.parse('Why are mill rights shared?').asksForDefinition).toBe(false);
  });
});
