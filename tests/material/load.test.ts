import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadMaterial } from '../../src/material/load.ts';
import { scopeIds } from '../../src/material/scope.ts';
import type { Article } from '../../src/material/types.ts';
import { formatProblem } from '../../src/reply/problem-text.ts';
import { edited, writeCollection, writeKnowledge } from './fixture.ts';

const bareArticle = (id: string): Article => ({ source: { id, title: id, authors: [], publisher: '' }, passages: [] });

function problemsOf(changes: Record<string, string | undefined>): string[] {
  const dir = writeKnowledge(changes);
  return loadMaterial(dir).problems.map((problem) => formatProblem(problem).replace(`${join(dir, 'rivers')}/`, ''));
}

describe('a collection that is right', () => {
  it('is read whole: sources, passages with their places, facts and terms', () => {
    const { value, problems } = loadMaterial(writeKnowledge());
    expect(problems).toEqual([]);
    expect(value.collections[0]).toMatchObject({ id: 'rivers', title: 'Rivers' });
    expect([...value.passages.keys()]).toEqual([
      'danube-1999#1',
      'danube-1999#caption-1',
      'danube-1999#2',
      'rivers-2004#1',
    ]);
    expect(value.passages.get('danube-1999#2')).toMatchObject({
      paragraph: 2,
      kind: 'note',
      heading: 'Course',
      text: 'It is 2,850 km long and flows through ten countries.',
    });
    expect(value.passages.get('danube-1999#caption-1')).toMatchObject({ paragraph: 1, role: 'caption' });
    expect(value.sources.get('danube-1999')).toMatchObject({
      authors: ['Ana Ilić'],
      issued: { year: 1999, month: 5 },
      publisher: 'River Press',
    });
    expect(value.facts[0]).toMatchObject({
      value: '2,850',
      unit: 'km',
      otherNames: ['long', 'extent'],
      source: 'danube-1999',
    });
    expect(value.terms[0]).toMatchObject({ name: 'Danube', aliases: ['Donau', 'Ister'] });
  });

  it('takes the first question of a cell for the one to suggest, the others for ways to ask', () => {
    const several = edited(
      'facts.csv',
      'Where does the Danube rise?',
      'Where does the Danube rise?; Where is its source? ;',
    );
    const { value } = loadMaterial(writeKnowledge(several));
    expect(value.facts.at(-1)).toMatchObject({
      question: 'Where does the Danube rise?',
      otherQuestions: ['Where is its source?'],
    });
  });

  it('needs neither a fact table nor terms nor a description', () => {
    expect(problemsOf({ 'facts.csv': undefined, 'terms.csv': undefined, 'collection.yaml': undefined })).toEqual([]);
  });

  it('stands beside another one', () => {
    const dir = writeKnowledge();
    writeCollection(dir, 'more', {
      'sources.json': '[{"id":"nile","type":"book","title":"The Nile","publisher":"Delta"}]',
      'articles/danube.md': '---\nsource: nile\nkind: note\n---\n\n[1] The Nile flows north.\n',
      'articles/rivers.md': undefined,
      'facts.csv': undefined,
      'terms.csv': undefined,
    });
    const { value, problems } = loadMaterial(dir);
    expect(problems).toEqual([]);
    expect(value.passages.has('nile#1')).toBe(true);
    expect(value.passages.has('rivers-2004#1')).toBe(true);
  });

  it('is read with Windows line ends and a byte order mark', () => {
    const windows =
      '\uFEFF---\r\nsource: rivers-2004\r\nkind: quote\r\n---\r\n\r\n[1] The Danube is 2,860 km long.\r\n';
    expect(problemsOf({ 'articles/rivers.md': windows })).toEqual([]);
  });
});

