import { MessageFlags } from 'discord-api-types/v10';
import { messageProblems } from 'discord-sandbox/rules';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addedView, removeView, shelfView, workView } from '../../commands/library/view.ts';
import { cleanAbout, cleanLine } from '../../src/guilds/clean-about.ts';
import { readDeck, readFacts, readFile } from '../../src/intake/index.ts';
import { ENGLISH_CITATIONS, formatReference } from '../../src/material/cite.ts';
import { messagesFor } from '../../src/reply/messages.ts';
import { anyCharacter } from '../support/characters.ts';
import { addFile, linkTo, openStage, type Stage } from './stage.ts';

const messages = messagesFor('en');
const ROOM = { works: 1000, passages: 100_000, bytes: 1e9, additionsPerHour: 10_000 };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('what cites a work', () => {
  it.each([
    ['a\u200bb\u202ec', 'abc'],
    ['\u200b', ''],
    ['\u3164', ''],
    ['\u2800', ''],
    ['\u200d\u200c', ''],
    ['\ufe0f', ''],
    ['two\nlines\u2028and\u0000more', 'two lines and more'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
    ['half \ud83d', 'half'],
    ['\u{1F409}', '\u{1F409}'],
  ])('is one line that shows something: %j', (text, expected) => {
    expect(cleanLine(text, 100)).toBe(expected);
  });

  it('is cut between characters', () => {
    expect(cleanLine('\u{1F409}'.repeat(5), 3)).toBe('\u{1F409}'.repeat(3));
  });

  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['  https://EXAMPLE.org ', 'https://example.org/'],
    ['https://example.org/é?q="<>', 'https://example.org/%C3%A9?q=%22%3C%3E'],
    ['javascript:alert(1)', undefined],
    ['https://ana:secret@example.org', undefined],
    ['no address', undefined],
    [`https://example.org/${'a'.repeat(600)}`, undefined],
  ])('links to %j as %j', (url, expected) => {
    expect(cleanAbout({ title: 'A', authors: [], publisher: '', url }).url).toBe(expected);
  });

  it('takes another title where one shows nothing', () => {
    const about = { title: '\u200b', authors: ['\u2060', 'Ana'], publisher: '\u200e' };
    expect(cleanAbout(about, ['\u3164', 'danube'])).toEqual({ title: 'danube', authors: ['Ana'], publisher: '' });
    expect(cleanAbout(about)).toMatchObject({ title: 'Untitled' });
  });
});

const hostile = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom('\u200b', '\u202e', '\u3164', '\u2800', '\ufe0f', ' ', '\n', '\0', '@everyone', '`', '](', '#'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('---', '# a', 'null', 'yes', '1e3', '"', "'", '=1+1', '- a: b', '../../etc/passwd', 'con.txt'),
);
const abouts = fc.record({
  title: hostile,
  authors: fc.array(hostile, { maxLength: 4 }),
  url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), hostile),
});

it('whatever was accepted can be listed, shown, cited, exported and removed', async () => {
  let guild = 0;
  await fc.assert(
    fc.asyncProperty(abouts, hostile, async (about, name) => {
      guild += 1;
      const guilds = stage.guilds({ quota: ROOM });
      const library = guilds.library(String(guild));
      await library.saveSettings({ shipped: false });
      stage.files.set(name, 'T\n\nA text of its own.');
      const result = await finish(library.add({ ...linkTo(name) }, about, '7'));
      if (!result.ok) throw new Error(result.reason);
      const [record] = await library.works();
      const [article] = result.articles;
      if (!record || !article) throw new Error('not listed');
      const views = [
        addedView(result, messages),
        shelfView([record], { quota: ROOM, page: 0, isEditor: true }, messages),
        workView(article, record, true, messages),
        removeView(article.source, messages),
      ];
      for (const components of views) expect(problems(components)).toEqual([]);
      expect(formatReference(article.source, ENGLISH_CITATIONS)).toMatch(/\S/);
      expect(formatReference(article.source, ENGLISH_CITATIONS)).not.toMatch(/[\n\u200b\u202e]/);
      expect((await library.export())?.length).toBeGreaterThan(0);
      expect(await library.remove(record.source.id)).toBe(true);
      expect(problems(shelfView(await library.works(), { quota: ROOM, page: 0, isEditor: true }, messages))).toEqual(
        [],
      );
      await stage.store.deleteGuild(String(guild));
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('what was exported reads back with the same titles, authors and links', async () => {
  const guilds = stage.guilds({ quota: ROOM });
  const library = guilds.library('from');
  await library.saveSettings({ shipped: false });
  for (const [i, about] of fc.sample(abouts, { numRuns: 40, seed: 12 }).entries()) {
    stage.files.set(`${i}.txt`, `T\n\nA text of number ${i}.`);
    const result = await finish(library.add(linkTo(`${i}.txt`), about, '7'));
    expect(result.ok).toBe(true);
  }
  const archive = (await library.export()) ?? new Uint8Array();
  const into = stage
    .guilds({
      quota: ROOM,
      intake: { readFile, readFacts, readDeck },
      files: { most: 1e7, fetch: async () => archive },
    })
    .library('to');
  const { result } = await addFile(into, 'library.zip');
  expect(result).toEqual(expect.objectContaining({ ok: true }));
  const cited = async (guild: string) =>
    (await stage.store.library(guild)).articles.map(({ source: { id: _, ...about } }) => JSON.stringify(about)).sort();
  expect(await cited('to')).toEqual(await cited('from'));
});

async function finish<Result>(work: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await work.next();
    if (done) return value;
  }
}

function problems(components: readonly unknown[]): unknown[] {
  const flags = MessageFlags.IsComponentsV2;
  return messageProblems({ content: '', embeds: [], components: components as never, flags, files: [] });
}

it('keeps what a full reference says, in step with what was corrected', () => {
  const reference = {
    type: 'article-journal',
    author: [{ family: 'Holm', given: 'Ida\u202e' }],
    'container-title': 'River Notes',
    volume: '4',
    DOI: '\u200b',
  };
  const about = { title: 'Weirs', authors: ['Ida Holm'], publisher: 'River Notes', reference };
  const clean = { ...reference, author: [{ family: 'Holm', given: 'Ida' }], DOI: undefined };
  expect(cleanAbout(about).reference).toEqual(clean);
  const { 'container-title': _, ...others } = clean;
  expect(cleanAbout({ ...about, authors: ['Per Lund'], publisher: 'Mill Press' }).reference).toEqual({
    ...others,
    author: [{ literal: 'Per Lund' }],
    publisher: 'Mill Press',
  });
});
