import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../support/suite.ts';
import type { Visit } from '../support/visit.ts';

const QUESTION = 'When was CELAC founded?';

describeInBrowser('asking in the page', (stage) => {
  let ana: Visit;

  beforeAll(async () => {
    ana = await stage().visit({ user: 'ana', channel: 'latin-america' });
  });

  beforeEach(() => ana.clear());

  it('says on the first visit what to try, and a click there begins a command', async () => {
    const stranger = await stage().visit();
    const hint = stranger.tab.getByTestId('hint');
    expect(await hint.innerText()).toContain('to see what Footnote can do');
    await hint.getByRole('button', { name: '/ask' }).click();
    expect(await stranger.tab.getByTestId('draft').innerText()).toContain('/ask');
  });

  it('shows both years with source and paragraph where the sources disagree', async () => {
    const reply = await ana.reply(async () => {
      await ana.type(`/ask ${QUESTION}`);
      await ana.press('Enter');
    });
    const text = await reply.innerText();
    expect(text).toContain('The sources disagree');
    expect(text).toMatch(/2010\s+The Moscow Times, 29 May 2013, ¶ 3/);
    expect(text).toMatch(/2011\s+Stratfor, 30 April 2014, ¶ 8/);
    expect(text).toMatch(/Ana\s+used\s+\/ask/);
    expect(await reply.getAttribute('data-ephemeral')).toBe('false');
    expect(await reply.locator('blockquote strong').allInnerTexts()).toContain('CELAC');
  });

  it('turns to the next excerpt and back', async () => {
    const reply = await ana.send(`/ask ${QUESTION}`);
    const first = await reply.locator('blockquote').innerText();
    await ana.button(reply, 'Next');
    await reply.getByText(/2 of \d/).waitFor();
    expect(await reply.locator('blockquote').innerText()).not.toBe(first);
    await ana.button(reply, 'Previous');
    await reply.getByText(/2 of \d/).waitFor({ state: 'detached' });
    expect(await reply.locator('blockquote').innerText()).toBe(first);
  });

  it('shows the paragraphs around an excerpt to whoever asks for them', async () => {
    const reply = await ana.send(`/ask ${QUESTION}`);
    const context = await ana.reply(() => ana.button(reply, 'More context'));
    expect(await context.innerText()).toMatch(/¶ 2[\s\S]*¶ 3[\s\S]*¶ 4/);
    expect(await context.getAttribute('data-ephemeral')).toBe('true');
  });

  it('lists the commands with their descriptions as soon as a slash is typed', async () => {
    await ana.type('/');
    const names = await ana.rows('command').locator('.suggestion-name').allInnerTexts();
    const listed = names.map((name) => name.split(' ')[0]);
    const slash = stage().sandbox.commands.filter(({ type }) => type === ApplicationCommandType.ChatInput);
    expect([...new Set(listed)]).toEqual(slash.map(({ name }) => `/${name}`).sort());
    const descriptions = await ana.rows('command').locator('small').allInnerTexts();
    const registered = stage().sandbox.commands.flatMap(described);
    expect(descriptions.toSorted()).toEqual(registered.toSorted());
    await ana.press('Backspace');
    await ana.rows('command').first().waitFor({ state: 'detached' });
  });

  it('completes a question while it is typed', async () => {
    const choice = ana.rows('choice').filter({ hasText: QUESTION });
    await ana.type('/ask venezuela debt');
    await ana.rows('choice').first().waitFor();
    expect(await choice.count()).toBe(0);
    await ana.clear();
    await ana.type('/ask cellac foundd');
    const reply = await ana.reply(async () => {
      await choice.click();
      await ana.press('Enter');
    });
    expect(await reply.innerText()).toContain('2010');
  });

  it('is used from command to reply with the keyboard alone', async () => {
    const reply = await ana.reply(async () => {
      await ana.type('/fa');
      await ana.press('Enter');
      await ana.tab.keyboard.type('number of celac member');
      const marked = ana.tab.locator('[role=option][aria-selected=true]');
      await ana.rows('choice').filter({ hasText: 'CELAC' }).first().waitFor();
      await ana.press('ArrowDown');
      expect(await marked.innerText()).toContain('CELAC');
      await ana.press('Enter', 2);
    });
    expect(await reply.getByRole('heading').innerText()).toContain('33');
    expect(await reply.innerText()).toContain('The Moscow Times, 29 May 2013, ¶ 3');
  });

  it('says to the asker alone that the material does not hold it', async () => {
    const reply = await ana.send('/ask How long do I boil an egg?');
    expect(await reply.innerText()).toContain('couldn’t find this in your sources');
    expect(await reply.innerText()).toContain('Only you can see this');
    await ana.button(reply, 'Dismiss message');
    await reply.waitFor({ state: 'detached' });
  });

  it('shows a question in markdown and HTML as the text it is', async () => {
    const html = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const reply = await ana.send(`/ask ${html} # **CELAC** [founded](https://evil.example) @everyone <@1> \`x\` ||y||`);
    expect(await reply.innerText()).toContain(html);
    const foreign = reply.locator('img, script, iframe, code, .spoiler, .mention, a[href*="evil.example"]');
    expect(await foreign.count()).toBe(0);
  });

  it('shows the HTML that a person posts as the text it is', async () => {
    const posted = await ana.send('<img src=x onerror=alert(1)><script>alert(2)</script>');
    expect(await posted.innerText()).toContain('<img src=x onerror=alert(1)><script>alert(2)</script>');
    expect(await posted.locator('img, script').count()).toBe(0);
  });

  it('keeps the buttons of a reply working when the bot was restarted since', async () => {
    const reply = await ana.send(`/ask ${QUESTION}`);
    await stage().stopBot();
    await ana.tab.getByTestId('bot-offline').waitFor();
    await stage().startBot();
    await ana.tab.getByTestId('bot-offline').waitFor({ state: 'detached' });
    await ana.button(reply, 'Next');
    await reply.getByText(/2 of \d/).waitFor();
  });
});

/** A command's description; of one that is made of others, theirs, which are listed instead. */
function described({ description, options = [] }: APIApplicationCommand): string[] {
  const below = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return below.length > 0 ? below.map((option) => option.description) : description ? [description] : [];
}
