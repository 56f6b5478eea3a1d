import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { FORMAT_NAMES } from '../../src/intake/formats.ts';
import { messagesFor, type Texts } from '../../src/reply/messages.ts';
import { clockAhead } from '../support/clock.ts';
import { startLibraryBot } from '../support/library-bot.ts';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

// The bot speaks a language in which each of its own words stands in brackets. The material is Greek: whatever is in
// Latin letters and not in brackets is a text that the catalogue does not have.
vi.mock('../../src/reply/messages.ts', async (load) => {
  const actual = await load<typeof import('../../src/reply/messages.ts')>();
  const { readFileSync } = await import('node:fs');
  const { packageRoot } = await import('../../src/root.ts');
  const { pseudoTexts } = await import('../support/pseudo-locale.ts');
  const english = JSON.parse(readFileSync(`${packageRoot}/src/reply/locales/en.json`, 'utf8')) as Texts;
  const catalogue = actual.createCatalogue({ en: pseudoTexts(english) });
  return { ...actual, catalogue, messagesFor: catalogue.messagesFor };
});

const words = messagesFor('en');
/** Without the marks of Markdown. */
const shownAs = (key: string) => words.plain(key).replaceAll('*', '');
const label = (key: string) => words.plain(`button.${key}`);

const WORK = `---
title: Το ημερολόγιο του πορθμείου
author: Μ. Όρλο
date: 1912-05-03
---

## Το σκαρί

Το πορθμείο Αλκυών καθελκύστηκε στο Νορχάβεν το 1911.

Ο λέβητας ήρθε από το Ντάνμαροου, και τον πλήρωσαν έντεκα οικογένειες.

Κάθε άνοιξη το πορθμείο Αλκυών βάφεται πράσινο.
`;
const OTHER = `---
title: Οι παλίρροιες
---

Η σελήνη κινεί τις παλίρροιες. Το πορθμείο Αλκυών περιμένει.
`;
const GLOSSARY = `---
title: Λέξεις του πορθμείου
---

Καρίνα
: το μακρύ δοκάρι στη βάση του σκάφους

Πρύμνη
: η πίσω άκρη κάθε πλοίου

Άγκυρα
: βαρύ σίδερο που κρατά ακίνητα τα καράβια

Φανός
: λυχνία για νυχτερινά ταξίδια
`;
const QUESTION = 'Πού καθελκύστηκε το πορθμείο Αλκυών;';

/** Names of commands, files and people, and units: what stays in every language. */
const NAMES =
  /\/\w+( \w+)?|work-\d+|Find sources|\w+\.(?:md|txt|zip|csv)|\b(?:Ana|Ben|kB|MB|byte|subject|attribute|value|unit|as_of|passages|other_names|question|https?)\b/g;

