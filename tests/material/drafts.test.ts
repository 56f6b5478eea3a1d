import { expect, test } from 'vitest';
import { draftFacts } from '../../src/material/drafts/index.ts';
import type { Passage } from '../../src/material/types.ts';
import { english, neutral } from '../../src/text/languages/index.ts';

const passage = (text: string, more: Partial<Passage> = {}): Passage => ({
  id: 'mill#1',
  source: 'mill',
  paragraph: 1,
  kind: 'quote',
  text,
  ...more,
});

const drafted = (text: string, more?: Partial<Passage>) =>
  draftFacts([passage(text, more)], english).map(({ kind, fact }) =>
    [kind, fact.subject, fact.attribute, fact.value, fact.unit ?? '', fact.asOf ?? ''].join('|').replace(/\|+$/, ''),
  );

test.each([
  [
    'A leat is a channel that carries water to a mill.',
    'definition|leat|definition|a channel that carries water to a mill',
  ],
  [
    'The term weir refers to a low dam built across a river.',
    'definition|weir|definition|a low dam built across a river',
  ],
  [
    'The gate that holds the water back is called a sluice.',
    'definition|sluice|definition|the gate that holds the water back',
  ],
  [
    'Harding defined tailwater as the water that leaves the wheel.',
    'definition|tailwater|definition|the water that leaves the wheel',
  ],
  [
    'Tailrace: the channel that leads the water away',
    'definition|Tailrace|definition|the channel that leads the water away',
  ],
  [
    'A leat is a channel that carries water until mills are called for.',
    'definition|leat|definition|a channel that carries water until mills are called for',
  ],
  [
    'Assembly is the joining of the two stones of a mill.',
    'definition|Assembly|definition|the joining of the two stones of a mill',
  ],
  ['In 1490 Harding I asked Bo Lindquist to run a mill.', 'event|Harding I|asked Bo Lindquist to run a mill|1490'],
  ['Slurry is ground grain that has been wetted.', 'definition|Slurry|definition|ground grain that has been wetted'],
  [
    'A cistern is a large basin that holds the rain of a year.',
    'definition|cistern|definition|a large basin that holds the rain of a year',
  ],
  [
    'Grist is a pale flour that holds more than 10 % of bran.',
    'definition|Grist|definition|a pale flour that holds more than 10 % of bran',
  ],
  ['The Mill Survey Board (MSB) replaced the Guild in 1911.', 'event|Mill Survey Board|replaced the Guild|1911'],
  ['In 1848, the Upper Mill burned to the ground.', 'event|Upper Mill|burned to the ground|1848'],
  ['The Upper Mill was founded in 1790.', 'event|Upper Mill|was founded|1790'],
  ['In 1848 the Upper Mill burned to the ground.', 'event|Upper Mill|burned to the ground|1848'],
  [
    'The Mill Survey Board (MSB) was founded in 1911 in Leeds and keeps records of wheels.',
    'event|Mill Survey Board|was founded|1911',
  ],
  ['The Upper Mill was rebuilt in 1850, when the canal reached the town.', 'event|Upper Mill|was rebuilt|1850'],
  ['The Upper Mill collapsed in 1902.', 'event|Upper Mill|collapsed|1902'],
  ['The Upper Mill has an area of 320 square meters.', 'quantity|Upper Mill|area|320|square meters'],
  ['The Upper Pond covers about 12 hectares.', 'quantity|Upper Pond|area|about 12|hectares'],
  ['The Great Wheel weighs 3.5 tons.', 'quantity|Great Wheel|weight|3.5|tons'],
  ['The Great Wheel is 9 meters high and turns slowly.', 'quantity|Great Wheel|height|9|meters'],
  [
    'In 2010, about 35 percent of the millers owned their wheels.',
    'quantity|millers|share: owned their wheels|about 35|percent|2010',
  ],
  ['Redbrook has a population of 4,200.', 'quantity|Redbrook|population|4,200'],
  ['The plans of historian Ada Harding were lost.', 'person|Ada Harding|post or profession|historian'],
  ['It joined the Association of Water Millers (AWM) early.', 'acronym|AWM|full name|Association of Water Millers'],
  [
    'There are three types of wheels: overshot, undershot, and breastshot.',
    'list|types of wheels|list|overshot, undershot, and breastshot',
  ],
  ['The Skerry Mill was built by the engineer Josiah Quill in 1874.', 'event|Skerry Mill|was built|1874'],
  ['The Skerry Mill was built by the engineer Josiah Quill in 1874.', 'person|Skerry Mill|built by|Josiah Quill'],
  ['The Skerry Mill was built in the spring of 1876 near Harl.', 'event|Skerry Mill|was built|1876'],
  ['In 1874 Josiah Quill built the Skerry Mill.', 'event|Skerry Mill|was built|1874'],
  ['In 1874 Josiah Quill built the Skerry Mill.', 'person|Skerry Mill|built by|Josiah Quill'],
  ['The Skerry Mill was designed by Ada Harding and opened in 1874.', 'event|Skerry Mill|was opened|1874'],
  ['The Skerry Mill was designed by Ada Harding and opened in 1874.', 'person|Skerry Mill|designed by|Ada Harding'],
  [
    'The Skerry Mill was opened in 1874 by the minister of water, Anna Reyes.',
    'person|Skerry Mill|opened by|Anna Reyes',
  ],
  [
    'The Skerry Mill was restored in 1874 by the millers of Harl.',
    'person|Skerry Mill|restored by|the millers of Harl',
  ],
  ['The bridge of Harl was completed in 1931.', 'event|bridge of Harl|was completed|1931'],
  ['The Hague was designed by Ada Harding.', 'person|The Hague|designed by|Ada Harding'],
  [
    'A floodplain is flat land beside a river that is under water in wet years.',
    'definition|floodplain|definition|flat land beside a river that is under water in wet years',
  ],
  ['Weir: a low dam across a river.', 'definition|Weir|definition|a low dam across a river'],
  ['The Ministry of Water (MoW) met early.', 'acronym|MoW|full name|Ministry of Water'],
  ['Anna Reyes, the minister of water, met them.', 'person|Anna Reyes|post or profession|minister of water'],
  ['Ada Harding is a noted economist who writes on mills.', 'person|Ada Harding|post or profession|noted economist'],
  ['The Upper Valley has three towns: Harl, Morven and Tain.', 'list|Upper Valley|towns|Harl, Morven and Tain'],
  ['The Coll flows through two towns: Harl and Tain.', 'list|Coll|towns (flows through)|Harl and Tain'],
  ['The River Coll is 310 km long and rises in the hills.', 'quantity|River Coll|length|310|km'],
  ['The Coll Dam cost 45 million francs and took five years.', 'quantity|Coll Dam|cost|45 million|francs'],
  ['Harl has 8,400 inhabitants and a market.', 'quantity|Harl|population|8,400|inhabitants'],
  ['The Mill Survey Board employs 140 people.', 'quantity|Mill Survey Board|number of people (employs)|140|people'],
])('%s', (sentence, expected) => {
  expect(drafted(sentence)).toContain(expected);
});

