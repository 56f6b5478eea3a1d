import { expect, it } from 'vitest';
import { faintTexts, groundLuminance, overflow } from '../support/looks.ts';
import { describeInBrowser } from '../support/suite.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const COMMANDS = [
  '/ask When was CELAC founded?',
  '/ask How long do I boil an egg?',
  '/ask How much did Russia trade with Latin America in 2013? private:true',
  '/fact CELAC number of member states',
  '/help',
  '/sources moscow times',
  'Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword',
];

describeInBrowser('the looks of the page', (stage) => {
  it('fit a phone, whatever is shown', async () => {
    const phone = await stage().visit({ ...PHONE, user: 'ben', channel: 'latin-america' });
    expect(await overflow(phone.tab)).toEqual([]);
    for (const command of COMMANDS) {
      const shown = await phone.send(command);
      await shown.scrollIntoViewIfNeeded();
      expect(await overflow(phone.tab), command).toEqual([]);
    }
    await phone.type('/ask celac');
    await phone.rows('choice').first().waitFor();
    expect(await overflow(phone.tab)).toEqual([]);
  });

  it('let a finger reach everything on a phone', async () => {
    const phone = await stage().visit({ ...PHONE, user: 'chiara', channel: 'latin-america' });
    await phone.tab.getByRole('button', { name: 'Channels' }).tap();
    await phone.tab.getByRole('button', { name: 'general-reading' }).tap();
    await phone.tab.getByRole('heading', { name: 'general-reading', exact: true }).waitFor();
    await phone.tab.getByRole('button', { name: 'Commands' }).tap();
    await phone.rows('command').filter({ hasText: '/ask' }).tap();
    await phone.rows('choice').first().waitFor();
    const reply = await phone.reply(async () => {
      await phone.rows('choice').filter({ hasText: 'CELAC' }).first().tap();
      await phone.tab.getByRole('button', { name: 'Send' }).tap();
    });
    await reply.getByRole('button', { name: 'Next' }).tap();
    await reply.getByText(/2 of \d/).waitFor();
  });

  it.each(['light', 'dark'] as const)('are legible in the %s', async (colorScheme) => {
    const visit = await stage().visit({ user: 'ana', channel: 'general-reading', colorScheme });
    const reply = await visit.send('/ask When was CELAC founded?');
    const luminance = await groundLuminance(reply);
    if (colorScheme === 'light') expect(luminance).toBeGreaterThan(0.7);
    else expect(luminance).toBeLessThan(0.1);
    expect(await faintTexts(visit.tab.locator('.app'))).toEqual([]);
  });

  it('change from dark to light at a press, and stay so', async () => {
    const visit = await stage().visit({ user: 'ana', channel: 'general-reading', colorScheme: 'dark' });
    await visit.tab.getByRole('button', { name: 'Switch between light and dark' }).click();
    expect(await groundLuminance(visit.tab.locator('.log'))).toBeGreaterThan(0.7);
    await visit.tab.reload();
    await visit.tab.locator('.app[data-link="open"]').waitFor();
    expect(await groundLuminance(visit.tab.locator('.log'))).toBeGreaterThan(0.7);
  });

  it('need no other host', async () => {
    await stage().visit();
    expect([...stage().hosts]).toEqual([new URL(stage().sandbox.url).host]);
  });
});
