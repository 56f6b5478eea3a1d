import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

const QUESTION = 'When was CELAC founded?';

describeInBrowser('several people at the page', (stage) => {
  let ana: Visit;
  let ben: Visit;

  beforeAll(async () => {
    ana = await stage().visit({ user: 'ana', channel: 'latin-america' });
    ben = await stage().visit({ user: 'ben', channel: 'latin-america' });
  });

  beforeEach(() => Promise.all([ana.clear(), ben.clear()]));

  it('see a private answer only once it is shared, and by whom', async () => {
    const hidden = await ana.send(`/ask ${QUESTION} private:true`);
    expect(await hidden.innerText()).toContain('Only you can see this');
    const before = await ben.messages.count();
    const shared = await ben.reply(() => ana.button(hidden, 'Share'));
    expect(await ben.messages.count()).toBe(before + 1);
    expect(await shared.innerText()).toContain('Shared by Ana');
    expect(await shared.innerText()).toMatch(/2010[\s\S]*2011/);
    expect(await shared.innerText()).not.toContain('Only you can see this');
  });

  it('each turn the pages of a reply for themselves', async () => {
    const shown = await ben.reply(() => ana.send(`/ask ${QUESTION}`));
    const copy = await ben.reply(() => ben.button(shown, 'Next'));
    expect(await copy.innerText()).toMatch(/2 of \d/);
    expect(await copy.innerText()).toContain('Only you can see this');
    expect(await shown.innerText()).not.toMatch(/2 of \d/);
  });

  it('are acted as by turns from one page', async () => {
    const visit = await stage().visit({ user: 'chiara', channel: 'general-reading' });
    const hidden = await visit.send(`/ask ${QUESTION} private:true`);
    await visit.actAs('Ben');
    await hidden.waitFor({ state: 'detached' });
    await visit.actAs('Chiara');
    await hidden.waitFor();
  });

  it('ask one of the questions that the help offers', async () => {
    const help = await ana.send('/help');
    await help.locator('.select-face').click();
    const option = help.getByRole('option').first();
    const question = await option.innerText();
    const answer = await ana.reply(() => option.click());
    expect(await answer.innerText()).toContain(question.trim());
    expect(await answer.locator('blockquote').count()).toBe(1);
  });

  it('open a work from the list of sources and read it note by note', async () => {
    const reply = await ana.send('/sources');
    await ana.choose(reply, /Russia Seeks to Restore/);
    await reply.getByRole('heading', { name: /Russia Seeks to Restore/ }).waitFor();
    await ana.choose(reply, /¶ 2 /);
    await reply.getByText('our summary of this paragraph').waitFor();
    expect(await reply.innerText()).toMatch(/¶ 2\s+Costa Rica/);
    await ana.button(reply, 'Next');
    await reply.getByText('¶ 3', { exact: true }).waitFor();
    expect(await reply.innerText()).toContain('CELAC dates from 2010');
    await ana.button(reply, 'Outline');
    await reply.getByRole('heading', { name: /Russia Seeks to Restore/ }).waitFor();
  });

  it('look up what a message says with a right-click', async () => {
    const message = await ana.reply(() => ben.send('CELAC was founded in 2009. It consists of 33 states.'));
    const found = await ana.reply(() => ana.useApp(message, 'Find sources'));
    const text = await found.innerText();
    expect(text).toContain('Differs');
    expect(text).toContain('2009');
    expect(text).toContain('The Moscow Times, 29 May 2013, ¶ 3');
    expect(text).toContain('Only you can see this');
  });

  it('learn that nothing bears on a message', async () => {
    const message = ana.messages.filter({ hasText: 'green umbrella' });
    const found = await ana.reply(() => ana.useApp(message, 'Find sources'));
    expect(await found.innerText()).toContain('couldn’t find this in your sources');
  });
});
