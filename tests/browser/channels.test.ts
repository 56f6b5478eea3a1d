import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/root.ts';
import { startLibraryBot } from '../support/library-bot.ts';
import { faintTexts, overflow } from '../support/looks.ts';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const SALT_ROAD = join(packageRoot, 'tests', 'fixtures', 'intake', 'md-clean', 'input.md');
const QUESTION = 'Who paid for the bridges of the Verrin valley?';

describeInBrowser(
  'a channel with works of its own in the page',
  (stage) => {
    let ana: Visit;
    beforeAll(async () => {
      ana = await stage().visit({ user: 'ana', channel: 'general-reading' });
      ana.tab.on('filechooser', () => undefined);
      await ana.addWork(SALT_ROAD);
    });

    it('is given them from a list', async () => {
      const panel = await ana.send('/settings channel:latin-america');
      expect(await panel.innerText()).toContain('Sources of #latin-america');
      await ana.choose(panel, 'Salt Road');
      await ana.press('Escape');
      await panel.getByText('search these first').waitFor();
    });

    it('tells in its answers where they were searched', async () => {
      await ana.tab.getByRole('button', { name: 'latin-america' }).click();
      expect(await (await ana.send(`/ask ${QUESTION}`)).innerText()).toContain(
        'Searched first: The Salt Road of Verrin',
      );
      const beyond = await ana.send('/ask When was CELAC founded?');
      expect(await beyond.innerText()).toMatch(/Searched The Salt Road of Verrin first, then everything\..*disagree/s);
    });

    it('reads well on a phone, and can be like any other again', async () => {
      const phone = await stage().visit({ user: 'ana', channel: 'latin-america', ...PHONE });
      const answer = await phone.send(`/ask ${QUESTION}`);
      expect(await faintTexts(answer)).toEqual([]);
      const panel = await phone.send('/settings channel:latin-america');
      expect(await overflow(phone.tab)).toEqual([]);
      expect(await faintTexts(panel)).toEqual([]);
      await panel.getByRole('button', { name: 'Search all equally' }).tap();
      await panel.getByText('searched equally here').waitFor();
    });
  },
  startLibraryBot,
);
