import { describe, expect, test } from 'vitest';
import { createKnowledgeBase, type KnowledgeBase } from '../../../src/answer/knowledge-base.ts';
import { ENGLISH_CITATIONS } from '../../../src/material/cite.ts';
import { joinCollections } from '../../../src/material/load.ts';
import type { Fact, Passage, Source } from '../../../src/material/types.ts';
import { makeQuestions, type QuestionOptions } from '../../../src/study/questions/index.ts';
import type { Mode } from '../../../src/study/questions/types.ts';
import { english } from '../../../src/text/languages/index.ts';

const source = (id: string, publisher: string): Source => ({ id, title: id, authors: [], publisher });

const passage = (of: string, paragraph: number, text: string, more: Partial<Passage> = {}): Passage => ({
  id: `${of}#${paragraph}`,
  source: of,
  paragraph,
  kind: 'quote',
  text,
  ...more,
});

const fact = (subject: string, attribute: string, value: string, of = 'mills#1'): Fact => ({
  id: `${subject} ${attribute} ${value} ${of}`,
  subject,
  attribute,
  otherNames: [],
  value,
  question: `${subject}, ${attribute}?`,
  otherQuestions: [],
  passages: [of],
  source: of.split('#')[0] ?? '',
});

const glossary = [
  ['leat', 'a narrow channel bringing water'],
  ['quern', 'two stones grinding grain by hand'],
  ['hopper', 'the box feeding kernels downward'],
  ['sluice', 'a gate holding back the pond; sluices open upward'],
  ['miller', 'somebody who owns machinery for flour'],
].map(([term, text], at) => passage('terms', at + 1, `${term}\n${text}`, { form: 'glossary' }));

const collections: Parameters<typeof joinCollections>[0] = [
  {
    id: 'c',
    title: 'C',
    description: '',
    terms: [],
    articles: [
      {
        source: source('mills', 'Mill Press'),
        passages: [passage('mills', 1, 'Upper Mill was rebuilt in 1801. Lower Mill and Far Mill stand by the river.')],
      },
      {
        source: source('other', 'Other Press'),
        passages: [passage('other', 1, 'Upper Mill dates from 1790 or so.')],
      },
      { source: source('terms', 'Terms'), passages: glossary },
    ],
    facts: [
      fact('Upper Mill', 'built', '1790'),
      fact('Lower Mill', 'built', '1801'),
      fact('Far Mill', 'built', '1822'),
      fact('West Mill', 'built', '1835'),
      fact('East Mill', 'built', '1847'),
      fact('North Mill', 'closed', '1901'),
      fact('North Mill', 'closed', '1902', 'other#1'),
    ],
  },
];
const knowledge: KnowledgeBase = createKnowledgeBase(joinCollections(collections), { language: english });

const make = (modes: readonly Mode[], seed: number, more: Partial<QuestionOptions> = {}) =>
  makeQuestions(knowledge, { modes, seed, count: 100, words: ENGLISH_CITATIONS, ...more });
const seeds = Array.from({ length: 50 }, (_, at) => at);

test('a choice has the right value, and none that a row or a sentence bears out', () => {
  const upper = seeds
    .flatMap((seed) => make(['choice'], seed))
    .flatMap((question) => (question.subject === 'Upper Mill' && 'choices' in question ? [question] : []));
  expect(upper.length).toBeGreaterThan(0);
  for (const { choices, right } of upper) {
    expect(choices[right]).toBe('1790');
    // "Upper Mill was rebuilt in 1801": who chose that year would have a point.
    expect(choices).not.toContain('1801');
    expect(new Set(choices).size).toBe(choices.length);
  }
});

test('what sources differ on is asked only as "which source says"', () => {
  const others = make(['choice', 'typed', 'truth', 'order'], 3);
  expect(others.some(({ subject }) => subject === 'North Mill')).toBe(false);
  const [asked] = make(['source'], 3);
  if (asked?.mode !== 'source') throw new Error('No question on a source.');
  const says = asked.prompt.endsWith('1901') ? 'Mill Press' : 'Other Press';
  expect(asked.choices[asked.right]).toBe(says);
});

