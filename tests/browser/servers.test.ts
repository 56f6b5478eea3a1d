import type { APIInteraction } from 'discord.js';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { overflow } from '../support/looks.ts';
import { describeInBrowser } from '../support/suite.ts';
import { startToyBot, type ToyBot } from '../support/toy-bot.ts';
import type { Visit } from '../support/visit.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let bot: ToyBot;

describeInBrowser(
  'servers, roles and forms in the page',
  (stage) => {
    let ana: Visit;
    beforeAll(async () => {
      ana = await stage().visit({ user: 'ana', channel: 'general-reading' });
    });
    beforeEach(() => ana.clear());

    const server = (name: string, visit = ana) => visit.tab.locator('.rail').getByRole('button', { name });
    const openChannel = (visit = ana) => visit.tab.locator('[data-channel-id][aria-current="page"]').innerText();
    const raw = (): APIInteraction | undefined => bot.received.at(-1);
    const data = <T>(): T => raw()?.data as unknown as T;

    it('are gone between on the left, each with its own channels, and the last of them open again', async () => {
      await ana.tab.getByRole('button', { name: 'latin-america' }).click();
      await server('Evening class').click();
      await ana.tab.getByRole('heading', { name: 'Evening class' }).waitFor();
      expect(await ana.tab.locator('.channel').allInnerTexts()).toEqual(['homework', 'off-topic']);
      expect(await ana.tab.locator('.members').innerText()).not.toContain('Chiara');
      await server('Study group').click();
      expect(await openChannel()).toBe('latin-america');
      await server('Direct messages').click();
      expect(await ana.tab.locator('.channel').count()).toBe(1);
      expect(await openChannel()).toContain('Footnote');
      await ana.press('ArrowDown');
      await ana.press('Enter');
      expect(await openChannel()).toBe('latin-america');
    });

    it('are the bot’s to know, and have managers of their own', async () => {
      const [group, evening] = stage().sandbox.guilds;
      await server('Study group').click();
      await ana.send('/manage');
      expect(raw()?.guild_id).toBe(group?.id);
      await server('Evening class').click();
      await ana.type('/');
      await ana.rows('command').first().waitFor();
      expect((await ana.rows('command').allInnerTexts()).join()).not.toContain('/manage');
      await ana.clear();
      await ana.send('/settings');
      expect(raw()?.guild_id).toBe(evening?.id);
      await server('Direct messages').click();
      await ana.send('/settings');
      expect(raw()).not.toHaveProperty('guild_id');
      await server('Study group').click();
    });

    it('tell of what is new in them, and keep it to themselves', async () => {
      const ben = await stage().visit({ user: 'ben', channel: 'homework' });
      await server('Study group').click();
      await ben.send('Who has the notes?');
      await server('Evening class, unread').waitFor();
      expect(await ana.tab.getByText('Who has the notes?').count()).toBe(0);
      await server('Evening class').click();
      await ana.tab.getByText('Who has the notes?').waitFor();
      const chiara = await stage().visit({ user: 'chiara' });
      expect(await chiara.tab.locator('[data-guild-id]').count()).toBe(2);
      await server('Study group').click();
    });

    it('are within reach of a finger', async () => {
      const phone = await stage().visit({ ...PHONE, user: 'ben', channel: 'general-reading' });
      await phone.tab.getByRole('button', { name: 'Channels' }).tap();
      await server('Evening class', phone).tap();
      await phone.tab.getByRole('button', { name: 'off-topic' }).tap();
      await phone.tab.getByText('coffee machine').waitFor();
      expect(await overflow(phone.tab)).toEqual([]);
      const panel = await phone.send('/settings');
      await panel.locator('[data-custom-id="role"]').tap();
      await panel.getByRole('option', { name: 'Organisers' }).tap();
      await panel.getByText('Organisers').waitFor();
      expect(await overflow(phone.tab)).toEqual([]);
      await panel.locator('[data-custom-id="role"]').tap();
      await panel.getByRole('option', { name: 'Organisers' }).tap();
      await panel.getByText('Nobody but managers').waitFor();
    });

    it('say that the bot is gone from them, and that it is back', async () => {
      const evening = stage().sandbox.guilds[1]?.id ?? '';
      await server('Evening class').click();
      stage().sandbox.removeBot(evening);
      await ana.tab.getByTestId('bot-away').waitFor();
      await ana.type('/');
      await ana.tab.getByText('There is no bot here').waitFor();
      await ana.clear();
      stage().sandbox.inviteBot(evening);
      await ana.tab.getByTestId('bot-away').waitFor({ state: 'detached' });
      await ana.send('/settings');
      await server('Study group').click();
    });

    it('have roles to choose, found by typing, chosen when the panel comes back', async () => {
      const panel = await ana.send('/settings');
      const face = panel.locator('[data-custom-id="role"]');
      expect(await face.innerText()).toBe('Nobody but managers');
      await face.click();
      await ana.tab.keyboard.type('libra');
      await expect.poll(() => panel.getByRole('option').allInnerTexts()).toEqual(['Librarians']);
      await ana.press('Enter');
      await panel.getByText('Librarians').waitFor();
      const { values, resolved } = data<{ values: string[]; resolved: { roles: object } }>();
      expect(Object.keys(resolved.roles)).toEqual(values);
      expect(await face.innerText()).toBe('Librarians');
      await face.click();
      await panel.getByRole('option', { name: 'Librarians', selected: true }).click();
      await panel.getByText('Nobody but managers').waitFor();
    });

    it('show forms filled in already, say what is wrong, and change the message that they came from', async () => {
      const panel = await ana.send('/settings');
      await ana.button(panel, 'Rename');
      const form = ana.tab.getByRole('dialog');
      const title = form.getByRole('textbox', { name: 'Title' });
      expect(await title.inputValue()).toBe('The reading list');
      expect(await form.getByLabel('Kind').inputValue()).toBe('article');
      for (const [text, problem] of [
        ['', 'This field is required.'],
        ['ab', 'Must be at least 3 characters'],
      ] as const) {
        await title.fill(text);
        await form.getByRole('button', { name: 'Submit' }).click();
        await form.getByRole('alert').getByText(problem).waitFor();
      }
      await title.fill('x'.repeat(80));
      expect(await title.inputValue()).toHaveLength(60);
      await title.fill('The May list');
      await form.getByLabel('Organisers').check();
      await form.getByLabel('Kind').selectOption('book');
      await form.getByRole('button', { name: 'Submit' }).click();
      await form.waitFor({ state: 'detached' });
      await panel.getByText('Settings of The May list').waitFor();
      const { components } = data<{ components: { component: object }[] }>();
      expect(components.map(({ component }) => component)).toMatchObject([
        { value: 'The May list' },
        { value: '' },
        { values: ['book'] },
        { values: [expect.any(String)] },
      ]);
    });

    it('open a form from a command as well', async () => {
      await ana.composer.fill('/rename');
      await ana.press('Enter');
      const form = ana.tab.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Title' }).fill('Another');
      const reply = await ana.reply(() => form.getByRole('button', { name: 'Submit' }).click());
      expect(await reply.innerText()).toContain('It is Another.');
    });

    it('say above an answer to a button what it answers, and mark an edit beside the time', async () => {
      const panel = await ana.send('/settings');
      await panel.locator('[data-custom-id="answers"]').click();
      await panel.getByRole('option', { name: 'Answers to the asker' }).click();
      await panel.locator('.message-head .edited').waitFor();
      const reply = await ana.reply(() => ana.button(panel, 'Done'));
      await reply.locator('.replied').getByText('Click to see the message').waitFor();
    });
  },
  async (sandbox) => {
    bot = await startToyBot(sandbox);
    return bot;
  },
);