test.each([
  'It is a channel that carries water to a mill.',
  'This refers to a low dam that was built across a river.',
  'Is a leat a channel that carries water to a mill?',
  'A leat is often a channel that carries water to a mill.',
  'The water between the two is called tailwater.',
  'Opening hours: the morning and noon',
  'A leat is better than a channel that carries water to a mill.',
  'A leat may be a channel that carries water to a mill.',
  'In 1848, he burned the mill to the ground.',
  'The mill had no other means of transportation that was safe.',
  'There are three types of wheels: overshot and undershot.',
  'The Bureau of Water (WTR) closed it.',
  'The Upper Mill was rebuilt in 1850, 1861 and 1902.',
  'The Upper Mill was rebuilt in 1850 and again in 1861.',
  'The Upper Mill ruled in 1850.',
  'The Great Wheel was built there in 1850.',
  'Ada Harding opened the new building in 1850.',
  'Ada Harding opened the sluice in 1850.',
  'Redbrook is an old river town that lives by its mills.',
  'A sluice is the opening of such a gate by hand.',
  'Milling is something that takes a river.',
  'Milling is tiring that makes a miller old.',
  'Grist is a paler flour that holds more bran than others.',
  'Redbrook is a large market place on a hill of chalk.',
  'A weir is a similar dam that is built of wood.',
  'It teaches Mill arts/letters (MA) early.',
  'The Board employs 140 people.',
  'Rain fell: the river rose across the fields.',
  'Note: a low dam across a river.',
  'Harl United, the leader of the league, lost.',
  'The Upper Valley has three towns: Harl and Tain.',
  'The Skerry Mill was destroyed by a fire.',
  'A mill is useful in places that have rivers.',
])('nothing is drafted of "%s"', (sentence) => {
  expect(drafted(sentence)).toEqual([]);
});

test('the years of a life are two facts', () => {
  expect(drafted('Ada Harding (1820–1891) drew the plans.')).toEqual([
    'event|Ada Harding|was born|1820',
    'event|Ada Harding|died|1891',
  ]);
});

