import { beforeAll, beforeEach, expect, it } from 'vitest';
import { startLibraryBot } from '../support/library-bot.ts';
import { faintTexts, overflow } from '../support/looks.ts';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const QUESTION = 'When was CELAC founded?';

describeInBrowser(
  'cards in the page',
  (stage) => {
    let ana: Visit;
    let ben: Visit;
    beforeAll(async () => {
      ana = await stage().visit({ user: 'ana', channel: 'latin-america' });
      ben = await stage().visit({ user: 'ben', channel: 'latin-america', ...PHONE });
    });
    beforeEach(async () => {
      await ana.clear();
      await ben.clear();
    });

    it('are made of an answer by anybody, and repeated on a phone, unseen by others', async () => {
      const answer = await ana.send(`/ask ${QUESTION}`);
      const id = (await answer.getAttribute('data-message-id')) ?? '';
      const added = await ben.reply(() => ben.button(ben.message(id), 'Add to my cards'));
      expect(await added.innerText()).toContain('Added to your cards:');
      const sitting = await ben.send('/review start');
      expect(await sitting.getAttribute('data-ephemeral')).toBe('true');
      await ben.button(sitting, 'Show answer');
      await sitting.getByRole('button', { name: 'Good · 10 min' }).waitFor();
      expect(await overflow(ben.tab)).toEqual([]);
      expect(await faintTexts(sitting)).toEqual([]);
      await ben.button(sitting, 'Easy · 8 d');
      await sitting.getByText('Done for now.').waitFor();
      const stats = await ben.send('/review stats');
      expect(await stats.innerText()).toMatch(/1 card in all, 0 not shown yet[\s\S]* 1 ━{12}/);
      expect(await overflow(ben.tab)).toEqual([]);
      expect(await ana.tab.getByText('Added to your cards').count()).toBe(0);
    });

    it('come in and go out as files', async () => {
      await ana.type('/review import ');
      await ana.tab.locator('[data-upload="file"]').waitFor();
      const buffer = Buffer.from('hive\tBienenstock\nriver\tFluss\n');
      await ana.tab
        .locator('[data-file-input="file"]')
        .setInputFiles({ name: 'deck.txt', mimeType: 'text/plain', buffer });
      const imported = await ana.reply(() => ana.press('Enter'));
      await imported.getByText('Added 2 cards.').waitFor();
      await ana.type('/review export ');
      await ana.rows('choice').first().click();
      const exported = await ana.reply(() => ana.press('Enter'));
      expect(await exported.innerText()).toMatch(/your 2 cards\.[\s\S]*cards\.apkg/);
    });

    it('have reminders that a form sets', async () => {
      const panel = await ana.send('/review remind');
      await ana.button(panel, 'Choose a time');
      await ana.tab.getByLabel(/Time of day/).fill('8:30');
      await ana.tab.getByLabel(/Time zone/).fill('Europe/Berlin');
      await ana.tab.getByRole('button', { name: 'Submit' }).click();
      await panel.getByText('Reminder on.').waitFor();
      await ana.button(panel, 'Switch reminders off');
      await panel.getByText('Reminders are off.').waitFor();
    });
  },
  startLibraryBot,
);