describeInBrowser(
  'in a language of brackets',
  (stage) => {
    let ana: Visit;
    let folder: string;
    /** Nobody waits until a question is posted. */
    const passPause = clockAhead(7_000);
    const file = (name: string, text: string | Uint8Array) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'footnote-'));
      ana = await stage().visit({ user: 'ana', channel: 'general-reading' });
      ana.tab.on('filechooser', () => undefined);
      const settings = await ana.send('/settings');
      await check(settings);
      await ana.button(settings, words.plain('settings.button.shippedOff'));
      await settings.getByRole('button', { name: words.plain('settings.button.shippedOn'), exact: true }).waitFor();
      await check(settings);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    beforeEach(async () => {
      // The page lays out and reads whatever is in the channel: what only Ana saw of the test before goes.
      await ana.tab.reload();
      await ana.tab.locator('.app[data-link="open"]').waitFor();
      await ana.clear();
    });

    /** A command with a file, once its reply has what it ends with. */
    async function upload(command: string, path: string, end: string): Promise<Locator> {
      await ana.clear();
      // The file of "facts" is optional, and so chosen from the list.
      await ana.composer.fill(`/${command} `);
      if (command === 'library facts') await ana.tab.getByRole('option', { name: /^file/ }).click();
      await ana.tab.locator('[data-upload="file"]').waitFor();
      await ana.tab.locator('[data-file-input="file"]').setInputFiles(path);
      const reply = await ana.reply(() => ana.press('Enter'));
      await reply.getByText(end).first().waitFor({ timeout: 40_000 });
      return reply;
    }

    it('says all about a work that was added, and shows its outline and its paragraphs', async () => {
      const added = await upload('library add', file('a.md', WORK), label('undo'));
      await check(added);
      await ana.button(added, label('outline'));
      const outline = ana.messages.last();
      await outline.getByText(words.plain('sources.read')).waitFor();
      await check(outline);
      await outline.locator('.select-face').click();
      await outline.getByRole('option').first().click();
      await outline.getByRole('button', { name: label('outline'), exact: true }).waitFor();
      await check(outline);
      const unknown = await upload('library add', file('b.md', OTHER), label('undo'));
      await check(unknown);
      await check(await upload('library add', file('b.md', OTHER), 'Οι παλίρροιες'));
      const refusal = words.plain('intake.problem.noText');
      await check(await upload('library add', file('c.md', '# Κείμενο\n'), refusal));
      for (const command of ['/library list', '/library export', '/sources']) await check(await ana.send(command));
    });

    it('says that a fact table was taken, and what is wrong in another', async () => {
      const head = 'subject,attribute,value,unit,as_of,passages,other_names,question\n';
      const done = words.plain('library.factsDone', { count: 0 }).replaceAll('*', '');
      await check(await upload('library facts', file('facts.csv', head), done));
      const rows = 'Αλκυών,μήκος,,,1/2/1912,work-1#1,,\nΑλκυών,μήκος,12\n';
      const refusal = words.plain('intake.problem.badTable');
      await check(await upload('library facts', file('facts.csv', head + rows), refusal));
      const unknown = `${head}Αλκυών,μήκος,12,,,work-9#1,,\n`;
      await check(
        await upload('library facts', file('facts.csv', unknown), words.plain('intake.problem.unknownPassages')),
        ['#1'],
      );
    });

    it('says what is wrong in files that cannot be read', async () => {
      const refused = async (command: string, name: string, content: string | Uint8Array, problem: string) =>
        check(await upload(command, file(name, content), words.plain(`intake.problem.${problem}`)), [
          'sources.json',
          'articles/a.md',
          'title',
          'gz',
        ]);
      await refused('library add', 'a.md', '---\ntitle: "Α\nkind: note\n---\n\nΚείμενο.\n', 'badFrontMatter');
      const article = '---\nsource: a\nkind: quote\n---\n\n[1] Ένα.\n\n[3] Τρία.\n\nΚαι άλλο.\n';
      await refused('library add', 'a.md', article, 'badArticle');
      await refused('library add', 'a.zip', zipSync({ 'a.md': strToU8('Ένα.') }), 'noCollection');
      const files = {
        'sources.json': '[{"id":"a","type":"book"}]',
        'articles/a.md': article,
        'facts.csv': 'subject\n',
      };
      const parts = Object.entries(files).map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]);
      await refused('library add', 'a.zip', zipSync(Object.fromEntries(parts)), 'badCollection');
      await refused('library add', 'b.md', gzipSync(strToU8('Κείμενο.')), 'unknownFormat');
      await refused('review import', 'a.csv', 'μόνο\n', 'noCards');
    });

    it('tells of a source, its dates and how to cite it', async () => {
      await check(await ana.send('/timeline'));
      for (const command of ['overview', 'cite']) {
        await ana.clear();
        await ana.composer.fill(`/${command} `);
        await ana.rows('choice').first().click();
        // The styles of references are English, and the formats of their files have names.
        await check(await ana.reply(() => ana.press('Enter')), ['May', 'BibTeX', 'RIS', 'CSL-JSON']);
      }
    });

    it('answers, shows the paragraphs around, shares, and says what is not there', async () => {
      const answer = await ana.send(`/ask ${QUESTION}`);
      await check(answer);
      const more = answer.getByRole('button', { name: label('context') });
      await check(await ana.reply(() => more.click()));
      await check(await ana.send('/ask Ποιος έψησε την τάρτα λεμονιού;'));
      await check(await ana.send('/fact Το χρώμα'));
      await check(await ana.send('/help'));
      await check(await ana.send('/forget me'));
      await ana.clear();
      await ana.composer.fill('Το πορθμείο Αλκυών καθελκύστηκε το 1950.');
      await ana.press('Enter');
      const said = ana.messages.filter({ hasText: '1950' }).last();
      await said.waitFor();
      await check(await ana.reply(() => ana.useApp(said, 'Find sources')));
    });

    it('compares, and shows what was never asked', async () => {
      for (const command of ['/compare topic:πορθμείο', '/compare topic:λεμόνι', '/coverage', '/disagreements']) {
        await ana.clear();
        await check(await ana.send(command));
      }
    });

    it('keeps, repeats and counts cards', async () => {
      await check(await ana.send('/review start'));
      const answer = await ana.send(`/ask ${QUESTION}`);
      await check(await ana.reply(() => ana.button(answer, label('addCard'))));
      await ana.clear();
      const sitting = await ana.send('/review start');
      await check(sitting);
      await ana.button(sitting, words.plain('review.show'));
      const again = sitting.getByRole('button', { name: words.plain('review.easy') });
      await again.waitFor();
      await check(sitting);
      await again.click();
      await sitting.getByText(shownAs('review.done')).waitFor();
      await check(sitting);
      for (const command of ['/review stats', '/leaderboard']) {
        await ana.clear();
        await check(await ana.send(command), ['UTC']);
      }
      await ana.clear();
      await ana.composer.fill('/review export ');
      await ana.rows('choice').first().click();
      await check(await ana.reply(() => ana.press('Enter')));
      const reminders = await ana.send('/review remind');
      await check(reminders);
      await ana.button(reminders, words.plain('remind.choose'));
      const form = ana.tab.getByRole('dialog');
      expect(await form.innerText()).toContain(words.plain('remind.form.at'));
      await ana.press('Escape');
    });

    it('plays a round', async () => {
      await upload('library add', file('g.md', GLOSSARY), label('undo'));
      await ana.clear();
      const mode = words.plain('commands.quiz.start.choices.mode.cloze');
      await check(await ana.send(`/quiz start questions:2 mode:${mode} seed:1 pace:60`));
      const button = (key: string) => words.plain(`quiz.button.${key}`);
      const questionWith = async (key: string) => {
        passPause();
        const name = button(key);
        const message = ana.messages.filter({ has: ana.tab.getByRole('button', { name, exact: true }) }).last();
        await message.waitFor({ timeout: 20_000 });
        return message;
      };
      const saying = async (key: string) => {
        const message = ana.messages.filter({ hasText: shownAs(key) }).last();
        await message.waitFor({ timeout: 20_000 });
        return message;
      };
      const question = await questionWith('skip');
      await check(question);
      await ana.button(question, button('hint'));
      await question.getByText(words.plain('quiz.hint.choices', { wrong: '' }).split(' ο', 1)[0] ?? '').waitFor();
      await check(question);
      await ana.button(question, button('pause'));
      await questionWith('continue');
      await check(question);
      await ana.button(question, button('continue'));
      await ana.button(await questionWith('pause'), button('skip'));
      await check(await saying('quiz.nobodyAnswered'));
      await ana.button(await questionWith('skip'), button('end'));
      // The command that plays the round again has the names of its options.
      await check(await saying('quiz.standings'), ['questions', 'mode', 'pace', 'seed']);
    }, 60_000);

    it('removes, brings back, and says who may not', async () => {
      const list = await ana.send('/library list');
      await check(list);
      await list.locator('.select-face').first().click();
      await list.getByRole('option').first().click();
      const work = ana.messages.last();
      await work.getByRole('button', { name: label('remove'), exact: true }).waitFor();
      await check(work);
      await ana.button(work, label('describe'));
      const form = ana.tab.getByRole('dialog');
      expect(await form.innerText()).toContain(words.plain('library.form.author'));
      await ana.press('Escape');
      await ana.button(work, label('remove'));
      const asked = ana.messages.last();
      await asked.getByRole('button', { name: label('keep'), exact: true }).waitFor();
      await check(asked);
      await ana.button(asked, label('remove'));
      await ana.messages
        .last()
        .getByRole('button', { name: label('undo'), exact: true })
        .waitFor();
      await check(ana.messages.last());
      const ben = await stage().visit({ user: 'ben', channel: 'general-reading' });
      await check(await ben.send('/settings'));
      await check(await ben.send('/library list'));
    });

    it('describes every command and option', async () => {
      for (const command of commands) {
        if (!('options' in command)) continue;
        await ana.clear();
        await ana.composer.fill(`/${command.name}`);
        const row = ana.rows('command').first();
        expect(await row.innerText()).toContain('⟦');
        await ana.press('Enter');
        for (const option of await ana.rows('option').all()) expect(await option.innerText()).toContain('⟦');
      }
    });
  },
  startLibraryBot,
);