test('an order cites its paragraphs from the earliest on', () => {
  const told = ['Far Hall was founded in 1833.', 'Sandow Lock was founded in 1811.', 'Wend Hall was founded in 1822.'];
  const learntOnce = learnt([], ...told);
  const orders = seeds.flatMap((seed) =>
    makeQuestions(learntOnce, { modes: ['order'], seed, count: 1, words: ENGLISH_CITATIONS }),
  );
  expect(orders.length).toBeGreaterThan(0);
  for (const { passages } of orders) expect(passages).toEqual(['chapter#2', 'chapter#3', 'chapter#1']);
});

test('an order has different years, and its right order is by them', () => {
  const years = new Map(knowledge.material.facts.map(({ subject, value }) => [subject, Number(value)]));
  for (const question of seeds.flatMap((seed) => make(['order'], seed))) {
    if (question.mode !== 'order') throw new Error('No order.');
    const inOrder = question.right.map((at) => years.get(question.items[at]?.split(':')[0] ?? '') ?? 0);
    expect(inOrder.length).toBeGreaterThanOrEqual(3);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    expect(new Set(inOrder).size).toBe(inOrder.length);
  }
});

test('what is to be put in order begins with a capital, as its line does', () => {
  const facts = [fact('the Weir House', 'built', '1860')];
  const more = { id: 'd', title: 'D', description: '', terms: [], facts, articles: [] };
  const joined = createKnowledgeBase(joinCollections([...collections, more]), { language: english });
  const options = { modes: ['order'] as const, count: 100, words: ENGLISH_CITATIONS };
  const items = seeds.flatMap((seed) =>
    makeQuestions(joined, { ...options, seed }).flatMap((question) => ('items' in question ? question.items : [])),
  );
  expect(items).toContain('The Weir House: built');
  expect(items).not.toContain('the Weir House: built');
});

test('an order keeps to one work where that has enough dates, and knows the years', () => {
  const facts = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name, at) =>
    fact(`${name} Loom`, 'woven', `${1601 + at}`, 'other#1'),
  );
  const more = { id: 'd', title: 'D', description: '', terms: [], facts, articles: [] };
  const joined = createKnowledgeBase(joinCollections([...collections, more]), { language: english });
  const options = { modes: ['order'] as const, count: 1, words: ENGLISH_CITATIONS };
  for (const question of seeds.flatMap((seed) => makeQuestions(joined, { ...options, seed }))) {
    if (question.mode !== 'order') throw new Error('No order.');
    expect(new Set(question.items.map((item) => item.includes('Loom'))).size).toBe(1);
    const inOrder = question.right.map((at) => question.years?.[at] ?? 0);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    expect(inOrder.every((year) => year > 1500)).toBe(true);
  }
});

test('a cloze leaves out the term and its inflections', () => {
  const clozes = make(['cloze'], 1);
  expect(clozes.length).toBe(glossary.length);
  const sluice = clozes.find(({ subject }) => subject === 'sluice');
  expect(sluice?.prompt).toBe('_____: a gate holding back the pond; _____ open upward');
});

test('a statement is true as often as its place says', () => {
  const truths = seeds.flatMap((seed) => make(['truth'], seed)).filter(({ subject }) => subject === 'Far Mill');
  for (const question of truths) {
    if (question.mode !== 'truth') throw new Error('No statement.');
    expect(question.right).toBe(question.prompt.endsWith('1822') ? 0 : 1);
    expect(question.behind?.answer).toBe('1822');
    expect(question.behind?.prompt).not.toMatch(/\d/);
  }
  const right = truths.filter((question) => 'right' in question && question.right === 0).length;
  expect(right).toBeGreaterThan(10);
  expect(right).toBeLessThan(40);
});

