import { expect, it } from 'vitest';
import { overflow } from '../support/looks.ts';
import type { VisitOptions } from '../support/stage.ts';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

const SCREENS: readonly (readonly [string, VisitOptions])[] = [
  ['a desktop', {}],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
];

/** A command, what its reply begins with, and what it must hold further down. */
const READING: readonly (readonly [string, string, RegExp])[] = [
  ['/compare topic:CELAC', 'CELAC, compared', /They differ:[\s\S]*founded[\s\S]*2010[\s\S]*2011[\s\S]*They differ on/],
  ['/cite source:Russia Pushes paragraph:8', 'How to cite this', /APA 7[\s\S]*para\. 8[\s\S]*Harvard/],
  [
    '/overview source:Russia Pushes',
    'Russia Pushes to Deepen',
    /main sentences[\s\S]*¶ \d+[\s\S]*Names it mentions most:/,
  ],
  ['/timeline about:CELAC', 'Timeline:', /2010[\s\S]*CELAC[\s\S]*¶ \d+/],
  ['/disagreements', 'The sources differ on', /CELAC · founded[\s\S]*2010[\s\S]*2011/],
  ['/coverage', 'What answers have shown', /\d+ of \d+ paragraphs shown/],
];

describeInBrowser('reading works beside each other', (stage) => {
  const visitOn = (options: VisitOptions): Promise<Visit> =>
    stage().visit({ user: 'ana', channel: 'latin-america', ...options });

  it.each(SCREENS)('fits on %s', async (_screen, options) => {
    const ana = await visitOn(options);
    for (const [command, first, rest] of READING) {
      const reply = await ana.send(command);
      const text = await reply.locator('.message-body').innerText();
      expect(text).toContain(first);
      expect(text).toMatch(rest);
      expect(await overflow(ana.tab), command).toEqual([]);
    }
  });

  it('draws a timeline with its words as the description, and shares what only one person saw', async () => {
    const ana = await visitOn({});
    const ben = await visitOn({ user: 'ben' });
    const timeline = await ana.send('/timeline about:CELAC');
    const drawn = await ana.reply(() => ana.button(timeline, 'As a picture'));
    const picture = drawn.locator('img[alt*="Timeline: CELAC"]');
    await picture.waitFor();
    expect(await picture.getAttribute('alt')).toMatch(/2010[\s\S]*¶/);
    expect(await ben.messages.filter({ hasText: 'Timeline:' }).count()).toBe(0);
    await ana.button(timeline, 'Share');
    await ben.messages.filter({ hasText: 'Timeline:' }).first().waitFor();
  });
});
