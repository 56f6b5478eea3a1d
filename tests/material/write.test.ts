import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCollection } from '../../src/material/collection.ts';
import { passageId } from '../../src/material/places.ts';
import { contentRef } from '../../src/material/refs.ts';
import {
  type Article,
  type Collection,
  type Fact,
  PASSAGE_FORMS,
  type Passage,
  type Source,
} from '../../src/material/types.ts';
import { writeCollection } from '../../src/material/write.ts';

const HOSTILE = [
  '\n',
  '\r\n',
  '[1] ',
  '#',
  '## ',
  '---',
  '"',
  "'",
  ',',
  ';',
  '=',
  '+',
  '-',
  '@',
  '\\',
  '\\\n',
  '\\u{a0}',
  ' ',
  '\u00a0',
  '\u2028',
  '\u0000',
  '\ufeff',
  '\ud800',
  '|',
  ': ',
  '- ',
  '&a',
  '*a',
  '<<',
  '{',
  '%',
  '`',
  '__proto__',
];

const anyText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constant('word')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');
/** A cell as a table gives it: never with white space at its ends, never longer than it may be. */
const anyCell = anyText
  .map((text) => text.toWellFormed().trim().slice(0, 90).trim().toWellFormed())
  .filter((text) => text !== '' && !/^\ufeff/.test(text));
const anyListItem = anyCell.map((text) => text.replace(/;/g, '').trim()).filter((text) => text !== '');

/** Without the fields that are undefined. */
function optional<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

const anySource = (id: string): fc.Arbitrary<Source> =>
  fc
    .record(
      {
        title: anyText,
        authors: fc.array(anyText, { maxLength: 3 }),
        publisher: fc.oneof(anyText, fc.constant('')),
        issued: fc.constantFrom({ year: 1999 }, { year: 2004, month: 2 }, { year: 2004, month: 2, day: 29 }),
        url: fc.constantFrom('https://example.org/a?b="c"', 'http://example.org/'),
      },
      { requiredKeys: ['title', 'authors', 'publisher'] },
    )
    .map((source) => ({ id, ...source }));

const anyArticle = (id: string): fc.Arbitrary<Article> =>
  fc
    .tuple(
      anySource(id),
      fc.constantFrom('note' as const, 'quote' as const),
      fc.array(
        fc.record({
          text: anyText,
          heading: fc.option(anyText, { nil: undefined }),
          caption: fc.boolean(),
          parts: fc.integer({ min: 1, max: 3 }),
          page: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
          pageLabel: fc.option(fc.constantFrom('xii', 'A-3', '12a'), { nil: undefined }),
          seconds: fc.option(fc.integer({ min: 0, max: 40_000 }), { nil: undefined }),
          form: fc.option(fc.constantFrom(...PASSAGE_FORMS), { nil: undefined }),
          terms: fc.option(fc.array(anyCell, { minLength: 1, maxLength: 3 }), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .map(([source, kind, drawn]) => {
      const counts = { body: 0, caption: 0 };
      const passages = drawn.flatMap(({ text, heading, caption, parts, page, pageLabel, seconds, form, terms }) => {
        const paragraph = ++counts[caption ? 'caption' : 'body'];
        return Array.from({ length: parts }, (_, i): Passage => {
          const place = {
            paragraph,
            ...optional({ part: i === 0 ? undefined : i + 1, page, role: caption ? ('caption' as const) : undefined }),
          };
          const marked = optional({ pageLabel: page === undefined ? undefined : pageLabel, seconds, form, terms });
          return { id: passageId(id, place), source: id, ...place, ...marked, kind, ...optional({ heading }), text };
        });
      });
      return { source, passages };
    });

const anyFact = (passage: Passage): fc.Arbitrary<Fact> =>
  fc
    .record(
      {
        subject: anyCell,
        attribute: anyCell,
        value: anyCell,
        otherNames: fc.array(anyListItem, { maxLength: 2 }),
        unit: anyCell,
        question: anyListItem,
        otherQuestions: fc.array(anyListItem, { maxLength: 2 }),
        asOf: fc.constantFrom('2012', '2014-04-30', 'mid-2013'),
      },
      { requiredKeys: ['subject', 'attribute', 'value', 'otherNames', 'otherQuestions'] },
    )
    .map((fact) => ({
      id: contentRef(fact.subject, fact.attribute, fact.value, fact.unit ?? '', fact.asOf ?? '', passage.id),
      ...fact,
      // Further questions follow a first one.
      otherQuestions: fact.question === undefined ? [] : fact.otherQuestions,
      passages: [passage.id],
      source: passage.source,
    }));

const anyCollection: fc.Arbitrary<Collection> = fc
  .tuple(anyArticle('first-work'), anyArticle('second-work'))
  .chain(([first, second]) =>
    fc.record({
      id: fc.constant('rivers'),
      title: anyText.map((text) => text.toWellFormed()),
      description: anyText.map((text) => text.toWellFormed()),
      articles: fc.constant([first, second]),
      facts: fc.uniqueArray(anyFact(first.passages[0] as Passage), { maxLength: 3, selector: ({ id }) => id }),
      terms: fc.uniqueArray(
        fc.record({
          name: anyListItem,
          type: fc.constantFrom('person', 'place'),
          aliases: fc.constant([]),
          note: anyCell,
        }),
        { maxLength: 3, selector: ({ name }) => name.normalize('NFKC').toLowerCase() },
      ),
    }),
  );

const encode = (files: ReadonlyMap<string, string>) =>
  new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]));

describe('a collection that is written', () => {
  it.each([
    [`${'word '.repeat(15)}x${'𐀀#'.repeat(40)} end `, 'Long.'],
    ['\n', ' \n'],
  ])('keeps a title and a description as they are: %j, %j', (title, description) => {
    const collection: Collection = { id: 'a', title, description, articles: [], facts: [], terms: [] };
    expect(parseCollection(encode(writeCollection(collection)), 'a').value).toMatchObject({ title, description });
  });

  it('is read back to the same data, whatever its texts hold', () => {
    fc.assert(
      fc.property(anyCollection, (collection) => {
        const { value, problems } = parseCollection(encode(writeCollection(collection)), 'rivers');
        expect(problems).toEqual([]);
        expect(value).toEqual(collection);
      }),
      { numRuns: 100 },
    );
  });

  it('holds no cell that a spreadsheet would run, and leaves numbers alone', () => {
    const passage: Passage = { id: 'w#1', source: 'w', paragraph: 1, kind: 'quote', text: 'Cold.' };
    const row = { otherNames: [], otherQuestions: [], passages: ['w#1'], source: 'w' };
    const files = writeCollection({
      id: 'c',
      title: 'C',
      description: 'D',
      articles: [{ source: { id: 'w', title: 'W', authors: [], publisher: '' }, passages: [passage] }],
      facts: [
        { id: '', subject: '=HYPERLINK("x")', attribute: '@SUM(1)', value: '-40', ...row },
        { id: '', subject: '+1 people', attribute: "'=a", value: '-a', ...row },
      ],
      terms: [],
    });
    expect(files.get('facts.csv')?.split('\n').slice(1, 3)).toEqual([
      `"'=HYPERLINK(""x"")",'@SUM(1),-40,,,w#1,,`,
      `'+1 people,''=a,'-a,,,w#1,,`,
    ]);
  });
});
