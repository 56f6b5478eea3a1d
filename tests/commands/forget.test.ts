import { messageOf, type Sandbox, type SandboxClient, startSandbox } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { openLibrary, startBot, type TestBot, TRANSPORTS } from '../support/bot.ts';
import { fixedGuilds } from '../support/guilds.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/message.ts';

describe.each(TRANSPORTS)('/forget me over %s', (transport) => {
  let sandbox: Sandbox;
  let store: Store;
  let bot: TestBot;
  let ana: SandboxClient;
  let ben: SandboxClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    store = await openMemoryStore();
    const library = openLibrary();
    const guilds = { ...fixedGuilds(library), forget: (who: string) => store.forgetPerson(who) };
    bot = await startBot(sandbox, { store, library, guilds, transport });
    [ana, ben] = [sandbox.client('ana'), sandbox.client('ben')];
    for (const client of [ana, ben]) await client.command('review remind', { at: '8:30', 'time-zone': 'UTC' });
  });

  afterAll(async () => {
    expect(sandbox.violations).toEqual([]);
    await bot.gateway.close();
    await sandbox.close();
  });

  const isReminded = async ({ user }: SandboxClient) =>
    (await store.cardReminder({ guild: sandbox.guildId, person: user.id })) !== undefined;
  const ask = async (client: SandboxClient) => messageOf(await client.command('forget me'));

  it('asks the person alone, and deletes nothing yet', async () => {
    const asked = await ask(ana);
    expect(isEphemeral(asked)).toBe(true);
    expect(textOf(asked)).toContain('Delete what I store about you?');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['Delete my data', 'Keep it']);
    expect(await isReminded(ana)).toBe(true);
  });

  it('keeps all of it where the person wants that, and leaves no button', async () => {
    const kept = messageOf(await ana.click(await ask(ana), 'Keep it'));
    expect(textOf(kept)).toBe('Nothing was deleted.');
    expect(buttonsOf(kept)).toEqual([]);
    expect(await isReminded(ana)).toBe(true);
  });

  it('deletes what is stored of the person who presses, and of nobody else', async () => {
    const asked = await ask(ana);
    const done = messageOf(await ana.click(asked, 'Delete my data'));
    expect(done.id).toBe(asked.id);
    expect(textOf(done)).toContain('deleted your cards');
    expect(buttonsOf(done)).toEqual([]);
    expect(await isReminded(ana)).toBe(false);
    expect(await isReminded(ben)).toBe(true);
    expect(textOf(messageOf(await ana.click(await ask(ana), 'Delete my data')))).toContain('I store nothing about you');
  });
});
