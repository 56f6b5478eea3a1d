import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/material/articles.ts';
import { formatProblem } from '../../src/reply/problem-text.ts';

const read = (body: string, front = '') =>
  parseArticle('a.md', `---\nsource: a\nkind: quote\n${front}---\n\n${body}\n`);
const places = (body: string) =>
  read(body).value?.passages.map(({ id, page }) => (page === undefined ? id : `${id} on ${page}`));
const problems = (body: string) => read(body).problems.map(formatProblem);

describe("an article's marks", () => {
  it('name paragraphs, the parts of long ones, pages and captions', () => {
    const body = '[1] One.\n\n[2 p. 3] Two.\n\n[2.2 p. 4] More.\n\n[2.3] End.\n\n[caption 1 p. 3] Boat.\n\n[3] Three.';
    expect(places(body)).toEqual(['a#1', 'a#2 on 3', 'a#2.2 on 4', 'a#2.3', 'a#caption-1 on 3', 'a#3']);
    expect(problems(body)).toEqual([]);
  });

  it.each([
    ['a part without its paragraph', '[1] One.\n\n[2.2] More.', '[2.2] stands where [2] should'],
    ['a part left out', '[1] One.\n\n[1.3] More.', '[1.3] stands where [2] should'],
    ['a part that calls itself the first', '[1.1] One.', 'a passage begins with its number'],
    ['a paragraph twice', '[1] One.\n\n[1] One.', '[1] stands where [2] should'],
  ])('are checked: %s', (_what, body, message) => {
    expect(problems(body)[0]).toContain(message);
  });

  it('end the reach of a heading with ## alone', () => {
    const passages = read('## Course\n\n[1] One.\n\n##\n\n[2] Two.').value?.passages;
    expect(passages?.map(({ heading }) => heading)).toEqual(['Course', undefined]);
  });
});

describe("an article's front matter", () => {
  it('may say what cites the work', () => {
    const front =
      'title: "Rivers: a life"\nauthor: [Ana Oru, Bo Tal]\ndate: 2004-05\nurl: https://example.org/r\npublisher: Delta\n';
    expect(read('[1] One.', front).value?.about).toEqual({
      title: 'Rivers: a life',
      authors: ['Ana Oru', 'Bo Tal'],
      issued: { year: 2004, month: 5 },
      url: 'https://example.org/r',
      publisher: 'Delta',
    });
  });

  it('is told what is wrong in it', () => {
    expect(read('[1] One.', 'date: last week\nurl: example\n').problems.map(formatProblem)).toEqual([
      'a.md:1, field “date”: this isn’t a date. Write 2001-02-28, 2001-02 or 2001.',
      'a.md:1, field “url”: this isn’t a web address. Start with https:// or http://.',
    ]);
  });
});