test('a definition of many is asked beside definitions of many alone', () => {
  const terms = [
    ['ponds', 'the still waters kept behind dams for grinding'],
    ['wheelwrights', 'the carpenters mending spokes and felloes'],
    ['millstones', 'the round slabs that break kernels'],
  ].map(([term, text], at) => passage('more', at + 1, `${term}\n${text}`, { form: 'glossary' }));
  const both = (own: typeof glossary) => ({
    id: 'd',
    title: 'D',
    description: '',
    terms: [],
    facts: [],
    articles: [{ source: source('more', 'More'), passages: own }],
  });
  const ask = (own: typeof glossary, modes: readonly Mode[]) => {
    const joined = createKnowledgeBase(joinCollections([...collections, both(own)]), { language: english });
    return seeds.flatMap((seed) => makeQuestions(joined, { modes, seed, count: 100, words: ENGLISH_CITATIONS }));
  };
  const isMany = (text: string) => terms.some(({ text: entry }) => entry.endsWith(text));
  const asked = ask(terms, ['choice']).filter(({ subject }) => subject === 'ponds');
  expect(asked.length).toBeGreaterThan(0);
  for (const question of asked) expect('choices' in question && question.choices.every(isMany)).toBe(true);
  expect(ask(terms.slice(0, 1), ['choice', 'truth']).some(({ subject }) => subject === 'ponds')).toBe(false);
  // One thing, for all its last letter.
  const one = passage('more', 9, 'oasis\nthe green spot around one spring', { form: 'glossary' });
  expect(ask([...terms.slice(0, 1), one], ['truth']).some(({ subject }) => subject === 'ponds')).toBe(false);
});

test('the same seed makes the same round, another one another', () => {
  expect(make(['choice', 'typed', 'cloze'], 5)).toEqual(make(['choice', 'typed', 'cloze'], 5));
  expect(make(['choice', 'typed', 'cloze'], 5)).not.toEqual(make(['choice', 'typed', 'cloze'], 6));
});

test('a round has as many questions as are wanted, on what is wanted', () => {
  expect(make(['choice', 'typed', 'truth', 'cloze', 'order'], 1, { count: 4 })).toHaveLength(4);
  expect(make(['cloze'], 1, { about: 'sluices' }).map(({ subject }) => subject)).toEqual(['sluice']);
  expect(make(['typed'], 1, { sources: new Set(['terms']) })).toEqual([]);
  const facts = make(['choice', 'typed', 'truth', 'cloze', 'order'], 1).flatMap((question) => question.facts);
  expect(new Set(facts).size).toBe(facts.length);
});

const learnt = (lines: readonly (readonly [string, string])[], ...prose: readonly string[]) =>
  createKnowledgeBase(
    joinCollections([
      {
        id: 'own',
        title: 'Own',
        description: '',
        terms: [],
        facts: [],
        articles: [
          {
            source: source('chapter', 'Press'),
            passages: [
              ...lines.map(([term, text], at) => passage('chapter', at + 1, `${term}\n${text}`, { form: 'glossary' })),
              ...prose.map((text, at) => passage('chapter', lines.length + at + 1, text)),
            ],
          },
        ],
      },
    ]),
    { language: english },
  );

const PLAIN = [
  ['quern', 'two flat stones grinding grain by hand'],
  ['hopper', 'the box feeding kernels downward into stones'],
] as const;

const chapter = learnt(
  [
    ['dyad', 'a group of two members'],
    ['triad', 'a group of three members'],
    ['quartet', 'a group of four members'],
    ['mores', 'moral views that a people hold dear'],
    ['random draw', 'a way of taking some at will, randomly'],
    ['mill wheel', 'the large wheel by which water drives a mill'],
    ...PLAIN,
  ],
  'The World Wool Organization (WWO) sets rules. The Northern Mill Union (NMU) has members. A Girard turbine is a machine that turns falling water into motion.',
);

