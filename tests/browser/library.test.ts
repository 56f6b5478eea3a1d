import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { startLibraryBot } from '../support/library-bot.ts';
import { faintTexts, overflow } from '../support/looks.ts';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const FIXTURES = join(packageRoot, 'tests', 'fixtures', 'intake');

const FILES = [
  ['md-clean/input.md', 'Who paid for the bridges of the Verrin valley?', /salt carriers/, '¶ 1'],
  ['txt-scraped-news/input.txt', 'How many families own the mill at Sandow?', /eleven families/, '¶ 2'],
  ['html-news-page/input.html', 'How many swans closed Bridge Street?', /Seven swans/, '¶ 1'],
  ['pdf-clean/input.pdf', 'How many kinds of moths did the pupils at Tarn find?', /three hundred and six/, '¶ 1, p. 1'],
  ['docx-clean/input.docx', 'Where did a rider of the night post change horses?', /the dry well/, '¶ 2'],
] as const;

describeInBrowser(
  "a server's own material in the page",
  (stage) => {
    let ana: Visit;
    beforeAll(async () => {
      ana = await stage().visit({ user: 'ana', channel: 'general-reading' });
      ana.tab.on('filechooser', () => undefined);
    });
    beforeEach(() => ana.clear());

    it.each(FILES)('%s is attached, and answers with its paragraph', async (file, question, answer, place) => {
      const added = await ana.addWork(join(FIXTURES, file));
      expect(await added.innerText()).toMatch(/Added\..*Outline.*Undo/s);
      const reply = await ana.send(`/ask ${question}`);
      const text = await reply.innerText();
      expect(text).toMatch(answer);
      expect(text).toContain(`${place} · quoted word for word`);
    });

    it('is not there in the other server', async () => {
      const ben = await stage().visit({ user: 'ben', channel: 'homework' });
      const reply = await ben.send('/ask How many swans closed Bridge Street?');
      expect(await reply.innerText()).not.toMatch(/swans closed.*Friday/s);
      const list = await ben.send('/library list');
      expect(await list.innerText()).toContain('no sources of its own yet');
    });

    it('is exported as an archive that can be downloaded and added again elsewhere', async () => {
      const reply = await ana.send('/library export');
      const card = reply.getByTestId('file-card');
      expect(await card.innerText()).toContain('library.zip');
      const [download] = await Promise.all([ana.tab.waitForEvent('download'), card.getByRole('link').first().click()]);
      const ben = await stage().visit({ user: 'ben', channel: 'homework' });
      const added = await ben.addWork(await download.path());
      expect(await added.innerText()).toMatch(/Added \d sources from the archive/);
      const answer = await ben.send('/ask How many families own the mill at Sandow?');
      expect(await answer.innerText()).toMatch(/eleven families.*¶ 2 · quoted word for word/s);
    });

    it('reads well on a phone: the steps, what was understood, the list, the form, the settings', async () => {
      const phone = await stage().visit({ user: 'ana', channel: 'latin-america', ...PHONE });
      const list = await phone.send('/library list');
      expect(await overflow(phone.tab)).toEqual([]);
      expect(await faintTexts(list)).toEqual([]);
      await phone.choose(list, 'Night Post');
      const work = phone.messages.last();
      await work.getByRole('button', { name: 'Correct the details' }).click();
      await phone.tab.getByRole('dialog').waitFor();
      await phone.tab
        .getByRole('dialog')
        .getByRole('button', { name: /cancel/i })
        .click();
      const settings = await phone.send('/settings');
      expect(await overflow(phone.tab)).toEqual([]);
      expect(await faintTexts(settings)).toEqual([]);
    });
  },
  startLibraryBot,
);
