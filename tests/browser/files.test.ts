import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIAttachment } from 'discord.js';
import type { Locator } from 'playwright-core';
import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { faintTexts, overflow } from '../support/looks.ts';
import { describeInBrowser } from '../support/suite.ts';
import { startToyBot, type ToyBot } from '../support/toy-bot.ts';
import type { Visit } from '../support/visit.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NOTES = { name: 'notes of May.md', mimeType: 'text/markdown', buffer: Buffer.from('# May\n\nIt rained.\n') };

let bot: ToyBot;

describeInBrowser(
  'files in the page',
  (stage) => {
    let ana: Visit;
    beforeAll(async () => {
      ana = await stage().visit({ user: 'ana', channel: 'general-reading' });
      // From here on the browser hands its dialogues over, rather than from some moment of a test on.
      ana.tab.on('filechooser', () => undefined);
    });
    beforeEach(() => ana.clear());

    const input = (visit = ana): Locator => visit.tab.locator('[data-file-input="file"]');
    const attached = (visit = ana): Locator => visit.tab.getByTestId('attached-file');
    /** The path of a file so large: to hand the browser its bytes takes seconds. */
    const fileOf = (size: number): string => {
      const folder = mkdtempSync(join(tmpdir(), 'footnote-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const path = join(folder, 'notes.md');
      writeFileSync(path, Buffer.alloc(size));
      return path;
    };
    const begin = async (visit = ana): Promise<void> => {
      await visit.type('/library add ');
      await visit.tab.locator('[data-upload="file"]').waitFor();
    };

    it('are attached to a command and reach the bot, byte for byte', async () => {
      await begin();
      await input().setInputFiles(NOTES);
      expect(await attached().innerText()).toMatch(/notes of May\.md\s+18 bytes/);
      const reply = await ana.reply(() => ana.press('Enter'));
      expect(await reply.innerText()).toContain('Added notes_of_May.md (18 bytes).');
      expect(await fetched()).toEqual([NOTES.buffer.toString()]);
    });

    it('stand beside the other options, whose choices the bot offers, and a role', async () => {
      await begin();
      await input().setInputFiles(NOTES);
      await ana.rows('option').filter({ hasText: 'title' }).click();
      await ana.rows('choice').first().click();
      await ana.tab.keyboard.type('read');
      await ana.press('Enter');
      await ana.tab.keyboard.type('libr');
      await ana.press('Enter');
      await ana.reply(() => ana.press('Enter'));
      expect(Object.values(given().resolved.roles ?? {}).map(({ name }) => name)).toEqual(['Librarians']);
      expect(options()?.map(({ name, type }) => [name, type])).toEqual([
        ['file', 11],
        ['title', 3],
        ['readers', 8],
      ]);
    });

    it('stay when the other options are typed after them', async () => {
      await begin();
      await input().setInputFiles(NOTES);
      await ana.tab.keyboard.type('title:May year:1999');
      await ana.reply(() => ana.press('Enter'));
      expect(options()).toMatchObject([{ name: 'file' }, { value: 'May' }, { value: 1999 }]);
    });

    it('are chosen, changed and taken away with the keyboard', async () => {
      await begin();
      const chosen = ana.tab.waitForEvent('filechooser');
      await ana.press('Enter');
      await (await chosen).setFiles(NOTES);
      await attached().waitFor();
      const other = ana.tab.waitForEvent('filechooser');
      await ana.tab.getByRole('button', { name: 'Replace' }).focus();
      await ana.press('Enter');
      await (await other).setFiles({ ...NOTES, name: 'other.md' });
      await attached().getByText('other.md').waitFor();
      await ana.tab.locator('button[data-option-input="file"]').focus();
      await ana.press('Backspace');
      await attached().waitFor({ state: 'detached' });
      await ana.press('Escape', 2);
      await ana.composer.waitFor();
    });

    it('are dropped on the place for them, or anywhere in the channel', async () => {
      for (const target of ['[data-upload="file"]', '.log']) {
        await begin();
        const data = await ana.tab.evaluateHandle(
          "(() => { const data = new DataTransfer(); data.items.add(new File(['dropped'], 'drop.txt')); return data; })()",
        );
        await ana.tab.locator(target).dispatchEvent('drop', { dataTransfer: data });
        await attached().getByText('drop.txt').waitFor();
        await ana.clear();
      }
      await ana.tab.locator('.log').dispatchEvent('drop', {
        dataTransfer: await ana.tab.evaluateHandle(
          "(() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'x.txt')); return data; })()",
        ),
      });
      await ana.tab.getByRole('alert').getByText('A file goes with a command').waitFor();
    });

    it('are asked for where they are missing, and refused where they are too large', async () => {
      const heard = bot.received.length;
      await begin();
      await ana.tab.getByRole('button', { name: 'Send' }).click();
      await ana.tab.locator('.problem').getByText('Attach a file').waitFor();
      await input().setInputFiles(fileOf(10 * 1024 * 1024 + 1));
      await ana.tab.locator('.problem').getByText('is too large (10 MB). A file has at most 10 MB').waitFor();
      expect(await attached().count()).toBe(0);
      expect(bot.received).toHaveLength(heard);
      await input().setInputFiles(fileOf(10 * 1024 * 1024));
      await attached().waitFor();
      expect(await ana.tab.locator('.problem').count()).toBe(0);
      const reply = await ana.reply(() => ana.press('Enter'));
      expect(await reply.innerText()).toContain('(10485760 bytes)');
    });

    it('are attached on a phone, with nothing out of sight', async () => {
      const phone = await stage().visit({ ...PHONE, user: 'ben', channel: 'general-reading' });
      await phone.tab.getByRole('button', { name: 'Commands' }).tap();
      await phone.rows('command').filter({ hasText: '/library add' }).tap();
      const chosen = phone.tab.waitForEvent('filechooser');
      await phone.tab.getByText('choose one').tap();
      await (await chosen).setFiles({ ...NOTES, name: `${'a very long name '.repeat(8)}.md` });
      await attached(phone).waitFor();
      expect(await overflow(phone.tab)).toEqual([]);
      expect(await faintTexts(phone.tab.locator('.composer'))).toEqual([]);
      const reply = await phone.reply(() => phone.tab.getByRole('button', { name: 'Send' }).tap());
      expect(await reply.innerText()).toContain('Added a_very_long_name_');
    });

    it('come from the bot as cards, with their size, to be saved', async () => {
      const reply = await ana.send('/library export');
      const card = reply.getByTestId('file-card');
      expect(await card.innerText()).toMatch(/library\.zip\s+19 bytes/);
      expect(await faintTexts(card)).toEqual([]);
      const download = ana.tab.waitForEvent('download');
      await card.getByRole('link', { name: 'Download library.zip' }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe('library.zip');
      expect(await readFile(await saved.path(), 'utf8')).toBe('PK-not-really-a-zip');
    });
  },
  async (sandbox) => {
    bot = await startToyBot(sandbox);
    return bot;
  },
);

interface Given {
  options: { options: { name: string; type: number; value: unknown }[] }[];
  resolved: { attachments: Record<string, APIAttachment>; roles?: Record<string, { name: string }> };
}

/** What came with the bot's last interaction. */
const given = (): Given => bot.received.at(-1)?.data as unknown as Given;
const options = () => given().options[0]?.options;

/** The contents of the files that came, from where the bot is told they are. */
const fetched = (): Promise<string[]> =>
  Promise.all(Object.values(given().resolved.attachments).map(async ({ url }) => (await fetch(url)).text()));