test('a definition with the words of its term, and the words of initials, are never among choices', () => {
  const asked = seeds.flatMap((seed) =>
    makeQuestions(chapter, { modes: ['choice', 'truth'], seed, count: 100, words: ENGLISH_CITATIONS }),
  );
  const subjects = new Set(asked.map(({ subject }) => subject));
  expect(subjects).toContain('triad');
  expect(subjects).not.toContain('mill wheel');
  expect(subjects).not.toContain('WWO');
  const typed = makeQuestions(chapter, { modes: ['typed'], seed: 1, count: 100, words: ENGLISH_CITATIONS });
  expect(typed.map(({ subject }) => subject).sort()).toEqual(['NMU', 'WWO']);
});

test('terms of a glossary that differ by a word stand beside each other, before those with nothing in common', () => {
  for (const seed of seeds) {
    const clozes = makeQuestions(chapter, { modes: ['cloze'], seed, count: 100, words: ENGLISH_CITATIONS });
    const triad = clozes.find(({ subject }) => subject === 'triad');
    const choices = triad && 'choices' in triad ? triad.choices.map((choice) => choice.toLowerCase()) : [];
    expect(choices).toEqual(expect.arrayContaining(['dyad', 'quartet']));
  }
});

test('only the term and its inflections are left out, and a definition with a word of its root is not asked', () => {
  const clozes = makeQuestions(chapter, { modes: ['cloze'], seed: 1, count: 100, words: ENGLISH_CITATIONS });
  expect(clozes.find(({ subject }) => subject === 'mores')?.prompt).toBe('_____: moral views that a people hold dear');
  expect(clozes.map(({ subject }) => subject)).not.toContain('random draw');
});

test('a term that begins with a name keeps its capital', () => {
  const clozes = makeQuestions(chapter, { modes: ['cloze'], seed: 1, count: 100, words: ENGLISH_CITATIONS });
  expect(clozes.map(({ subject }) => subject)).toContain('Girard turbine');
});

test('among the terms to choose from either all begin with a capital or none', () => {
  const begins = seeds.flatMap((seed) =>
    makeQuestions(chapter, { modes: ['cloze'], seed, count: 100, words: ENGLISH_CITATIONS }).flatMap((question) =>
      'choices' in question ? [new Set(question.choices.map((choice) => /^\p{Lu}/u.test(choice)))] : [],
    ),
  );
  expect(begins.some((kinds) => kinds.has(true))).toBe(true);
  expect(begins.filter(({ size }) => size > 1)).toEqual([]);
});

test('another word of the root of a term is not left out of its definition as if it were the term', () => {
  const politics = learnt([...PLAIN, ['politics', 'a means of reading a people by its political habits']], 'No more.');
  const asked = makeQuestions(politics, { modes: ['cloze'], seed: 1, count: 100, words: ENGLISH_CITATIONS });
  expect(asked.map(({ subject }) => subject)).toContain('quern');
  expect(asked.map(({ subject }) => subject)).not.toContain('politics');
});

test('a thing and a kind of it are not set beside each other', () => {
  const said = learnt(
    [...PLAIN, ['sluice', 'a gate holding the pond back']],
    'A bolter is a cloth that parts flour from bran. A tephrite is a hard solid that wheels throw into air. A clod is a small lump that gains shape in air.',
  );
  const choices = seeds.flatMap((seed) =>
    makeQuestions(said, { modes: ['choice', 'cloze'], seed, count: 100, words: ENGLISH_CITATIONS }).flatMap(
      (question) => ('choices' in question && question.subject === 'tephrite' ? question.choices : []),
    ),
  );
  expect(choices.length).toBeGreaterThan(0);
  expect(choices.map((choice) => choice.toLowerCase())).not.toContain('clod');
});