test('a glossary is read in every language, and comes before a sentence', () => {
  const glossary = passage('leat\nthe channel of a mill', { id: 'mill#2', form: 'glossary' });
  const sentence = passage('A leat is a channel that carries water to a mill.');
  expect(draftFacts([sentence, glossary], english).map(({ kind }) => kind)).toEqual(['glossary']);
  const plural = passage('leats\nthe channels of mills', { id: 'mill#3', form: 'glossary' });
  expect(draftFacts([sentence, plural], english).map(({ fact }) => fact.subject)).toEqual(['leats']);
  expect(draftFacts([sentence, glossary], neutral).map(({ fact }) => fact.value)).toEqual(['the channel of a mill']);
});

test.each([
  ['Leat: A channel that carries water.', ['Leat', 'A channel that carries water']],
  ['Weir – a low dam, built of stone', ['Weir', 'a low dam, built of stone']],
  ['Bief : canal du moulin', ['Bief', 'canal du moulin']],
  ['The mill is old. It has a leat: the channel of Sandow.', undefined],
])('an entry below the heading of a glossary may be written as a sentence: %s', (text, entry) => {
  const [draft] = draftFacts([passage(text, { form: 'glossary' })], neutral);
  expect(draft && [draft.fact.subject, draft.fact.value]).toEqual(entry);
});

test('a term of a glossary is written small where the text has it so', () => {
  const entry = passage('Leat: a channel of a mill', { id: 'mill#2', form: 'glossary' });
  expect(draftFacts([entry, passage('They dug a leat.')], english).map(({ fact }) => fact.subject)).toEqual(['leat']);
  expect(draftFacts([entry, passage('Leat is dug.')], english).map(({ fact }) => fact.subject)).toEqual(['Leat']);
});

test('a draft keeps its passage, its sentence and ways to ask for it', () => {
  const [draft] = draftFacts([passage('Water came down. A leat is a channel that carries water to a mill.')], english);
  expect(draft?.sentence).toBe('A leat is a channel that carries water to a mill.');
  expect(draft?.fact).toMatchObject({ passages: ['mill#1'], source: 'mill', question: 'What does “leat” mean?' });
  expect(draft?.fact.otherQuestions.length).toBeGreaterThanOrEqual(1);
});

test('a term is asked for with an article where the text has one', () => {
  const asked = (text: string) =>
    draftFacts([passage('quern\na mill for the hand', { id: 'mill#2', form: 'glossary' }), passage(text)], english).map(
      ({ fact }) => fact.otherQuestions[0],
    );
  expect(asked('Flour came from a quern, which two people turned.')).toEqual(['What is a quern?']);
  expect(asked('Flour came from querns.')).toEqual(['What is quern?']);
  expect(asked('Flour came from a quern stone.')).toEqual(['What is quern?']);
  expect(asked('They speak of quern and of a quern.')).toEqual(['What is quern?']);
  expect(drafted('An eddy is a ring of water that turns.')).toHaveLength(1);
  const [eddy] = draftFacts([passage('An eddy is a ring of water that turns.')], english);
  expect(eddy?.fact.otherQuestions).toContain('What is an eddy?');
  const [mores] = draftFacts([passage('mores\nviews that people hold dear', { form: 'glossary' })], english);
  expect(mores?.fact.otherQuestions).toContain('What are mores?');
});

test('captions, exercises and references give nothing', () => {
  const text = 'A leat is a channel that carries water to a mill.';
  expect(drafted(text, { role: 'caption' })).toEqual([]);
  expect(drafted(text, { form: 'exercise' })).toEqual([]);
  expect(drafted(text, { form: 'reference' })).toEqual([]);
});

test.each([
  [
    'The Skerry Mill was built by Josiah Quill in 1874.',
    'When was the Skerry Mill built?',
    'In which year was the Skerry Mill built?',
  ],
  [
    'The Water Board opened the Coll Dam on 3 May 1964.',
    'When was the Coll Dam opened?',
    'When did the Water Board open the Coll Dam?',
    'On what date was the Coll Dam opened?',
  ],
  [
    'In 1902 the Harl Company bought the Old Ferry.',
    'When did the Harl Company buy the Old Ferry?',
    'In which year did the Harl Company buy the Old Ferry?',
    'When was the Old Ferry bought?',
  ],
  [
    'The Upper Mill moved to Leeds and opened a shop in 1902.',
    'When did the Upper Mill move to Leeds and open a shop?',
    'In which year did the Upper Mill move to Leeds and open a shop?',
  ],
])('%s asks as people do', (sentence, ...questions) => {
  const [draft] = draftFacts([passage(sentence)], english);
  expect([draft?.fact.question, ...(draft?.fact.otherQuestions ?? [])]).toEqual(questions);
});

test('what two works date otherwise has one name in both', () => {
  const named = (text: string) =>
    draftFacts([passage(text)], english).map(({ fact }) => `${fact.subject}: ${fact.attribute}`)[0];
  expect(named('The Skerry Mill was built by the engineer Josiah Quill in 1874.')).toBe(
    named('The Skerry Mill was built in 1876.'),
  );
});
