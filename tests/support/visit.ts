import type { Locator, Page } from 'playwright-core';

/** One person at the page, doing what a person does: typing, picking, pressing, right-clicking. */
export class Visit {
  readonly tab: Page;

  constructor(tab: Page) {
    this.tab = tab;
  }

  /** Every message of the open channel, oldest first. */
  get messages(): Locator {
    return this.tab.getByTestId('message');
  }

  get composer(): Locator {
    return this.tab.getByTestId('composer-text');
  }

  /** The rows of the list above the composer. */
  rows(kind: 'command' | 'choice' | 'option'): Locator {
    return this.tab.getByTestId(`suggestion-${kind}`);
  }

  /** Leaves the composer empty, whatever was begun in it. */
  async clear(): Promise<void> {
    await this.tab.locator('.composer [data-active]').focus();
    await this.press('Escape', 2);
    await this.composer.fill('');
  }

  /** Types into the composer, a key at a time. */
  async type(text: string): Promise<void> {
    await this.composer.focus();
    await this.tab.keyboard.type(text);
  }

  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await this.tab.keyboard.press(key);
  }

  /** Pastes a command or a message, sends it, and answers what it brought. */
  send(text: string): Promise<Locator> {
    return this.reply(async () => {
      await this.composer.fill(text);
      await this.press('Enter');
    });
  }

  /** The message that follows from what is done, once the bot is through with it. */
  async reply(act: () => Promise<unknown>): Promise<Locator> {
    const before = await this.messages.count();
    await act();
    const id = await this.messages.nth(before).getAttribute('data-message-id');
    const message = this.message(id ?? '');
    await message.locator('.thinking').waitFor({ state: 'detached' });
    return message;
  }

  /** Attaches a file, by its path, to `/library add`, and answers the reply once it stands as it will stay. */
  async addWork(file: string): Promise<Locator> {
    await this.type('/library add ');
    await this.tab.locator('[data-upload="file"]').waitFor();
    await this.tab.locator('[data-file-input="file"]').setInputFiles(file);
    const reply = await this.reply(() => this.press('Enter'));
    await reply.getByText(/Step \d of/).waitFor({ state: 'detached', timeout: 40_000 });
    return reply;
  }

  message(id: string): Locator {
    return this.tab.locator(`[data-message-id="${id}"]`);
  }

  async button(message: Locator, label: string): Promise<void> {
    await message.getByRole('button', { name: label, exact: true }).click();
  }

  /** Opens the message's select and picks the option whose text has `label` in it. */
  async choose(message: Locator, label: string | RegExp): Promise<void> {
    await message.locator('.select-face').click();
    await message.getByRole('option', { name: label }).first().click();
  }

  /** Right-clicks the message and picks one of its Apps. */
  async useApp(message: Locator, name: string): Promise<void> {
    await message.locator('.message-body').click({ button: 'right' });
    await this.tab.getByRole('menuitem', { name: 'Apps' }).hover();
    await this.tab.getByRole('menuitem', { name }).click();
  }

  /** Goes on as another person. */
  async actAs(name: string): Promise<void> {
    await this.tab.getByTestId('acting-as').click();
    await this.tab.getByRole('menuitemradio', { name }).click();
    await this.tab.locator('.app[data-link="open"]').waitFor();
  }
}