test('the same lives are put in order once in a round', () => {
  const lives = 'Ada Harding (1820–1891), Bo Lindquist (1801–1867) and Cy Merrow (1833–1902) drew the plans.';
  const orders = makeQuestions(learnt(PLAIN, lives), { modes: ['order'], seed: 1, count: 9, words: ENGLISH_CITATIONS });
  expect(orders).toHaveLength(1);
  expect(orders.flatMap((order) => ('items' in order ? order.items : []))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:Ada Harding|Bo Lindquist|Cy Merrow) (?:was born|died)$/)]),
  );
});

describe('figures of sentences', () => {
  const CANALS = [
    'The Wend Canal was dug in 1803 and Ada Harding walked its bank.',
    'Bo Lindquist, who came from Sandow, drew the first lock in 1811.',
    'The Sandow Aqueduct carries the water on 14 arches. It was paid for in 1822.',
    'The lower lock was closed in 1907.',
    'For example, Cy Merrow sold coal there in 1850.',
    'Cy Merrow drove the Far Tunnel from 1831 to 1838.',
    'The Wend Company may have owned 60 boats.',
    'Ada Harding wrote of the 1840 flood.',
    'The Wend Dyke holds more than 30 fields dry.',
    'Dov Ostler counted 40 hulls, not one of which (of 55) was dry.',
    'Eve Pinter joined Lock 7 people.',
    'Eve Pinter drafted the Wend Act 1866 against toll.',
    'Fay Quill caught eels in 1755, 1756 and 1757 alone.',
    'Fay Quill is mentioned by Dry in 1901, by Ostler from 1922 on and by Pinter in 1930.',
    'Fay Quill won the prize of that year in 1759.',
    'Gil Rook cut a pool of 70 by 45 metres.',
    'On 8 May 1902 the lower gate of Hale Weir fell.',
    'Upwater, a village of the Wend, built a quay in 1866.',
    'Sadly, a quay of that kind burned in 1867.',
    'Hob Tanner named Ida Upton his first bargeman in 1871.',
    'The wharf of Hob Tanner had its roof mended in 1872.',
    'LWD codes were painted on each barge in 1880.',
  ];
  const ask = (texts: readonly string[], modes: readonly Mode[]) => {
    const told = learnt(PLAIN, ...texts);
    return seeds.flatMap((seed) => makeQuestions(told, { modes, seed, count: 100, words: ENGLISH_CITATIONS }));
  };
  const asked = ask(CANALS, ['typed', 'cloze']);

  test('are asked for with a gap where a sentence stands by itself, and by no other', () => {
    expect([...new Set(asked.flatMap(({ prompt }) => (prompt.includes(' _____') ? [prompt] : [])))].sort()).toEqual([
      'Bo Lindquist, who came from Sandow, drew the first lock in _____.',
      'Cy Merrow drove the Far Tunnel from _____ to 1838.',
      'Hob Tanner named Ida Upton his first bargeman in _____.',
      'LWD codes were painted on each barge in _____.',
      'On 8 May _____ the lower gate of Hale Weir fell.',
      'The Sandow Aqueduct carries the water on _____ arches.',
      'Upwater, a village of the Wend, built a quay in _____.',
    ]);
  });

  test('may be typed with the unit behind the gap', () => {
    const arches = asked.find(({ prompt }) => prompt.includes('arches'));
    expect(arches && 'answers' in arches && arches.answers).toEqual(['14', '14 arches']);
  });

  test('make a statement that is the sentence, or the sentence with another year that can stand there', () => {
    const truths = ask(CANALS, ['truth']).filter(({ prompt }) => prompt.includes('Tunnel'));
    expect(truths.length).toBeGreaterThan(0);
    for (const question of truths) {
      const [, year] = /from (\d{4}) to 1838/.exec(question.prompt) ?? [];
      expect(Number(year)).toBeLessThan(1838);
      expect('right' in question && question.right).toBe(year === '1831' ? 0 : 1);
    }
  });

  test('are not asked for where two works give different ones', () => {
    const works = ['one', 'other'].map((id, at) => ({
      source: source(id, id),
      passages: [passage(id, 1, `The Sandow Aqueduct carries the water over ${14 + at} arches.`)],
    }));
    const own = { id: 'own', title: 'Own', description: '', terms: [], facts: [], articles: works };
    const both = createKnowledgeBase(joinCollections([own]), { language: english });
    expect(makeQuestions(both, { seed: 1, count: 9, words: ENGLISH_CITATIONS })).toEqual([]);
  });

  test('are not asked for where sentences of other words give different ones', () => {
    const told = ['Sandow Bridge, which is old, last fell in 1811.', 'Sandow Bridge is long and last fell in 1812.'];
    const asked = (...texts: string[]) => ask(texts, ['typed']).filter(({ prompt }) => prompt.includes('_'));
    expect(asked(...told)).toEqual([]);
    expect(asked(...told.map((text) => text.replace('1812', '1811')))).not.toEqual([]);
    expect(asked(told[0] ?? '', 'Sandow Bridge was painted in 1812.')).not.toEqual([]);
  });

  test('of drafted facts are not asked for where two works give different ones', () => {
    const draftedOf = (...years: number[]) => {
      const works = years.map((year, at) => ({
        source: source(`work${at}`, `Press ${at}`),
        passages: [passage(`work${at}`, 1, `The Sandow Mill was founded in ${year}.`)],
      }));
      const own = { id: 'own', title: 'Own', description: '', terms: [], facts: [], articles: works };
      const both = createKnowledgeBase(joinCollections([own]), { language: english });
      return makeQuestions(both, { modes: ['typed'], seed: 1, count: 9, words: ENGLISH_CITATIONS });
    };
    expect(draftedOf(1811, 1811)).toHaveLength(1);
    expect(draftedOf(1811, 1812)).toEqual([]);
  });

  test('are asked for in other languages by the same shape, and a noun alone is no name in German', () => {
    const spanish = [
      'El Canal de Sandow tiene más de una presa, y se abrió para los barcos que venían de la costa.',
      'El puente de los molinos tiene 4 arcos.',
      'Regresó a Sandow en 1908.',
      'El Canal Wend mide 14 kilómetros desde la costa.',
    ];
    const german = [
      'Der Kanal wurde gebaut und hat 12 Schleusen.',
      'Die Wend Brücke trägt seit 1811 den Verkehr von Sandow.',
      'Die Wend Schleuse hält seit dem Jahr 1822 das Wasser von Sandow.',
    ];
    const gaps = (texts: readonly string[]) => [
      ...new Set(ask(texts, ['typed']).flatMap(({ prompt }) => (prompt.includes('_') ? [prompt] : []))),
    ];
    expect(gaps(spanish)).toEqual(['El Canal Wend mide _____ kilómetros desde la costa.']);
    const alone = makeQuestions(learnt([], ...german), {
      modes: ['typed'],
      seed: 1,
      count: 9,
      words: ENGLISH_CITATIONS,
    });
    expect(alone.map(({ prompt }) => prompt).sort()).toEqual([
      'Die Wend Brücke trägt seit _____ den Verkehr von Sandow.',
      'Die Wend Schleuse hält seit dem Jahr _____ das Wasser von Sandow.',
    ]);
  });
});

