import type { Locator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { clockAhead } from '../support/clock.ts';
import { overflow } from '../support/looks.ts';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describeInBrowser('a round at the page', (stage) => {
  let ana: Visit;
  let ben: Visit;
  let chiara: Visit;
  const passPause = clockAhead(7_000);

  beforeAll(async () => {
    ana = await stage().visit({ user: 'ana', channel: 'latin-america' });
    ben = await stage().visit({ ...PHONE, user: 'ben', channel: 'latin-america' });
    chiara = await stage().visit({ user: 'chiara', channel: 'latin-america' });
  });

  /** A question, once the pause before it is over. */
  function asked(visit: Visit, title: string): Promise<Locator> {
    passPause();
    return shown(visit, title);
  }

  async function shown(visit: Visit, text: string): Promise<Locator> {
    const message = visit.messages.filter({ hasText: text }).last();
    await message.waitFor({ timeout: 20_000 });
    return message;
  }

  it('is played by three people, each told alone, on a phone too', async () => {
    await ana.send('/quiz start questions:2 mode:Type the answer seed:1 pace:60');
    expect(await (await shown(ana, 'Your round begins')).innerText()).toContain('Only you can see this');
    await shown(ben, 'starts a round');
    await asked(ben, 'Question 1 of 2');
    expect(await ben.messages.filter({ hasText: 'Your round begins' }).count()).toBe(0);
    for (const [visit, given] of [
      [ana, 'a wrong answer'],
      [ben, 'no idea'],
      [chiara, 'neither'],
    ] as const) {
      const question = await shown(visit, 'Question 1 of 2');
      await visit.button(question, 'Answer');
      const form = visit.tab.getByRole('dialog');
      await form.getByRole('textbox').fill(given);
      expect(await overflow(visit.tab)).toEqual([]);
      const told = await visit.reply(() => form.getByRole('button', { name: 'Submit' }).click());
      expect(await told.innerText()).toContain('Not right.');
      expect(await told.innerText()).toContain(`You wrote: ${given}`);
    }
    expect(await ana.messages.filter({ hasText: 'no idea' }).count()).toBe(0);
    const question = await shown(ana, 'Question 1 of 2');
    await ana.button(question, 'Pause');
    await question.getByText(/paused, \d+ seconds left/).waitFor();
    await ana.button(question, 'Continue');
    await ana.button(question, 'Hint');
    await question.getByText('Hint:').waitFor();
    await ana.button(question, 'Skip');
    const result = await shown(ben, 'Nobody was right (3 answers)');
    expect(await result.innerText()).toMatch(/Answer:[\s\S]*¶/);
    expect(await overflow(ben.tab)).toEqual([]);
    await ana.button(await asked(ana, 'Question 2 of 2'), 'End');
    const standings = await shown(ben, 'Standings');
    expect(await standings.innerText()).toMatch(/1 @Ana: 0 of 2[\s\S]*1 @Ben: 0 of 2[\s\S]*1 @Chiara: 0 of 2/);
    expect(await overflow(ben.tab)).toEqual([]);
    const again = await ben.reply(() => ben.button(standings, 'Repeat what I missed'));
    expect(await again.innerText()).toContain('Missed question 1 of 2');
  });
});