describe('what is wrong is told with its place and what to do', () => {
  const facts = (from: string, to: string) => edited('facts.csv', from, to);
  const article = (from: string, to: string) => edited('articles/danube.md', from, to);
  const terms = (from: string, to: string) => edited('terms.csv', from, to);
  const sources = (from: string, to: string) => edited('sources.json', from, to);

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['a fact without a value', facts('"2,850"', ''), /^facts\.csv:2, column “value”: this is empty/],
    ['a fact without a subject', facts('Danube,source', ',source'), /^facts\.csv:4, column “subject”: this is empty/],
    [
      'a fact of a passage that is not there',
      facts('rivers-2004#1', 'rivers-2004#9'),
      /^facts\.csv:3, column “passages”: there is no passage “rivers-2004#9”/,
    ],
    [
      'a fact without a passage',
      facts('rivers-2004#1', ';'),
      /^facts\.csv:3, column “passages”: name passages of one source/,
    ],
    [
      'a fact of two sources',
      facts('danube-1999#1', 'danube-1999#1;rivers-2004#1'),
      /^facts\.csv:4, column “passages”: .*one source/,
    ],
    [
      'a question that is too long',
      facts('Where does the Danube rise?', `Where?;${'Where '.repeat(60)}?`),
      /^facts\.csv:4, column “question”: a question is too long\. Put ; between/,
    ],
    ['a comma too many', facts('"2,860"', '2,860'), /^facts\.csv:3: the header has 8 columns, this row 9/],
    ['a quotation mark left open', facts('Black Forest', '"Black Forest'), /^facts\.csv:\d+: this isn’t valid CSV/],
    ['a column that is missing', facts('as_of', 'when'), /^facts\.csv:1: .*as_of/],
    [
      'the same fact twice',
      facts('\nDanube,source', '\nDanube,length,"2,850",km,,danube-1999#2,,\nDanube,source'),
      /^facts\.csv:4: this says the same as row 2/,
    ],
    [
      'a term of no known type',
      terms('Vienna,place', 'Vienna,city'),
      /^terms\.csv:3, column “type”: this must be one of these: person/,
    ],
    ['an alias of two terms', terms('Wien', 'Donau'), /^terms\.csv:3, column “aliases”: “Donau” is in row 2/],
    ['a term without a note', terms('A river of ten countries.', ''), /^terms\.csv:2, column “note”: this is empty/],
    [
      'no front matter',
      { 'articles/danube.md': '[1] Text.\n' },
      /^articles\/danube\.md:1: an article begins with a line ---/,
    ],
    [
      'front matter that is no YAML',
      article('source: danube-1999', 'source: [danube'),
      /^articles\/danube\.md:3: this isn’t valid YAML/,
    ],
    [
      'a front matter without a source',
      article('source: danube-1999\n', ''),
      /^articles\/danube\.md:1, field “source”: this is missing/,
    ],
    [
      'a kind that does not exist',
      article('kind: note', 'kind: summary'),
      /^articles\/danube\.md:1, field “kind”: write note/,
    ],
    [
      'a field that does not exist',
      article('kind: note', 'kind: note\ncolour: red'),
      /^articles\/danube\.md:1: .*colour/,
    ],
    [
      'an article of no source',
      article('danube-1999', 'danube-2000'),
      /^articles\/danube\.md:1: the source “danube-2000” isn’t in sources\.json/,
    ],
    [
      'a paragraph without a number',
      article('[1] The', 'The'),
      /^articles\/danube\.md:8: a passage begins with its number/,
    ],
    ['a number that is missing', article('[2] It', '[3] It'), /^articles\/danube\.md: \[3\] stands where \[2\] should/],
    [
      'an article without a passage',
      { 'articles/rivers.md': '---\nsource: rivers-2004\nkind: note\n---\n' },
      /^articles\/rivers\.md:5: there is no passage here/,
    ],
    ['sources that are no JSON', sources('"title"', 'title'), /^sources\.json:\d+: this isn’t valid JSON/],
    ['a source without a title', sources('"title":"Rivers",', ''), /^sources\.json, source 2, field “title”/],
    [
      'a date that is none',
      sources('[1999,5]', '[1999,15]'),
      /^sources\.json, source 1, field “issued”: there is no such date/,
    ],
    [
      'a link that is no web address',
      sources('https://example.org/danube', 'javascript:alert(1)'),
      /^sources\.json, source 1, field “URL”: this isn’t a web address/,
    ],
    ['a source twice', sources('rivers-2004', 'danube-1999'), /^sources\.json: the id “danube-1999” stands twice/],
    [
      'a source without an article',
      { 'articles/rivers.md': undefined, 'facts.csv': undefined },
      /^sources\.json: the source “rivers-2004” has no article/,
    ],
    ['no sources', { 'sources.json': undefined }, /^sources\.json: this file is missing/],
    [
      'a description without a title',
      edited('collection.yaml', 'title: Rivers\n', ''),
      /^collection\.yaml:1, field “title”: this is missing/,
    ],
  ])('%s', (_what, changes, expected) => {
    const found = problemsOf(changes);
    expect(
      found.some((line) => expected.test(line)),
      found.join('\n'),
    ).toBe(true);
  });

  it('a file that is not UTF-8', () => {
    const dir = writeKnowledge();
    writeFileSync(join(dir, 'rivers', 'terms.csv'), Buffer.from([0xff, 0xfe, 0x41, 0x00]));
    expect(loadMaterial(dir).problems.map(formatProblem).join()).toContain('terms.csv: this isn’t UTF-8');
  });

  it('every problem at once, not only the first', () => {
    const changes = { ...edited('facts.csv', '"2,850"', ''), ...edited('terms.csv', 'Vienna,place', 'Vienna,city') };
    expect(problemsOf(changes)).toHaveLength(2);
  });

  it('a line that stands after a value of several lines', () => {
    const changes = edited('facts.csv', 'Danube,length,"2,860"', '"Danube\nriver",length,');
    expect(problemsOf(changes)[0]).toMatch(/^facts\.csv:3, column “value”/);
  });

  it('an id that one collection has and another would get', () => {
    const one = { id: 'again', articles: [bareArticle('rivers')] };
    const two = { id: 'other', articles: [bareArticle('rivers'), bareArticle('again-rivers')] };
    const none = { title: '', description: '', facts: [], terms: [] };
    expect(
      scopeIds([
        { ...none, ...one },
        { ...none, ...two },
      ]).problems,
    ).toEqual([
      {
        file: 'other/sources.json',
        reason: 'idTaken',
        values: { id: 'again-rivers', owner: 'again' },
      },
    ]);
  });

  it('a folder that is not there, or holds nothing', () => {
    const dir = mkdtempSync(join(tmpdir(), 'footnote-'));
    expect(loadMaterial(dir).problems[0]?.reason).toBe('noCollection');
    expect(loadMaterial(join(dir, 'none')).problems[0]?.reason).toBe('notAFolder');
    mkdirSync(join(dir, 'empty'));
    expect(loadMaterial(dir).problems.map(({ reason }) => reason)).toEqual(['noSources', 'noArticles']);
  });
});

describe('two collections that hold works of the same id', () => {
  it('stand side by side, each work and its facts under its collection', () => {
    const dir = writeKnowledge();
    writeCollection(dir, 'My notes');
    const { value, problems } = loadMaterial(dir);
    expect(problems).toEqual([]);
    expect([...value.sources.keys()].sort()).toEqual([
      'my-notes-danube-1999',
      'my-notes-rivers-2004',
      'rivers-danube-1999',
      'rivers-rivers-2004',
    ]);
    expect(value.passages.get('my-notes-danube-1999#2')?.source).toBe('my-notes-danube-1999');
    expect(new Set(value.facts.map(({ id }) => id)).size).toBe(value.facts.length);
    for (const { source, passages } of value.facts)
      for (const id of passages) expect(value.passages.get(id)?.source).toBe(source);
  });
});