/** What reading needs of an element in the page, whose types the tests' side does not have. */
interface PageElement {
  readonly textContent: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly ownerDocument: { readonly defaultView: { getComputedStyle(element: PageElement): { overflowX: string } } };
  cloneNode(deep: boolean): PageElement;
  querySelectorAll(selector: string): Iterable<{ replaceWith(text: string): void }>;
}

/** Nothing of the message is untranslated or cut off. `data`: what the test itself put there. */
async function check(message: Locator, data: readonly string[] = []): Promise<void> {
  const body = message.locator('.message-body');
  const text = await body.evaluate((element: PageElement) => {
    const copy = element.cloneNode(true);
    for (const own of copy.querySelectorAll('time, svg, .edited, [data-testid="file-card"]')) own.replaceWith(' ');
    return copy.textContent;
  });
  const cut = await body.locator('*').evaluateAll((elements: PageElement[]) =>
    elements
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .filter((element) => element.ownerDocument.defaultView.getComputedStyle(element).overflowX === 'hidden')
      .map(({ textContent }) => textContent),
  );
  expect(text).toMatch(/⟦/);
  const rest = [...data, FORMAT_NAMES.join(', ')]
    .reduce((left, known) => left.replaceAll(known, ''), text.replace(/⟦[^⟦⟧]*⟧/g, ' '))
    .replace(NAMES, ' ');
  expect(rest.match(/\p{Script=Latin}{2,}/gu) ?? [], text).toEqual([]);
  expect(rest.match(/[⟦⟧]/g) ?? [], text).toEqual([]);
  expect(cut).toEqual([]);
}