test('a year of a subject is asked for once, however often the material tells of it', () => {
  const told = learnt(PLAIN, 'Sandow Lock was founded in 1811. Sandow Lock was founded in 1811 by the Wend Company.');
  const asked = makeQuestions(told, { modes: ['typed'], seed: 1, count: 9, words: ENGLISH_CITATIONS });
  expect(asked).toHaveLength(1);
});

test('what an order tells is not asked for again in other words', () => {
  const told = ['Sandow Lock was founded in 1811.', 'Wend Hall was founded in 1822.', 'Far Hall was founded in 1833.'];
  const texts = [...told, 'In 1811 the wide gate of Sandow Lock was hung.'];
  const canal = learnt(PLAIN, ...texts);
  const rounds = seeds.map((seed) => makeQuestions(canal, { seed, count: 2, words: ENGLISH_CITATIONS }));
  const ordered = rounds.filter((round) => round.some(({ mode }) => mode === 'order'));
  expect(ordered.length).toBeGreaterThan(0);
  expect(ordered.flat().filter(({ prompt }) => prompt.includes('wide gate'))).toEqual([]);
});

test('a term that ends with a word of its definition is not asked for by that', () => {
  const said = learnt([...PLAIN, ['stratovolcano', 'a steep volcano that ash and lava have built']], 'No more.');
  const asked = makeQuestions(said, { modes: ['cloze'], seed: 1, count: 100, words: ENGLISH_CITATIONS });
  expect(asked.map(({ subject }) => subject)).not.toContain('stratovolcano');
});

test('facts are put together in an order only where enough are left for the other questions', () => {
  const lives = 'Ada Harding (1820–1891), Bo Lindquist (1801–1867) and Cy Merrow (1833–1902) drew the plans.';
  const few = learnt(PLAIN, lives);
  const modesOf = (count: number) =>
    makeQuestions(few, { seed: 1, count, words: ENGLISH_CITATIONS }).map(({ mode }) => mode);
  expect(modesOf(9)).not.toContain('order');
  expect(modesOf(3)).toContain('order');
});

test('an order gives way where its facts make up the number of questions, though others make none', () => {
  const unasked = 'The Wend Dyke was built by more than 30 hands. A millrace mill is a mill that a millrace drives.';
  const dated = ['Sandow Lock was founded in 1811.', 'Wend Hall was founded in 1822.', 'Far Hall was founded in 1833.'];
  const round = makeQuestions(learnt([], ...dated, unasked), { seed: 1, count: 3, words: ENGLISH_CITATIONS });
  expect(round.map(({ mode }) => mode)).not.toContain('order');
  expect(round).toHaveLength(3);
});

test('a statement does not tell which words initials stand for', () => {
  const told = ['The World Wool Board (WWB) was founded in 1811.', 'Wend Hall was founded in 1822.'];
  const truths = makeQuestions(learnt(PLAIN, ...told), {
    modes: ['truth'],
    seed: 1,
    count: 9,
    words: ENGLISH_CITATIONS,
  });
  const prompts = truths.map(({ prompt }) => prompt).filter((prompt) => prompt.includes('Wool'));
  expect(prompts).toEqual([expect.stringMatching(/^The World Wool Board was founded in 18(?:11|22)\.$/)]);
});

test('a definition in the table is asked for as a drafted one is, and initials are never among choices', () => {
  const defined = glossary.map(({ text }, at) => {
    const [term = '', value = ''] = text.split('\n');
    return fact(term, 'definition', value, `mills#${at + 2}`);
  });
  const facts = [...defined, fact('WWO', 'full name', 'World Wool Organization')];
  const articles = [
    {
      source: source('mills', 'Mill Press'),
      passages: [1, 2, 3, 4, 5, 6].map((at) => passage('mills', at, `Paragraph ${at} of the table.`)),
    },
  ];
  const own = { id: 'own', title: 'Own', description: '', terms: [], facts, articles };
  const checked = createKnowledgeBase(joinCollections([own]), { language: english });
  const asked = (mode: Mode) =>
    makeQuestions(checked, { modes: [mode], seed: 1, count: 9, words: ENGLISH_CITATIONS }).map(
      ({ subject }) => subject,
    );
  expect(asked('cloze').sort()).toEqual(defined.map(({ subject }) => subject).sort());
  expect(asked('choice')).not.toContain('WWO');
  expect(asked('typed')).toEqual(['WWO']);
});
